// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.modules.second.inside;

/// Not for other modules.
public record Inside() {}
