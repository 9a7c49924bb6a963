// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;
import java.util.stream.Collectors;

/// What happens next in a kind of case: steps, who takes them, clocks, and what is barred until
/// something else has happened. The same playbook and the same situation always give the same
/// progress.
///
/// @param start the steps that are open when a case opens
/// @param choices how the school reads what the source leaves open; the guards have them built in
public record Playbook(
        String key,
        String label,
        String summary,
        List<String> clauses,
        List<Fact> facts,
        List<Choice> choices,
        List<Track> tracks,
        List<String> start,
        List<Step> steps,
        List<Edge> edges,
        List<Bar> bars,
        List<Requirement> closing) {

    public Playbook {
        clauses = List.copyOf(clauses);
        facts = List.copyOf(facts);
        choices = List.copyOf(choices);
        tracks = List.copyOf(tracks);
        start = List.copyOf(start);
        steps = List.copyOf(steps);
        edges = List.copyOf(edges);
        bars = List.copyOf(bars);
        closing = List.copyOf(closing);
    }

    /// Where a case stands. Refuses a situation that names steps or facts which this playbook does
    /// not have.
    public Progress progress(Situation situation) {
        return Walk.through(this, situation).progress();
    }

    /// What is wrong with it: nothing points at what is not there, every step can come up, every
    /// case can close. A playbook with problems must not be used.
    public List<Problem> check() {
        return Check.of(this);
    }

    /// What this playbook has lost of what `source` says that every school keeps.
    public List<Problem> losses(Playbook source) {
        return Losses.of(source, this);
    }

    /// What this playbook forbids, for a case that stays on an older edition: on the older one's
    /// tracks of the same key, or that the same answer begins. A step that the older one does not
    /// have cannot be taken there either, and an answer that it does not know lifts nothing.
    List<Bar> barsFor(Playbook older) {
        var taken = older.bars.stream().map(Bar::key).collect(Collectors.toSet());
        return bars.stream()
                .map(bar ->
                        bar.on(
                                tracksFor(bar, older),
                                taken.contains(bar.key()) ? bar.key() + "/newest" : bar.key()))
                .toList();
    }

    private List<String> tracksFor(Bar bar, Playbook older) {
        return tracks.stream()
                .filter(track -> bar.tracks().contains(track.key()))
                .flatMap(track -> older.tracks.stream().filter(track::isLike))
                .map(Track::key)
                .distinct()
                .toList();
    }

    public Step step(String key) {
        return steps.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no step " + key + " in the playbook " + this.key));
    }
}
