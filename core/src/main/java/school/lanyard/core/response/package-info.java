// SPDX-License-Identifier: Apache-2.0
/// Proposes what to do about an incident, from the school's grids of incidents and actions.
@NullMarked
package school.lanyard.core.response;

import org.jspecify.annotations.NullMarked;
