// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.modules.second;

import school.lanyard.architecture.planted.modules.first.First;

/// The other half.
public record Second(First first) {}
