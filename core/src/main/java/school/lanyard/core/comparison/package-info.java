// SPDX-License-Identifier: Apache-2.0
/// Says in plain words what one edition of a policy has that another has not. Pure: two packs in,
/// the differences out.
@NullMarked
package school.lanyard.core.comparison;

import org.jspecify.annotations.NullMarked;
