// SPDX-License-Identifier: Apache-2.0
/// The home page.
@NullMarked
package school.lanyard.home.web;

import org.jspecify.annotations.NullMarked;
