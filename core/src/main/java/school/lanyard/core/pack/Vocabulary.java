// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The words a school uses: for its groups of people, and for anything else that it calls its own
/// way.
public record Vocabulary(Map<String, Group> groups, Map<String, Term> terms) {

    /// A word in the singular and the plural.
    public record Term(String one, String many) {}

    public Vocabulary {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    public Group group(String key) {
        return Objects.requireNonNull(groups.get(key), () -> "no group " + key);
    }

    /// The singular, such as "pupil" for `learner`; a key without a word is its own word.
    public String one(String key) {
        var group = groups.get(key);
        var term = terms.get(key);
        return group != null ? group.one() : term != null ? term.one() : key;
    }

    /// The plural, such as "pupils" for `learner`.
    public String many(String key) {
        var group = groups.get(key);
        var term = terms.get(key);
        return group != null ? group.many() : term != null ? term.many() : key;
    }
}
