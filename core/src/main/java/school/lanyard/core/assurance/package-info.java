// SPDX-License-Identifier: Apache-2.0
/// Says whether a promise of the policy is being kept, from what keeps it and what there is to
/// show.
@NullMarked
package school.lanyard.core.assurance;

import org.jspecify.annotations.NullMarked;
