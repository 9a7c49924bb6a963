// SPDX-License-Identifier: Apache-2.0
/// The pages of concerns and incidents.
@NullMarked
package school.lanyard.concerns.web;

import org.jspecify.annotations.NullMarked;
