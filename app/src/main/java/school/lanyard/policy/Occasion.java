// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What made a school look at its policy again.
public enum Occasion {
    YEARLY_REVIEW("The yearly review"),
    TECHNOLOGY("A new technology"),
    THREAT("A new threat"),
    /// Never which one: nothing about a case is said here.
    INCIDENT("An incident"),
    LAW("A change of the law or of national guidance"),
    OTHER("Something else");

    private final String words;

    Occasion(String words) {
        this.words = words;
    }

    /// How it is shown, as the beginning of a sentence.
    public String words() {
        return words;
    }

    /// The word in forms and in the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether something may be said about it. About an incident nothing is, so that no case can be
    /// worked out from the policy.
    public boolean takesWords() {
        return this != INCIDENT;
    }

    public static Optional<Occasion> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
