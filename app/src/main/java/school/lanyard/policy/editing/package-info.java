// SPDX-License-Identifier: Apache-2.0
/// The pages on which the policy lead works on a draft: forms and grids that change one place of
/// one file and leave the rest as it was typed.
@NullMarked
package school.lanyard.policy.editing;

import org.jspecify.annotations.NullMarked;
