// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

/// Whether an address may be reached, and what says so.
public sealed interface Decision {

    /// Not blocked by anything.
    record Allowed() implements Decision {}

    /// Allowed, though a list or the default would have it otherwise, or to be noted.
    record AllowedWithNote(Layer layer, String note, String rule) implements Decision {}

    /// `list` and `rule` are empty where the layer has none.
    record Blocked(Layer layer, String category, String list, String rule) implements Decision {}

    default boolean allowed() {
        return !(this instanceof Blocked);
    }
}
