// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Optional;

/// The kinds of value that a condition can ask about.
public enum FactType {
    YES_NO("yes-no", "yes or no"),
    NUMBER("number", "a whole number"),
    TEXT("text", "a word");

    private final String key;
    private final String wanted;

    FactType(String key, String wanted) {
        this.key = key;
        this.wanted = wanted;
    }

    /// What a value must look like, for an error message.
    public String wanted() {
        return wanted;
    }

    public String key() {
        return key;
    }

    static FactType of(String key) {
        return java.util.Arrays.stream(values())
                .filter(type -> type.key.equals(key))
                .findFirst()
                .orElse(TEXT);
    }

    /// The value that a text stands for, or nothing when it is not of this type.
    public Optional<Object> read(String text) {
        return switch (this) {
            case YES_NO ->
                    switch (text) {
                        case "yes", "true" -> Optional.of(true);
                        case "no", "false" -> Optional.of(false);
                        default -> Optional.empty();
                    };
            case NUMBER ->
                    text.matches("-?[0-9]{1,15}")
                            ? Optional.of(Long.valueOf(text))
                            : Optional.empty();
            case TEXT -> text.isBlank() ? Optional.empty() : Optional.of(text);
        };
    }
}
