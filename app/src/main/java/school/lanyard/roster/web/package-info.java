// SPDX-License-Identifier: Apache-2.0
/// The pages of the roster, for those who run the system: no case is in sight.
@NullMarked
package school.lanyard.roster.web;

import org.jspecify.annotations.NullMarked;
