// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

/// Something wrong with a playbook.
///
/// @param about the key of the step, edge, fact, bar, track or requirement
public record Problem(String about, String problem, String mend) {}
