// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

/// What a rule of a school's filter policy does.
public enum Effect {
    ALLOW,
    /// Allowed, and it is noted why.
    NOTE,
    BLOCK
}
