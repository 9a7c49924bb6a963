// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import school.lanyard.core.pack.Pack;

/// A published edition of a school's policy. What was decided under it keeps its id.
public record Edition(String id, Pack pack) {}
