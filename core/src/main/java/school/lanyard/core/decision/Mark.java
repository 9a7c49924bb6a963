// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one mark in a table means.
///
/// A plain mark has one answer. A conditional mark has two: `answer` when its condition holds and
/// `otherwise` when it is known not to hold; `unknown` is the answer while a fact is missing.
public record Mark(
        String key,
        String label,
        Answer answer,
        @Nullable Condition condition,
        Answer otherwise,
        Answer unknown) {

    public Mark {
        if (condition != null && unknown == Answer.ALLOWED) {
            throw new IllegalArgumentException("a missing fact may not answer allowed: " + key);
        }
    }

    public static Mark plain(String key, String label, Answer answer) {
        return new Mark(key, label, answer, null, answer, answer);
    }

    boolean isConditional() {
        return condition != null;
    }

    /// The same mark where a plain mark in the same cell settles what happens without the
    /// condition.
    Mark otherwise(Answer settled) {
        var missing = settled == Answer.ILLEGAL ? Answer.ILLEGAL : unknown;
        return new Mark(key, label, answer, condition, settled, missing);
    }

    Answer answer(Map<String, Object> given) {
        if (condition == null) {
            return answer;
        }
        if (!given.keySet().containsAll(condition.needs())) {
            return unknown;
        }
        return condition.holds(given) ? answer : otherwise;
    }
}
