// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something forbidden while a case is on some track, from the moment it gets there.
///
/// @param actions what is forbidden, by key, for whoever offers such actions
/// @param steps the steps that cannot be done meanwhile
/// @param unless what lifts it early; while that is unknown the bar stands
/// @param fixed whether a school that adapts the playbook must keep it
public record Bar(
        String key,
        String label,
        String reason,
        List<String> actions,
        List<String> steps,
        List<String> tracks,
        Guard unless,
        List<String> clauses,
        boolean fixed) {
    public static final Guard NEVER = new Guard("", Set.of(), _ -> Truth.FALSE);

    public Bar {
        actions = List.copyOf(actions);
        steps = List.copyOf(steps);
        tracks = List.copyOf(tracks);
        clauses = List.copyOf(clauses);
    }

    boolean inForce(@Nullable String track, Facts facts) {
        return track != null && tracks.contains(track) && unless.test(facts) != Truth.TRUE;
    }

    /// Whether it forbids at least what another one forbids, on the same tracks and for as long.
    boolean covers(Bar other) {
        return actions.containsAll(other.actions)
                && steps.containsAll(other.steps)
                && tracks.containsAll(other.tracks)
                && unless.text().equals(other.unless.text());
    }

    /// Whether somebody who reads the two would take them for one.
    boolean readsLike(Bar other) {
        return label.equals(other.label)
                && reason.equals(other.reason)
                && actions.equals(other.actions)
                && steps.equals(other.steps);
    }

    /// The same bar for a chart whose tracks have other keys.
    Bar on(List<String> otherTracks, String otherKey) {
        return new Bar(
                otherKey, label, reason, actions, steps, otherTracks, unless, clauses, fixed);
    }
}
