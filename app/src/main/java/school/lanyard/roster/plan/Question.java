// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.List;
import school.lanyard.roster.file.Entry;

/// Something about a row that a person decides, because a program that guessed could mix two
/// children up.
///
/// @param key what its answer is kept under
/// @param candidates who it may be: `person:` and an id, or `row:` and the key of another row
public record Question(String key, Kind kind, Entry entry, List<String> candidates) {

    /// An answer: it is somebody else, who is added.
    public static final String NEW = "new";

    /// An answer: what the file says is right.
    public static final String TAKE = "take";

    /// An answer: what stands is right; the rest of the row is taken.
    public static final String KEEP = "keep";

    /// An answer: the row is left out.
    public static final String OUT = "out";

    static final String PERSON = "person:";
    static final String ROW = "row:";

    /// What is unsure.
    public enum Kind {
        /// The name is somebody's, and no number says whether it is theirs.
        SAME_NAME,
        /// Two numbers of the row are two people's.
        TWO_NUMBERS,
        /// The number is somebody's whose date of birth is another.
        OTHER_BIRTHDAY,
        /// The number is somebody's whose name has nothing in common with this one.
        OTHER_NAME
    }

    public Question {
        candidates = List.copyOf(candidates);
    }

    /// Whether an answer is one of those that it can have.
    public boolean takes(String answer) {
        return switch (kind) {
            case SAME_NAME ->
                    answer.equals(NEW) || answer.equals(OUT) || candidates.contains(answer);
            case TWO_NUMBERS -> answer.equals(OUT) || candidates.contains(answer);
            case OTHER_BIRTHDAY -> answer.equals(TAKE) || answer.equals(KEEP) || answer.equals(OUT);
            case OTHER_NAME -> answer.equals(TAKE) || answer.equals(OUT);
        };
    }

    @Override
    public String toString() {
        return "Question[" + kind + "]";
    }
}
