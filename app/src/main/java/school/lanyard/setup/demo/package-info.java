// SPDX-License-Identifier: Apache-2.0
/// An invented school and its invented years, so that every screen has something to show. Pure: the
/// same seed and day give the same school.
@NullMarked
package school.lanyard.setup.demo;

import org.jspecify.annotations.NullMarked;
