// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;

/// A course that a case can be on. A case is on one at a time, or on none yet.
///
/// Each time a case enters a track a new round begins: records of steps on tracks count from then
/// on, because what was settled before has to be looked at again. The older records are kept and
/// shown.
///
/// @param setAside what to say about steps that wait because this track is running
/// @param triggers the answers that move a case here at once, from wherever it is. While the case
///   is here, another answer to the same question does not move it away: only an edge does.
public record Track(String key, String label, String setAside, List<Trigger> triggers) {
    public Track {
        triggers = List.copyOf(triggers);
    }

    public record Trigger(String fact, Value is) {}

    boolean beginsWith(String fact, Value value) {
        return triggers.contains(new Trigger(fact, value));
    }

    /// Whether it is the same course, perhaps called otherwise in another edition.
    boolean isLike(Track other) {
        return key.equals(other.key) || triggers.stream().anyMatch(other.triggers::contains);
    }

    boolean holds(String fact) {
        return triggers.stream().anyMatch(trigger -> trigger.fact().equals(fact));
    }
}
