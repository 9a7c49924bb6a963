// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a child can press on a class tablet. The words are short, for they are read aloud to those
/// who do not read yet; the picture is what counts.
public enum Picture {
    SAD("I feel sad"),
    SCARED("I feel scared"),
    HURT("Somebody hurt me"),
    UNKIND("Somebody was unkind"),
    SCREEN("I saw something bad on a screen"),
    SECRET("I have a bad secret");

    private final String words;

    Picture(String words) {
        this.words = words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /// Whether a child who presses it may be in danger at this moment.
    public boolean isUrgent() {
        return this == HURT;
    }

    public static Optional<Picture> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
