// SPDX-License-Identifier: Apache-2.0
/// The pages of standing flags.
@NullMarked
package school.lanyard.flags.web;

import org.jspecify.annotations.NullMarked;
