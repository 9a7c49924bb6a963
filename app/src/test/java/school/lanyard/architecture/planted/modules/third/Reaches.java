// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.modules.third;

import school.lanyard.architecture.planted.modules.second.inside.Inside;

/// Reaches inside another module.
public record Reaches(Inside inside) {}
