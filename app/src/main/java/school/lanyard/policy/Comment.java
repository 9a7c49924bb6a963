// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.util.List;

/// What somebody on the staff or among the governors says about a draft, and what was answered.
///
/// @param about the key of a part of the policy; empty for the whole
/// @param by a person's id
public record Comment(
        String id, String about, String words, String by, Instant at, List<Answer> answers) {

    /// What one of the drafters answered.
    public record Answer(String words, String by, Instant at) {}

    public Comment {
        answers = List.copyOf(answers);
    }
}
