// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.modules.first;

import school.lanyard.architecture.planted.modules.second.Second;

/// Half of a circle.
public record First(Second second) {}
