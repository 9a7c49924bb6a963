// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

/// Whether a program saw it or a person said it.
public enum Basis {
    MEASURED("Measured"),
    SELF_REPORTED("Self-reported");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
