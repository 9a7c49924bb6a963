// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

/// What somebody answered.
public sealed interface Value {

    record YesNo(boolean yes) implements Value {}

    /// One of a fact's options, by key.
    record Option(String key) implements Value {}

    static Value yes() {
        return new YesNo(true);
    }

    static Value no() {
        return new YesNo(false);
    }

    static Value option(String key) {
        return new Option(key);
    }
}
