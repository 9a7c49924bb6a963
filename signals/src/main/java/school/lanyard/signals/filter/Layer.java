// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

/// The layers of a decision, in the order in which they are asked. The order cannot be changed.
public enum Layer {
    /// Nobody can switch these lists off or make an exception to them.
    ILLEGAL,
    /// What the school has approved, one site at a time.
    APPROVED,
    /// Categories, for some people, devices, places and times.
    CATEGORIES,
    /// What holds where nothing else does.
    DEFAULT
}
