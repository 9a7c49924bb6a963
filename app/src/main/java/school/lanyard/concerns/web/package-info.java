// SPDX-License-Identifier: Apache-2.0
/// The pages of concerns: writing one, sending it once, and seeing that it was received.
@NullMarked
package school.lanyard.concerns.web;

import org.jspecify.annotations.NullMarked;
