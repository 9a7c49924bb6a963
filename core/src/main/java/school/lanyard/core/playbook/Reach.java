// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Edge.Join;

/// Which steps a case has reached, given what counts in the running round.
final class Reach {
    /// When and how a step was reached.
    ///
    /// @param because the edge that led there, or null at the start of the playbook
    record Arrival(Instant since, @Nullable Edge because, boolean required) {
        Arrival alsoRequired(boolean also) {
            return also && !required ? new Arrival(since, because, true) : this;
        }
    }

    private final Playbook book;
    private final Map<String, Step> steps;
    final Map<String, Value> facts = new LinkedHashMap<>();
    final Set<String> recorded = new HashSet<>();
    Map<String, Arrival> arrivals = new LinkedHashMap<>();
    Map<String, Arrival> entered = Map.of();
    @Nullable String track;

    /// What a newer edition forbids beside what the case's own forbids.
    List<Bar> newerBars = List.of();

    Reach(Playbook book) {
        this.book = book;
        this.steps = new HashMap<>();
        book.steps().forEach(step -> steps.put(step.key(), step));
    }

    Reach(Reach other) {
        this.book = other.book;
        this.steps = other.steps;
        this.facts.putAll(other.facts);
        this.recorded.addAll(other.recorded);
        this.arrivals = new LinkedHashMap<>(other.arrivals);
        this.entered = other.entered;
        this.track = other.track;
        this.newerBars = other.newerBars;
    }

    Step step(String key) {
        var step = steps.get(key);
        if (step == null) {
            throw new IllegalArgumentException("no step " + key + " in the playbook " + book.key());
        }
        return step;
    }

    /// Follows every edge that can be taken now. A step that was reached before keeps the time it
    /// was reached. What is answered and what is barred stays the same meanwhile, so both are
    /// looked at once, and an edge that was followed has nothing more to give.
    void settle(Instant openedAt, Instant now) {
        var before = arrivals;
        var barred = barred();
        arrivals = new LinkedHashMap<>();
        book.start().forEach(step -> arrive(step, new Arrival(openedAt, null, true), barred));
        entered.forEach((step, arrival) -> arrive(step, arrival, barred));
        var waiting = new ArrayList<Edge>();
        for (var edge : book.edges()) {
            if (edge.begins() == null && allowed(edge)) {
                waiting.add(edge);
            }
        }
        while (waiting.removeIf(edge -> followed(edge, before, now, barred))) {}
    }

    private boolean followed(
            Edge edge, Map<String, Arrival> before, Instant now, Set<String> barred) {
        if (!left(edge)) {
            return false;
        }
        for (var to : edge.to()) {
            var earlier = before.get(to);
            var since = earlier == null ? now : earlier.since();
            arrive(to, new Arrival(since, edge, !edge.offers()), barred);
        }
        return true;
    }

    private void arrive(String key, Arrival arrival, Set<String> barred) {
        if (comesUp(step(key)) && !barred.contains(key)) {
            arrivals.merge(key, arrival, (had, also) -> had.alsoRequired(also.required()));
        }
    }

    private Set<String> barred() {
        var steps = new HashSet<String>();
        bars().forEach(bar -> steps.addAll(bar.steps()));
        return steps;
    }

    boolean taken(Edge edge) {
        return allowed(edge) && left(edge);
    }

    private boolean allowed(Edge edge) {
        return here(edge.tracks()) && edge.when().test(facts::get) == Truth.TRUE;
    }

    /// Whether the steps that it leads away from are complete.
    private boolean left(Edge edge) {
        boolean all = edge.join() == Join.ALL;
        for (var from : edge.from()) {
            if (complete(from) != all) {
                return !all;
            }
        }
        return all;
    }

    boolean reached(String step) {
        return arrivals.containsKey(step);
    }

    /// Reached, and nothing more to do there.
    boolean complete(String key) {
        return reached(key)
                && switch (step(key)) {
                    case Step.Task _, Step.Meeting _ -> recorded.contains(key);
                    case Step.Decision decision -> facts.containsKey(decision.fact());
                    case Step.Wait wait -> facts.containsKey(wait.fact());
                    case Step.Outcome _, Step.Prohibition _ -> true;
                };
    }

    boolean comesUp(Step step) {
        return here(step.card().tracks());
    }

    private boolean here(List<String> tracks) {
        return tracks.isEmpty() || (track != null && tracks.contains(track));
    }

    @Nullable Bar barred(String step) {
        return bars().filter(bar -> bar.steps().contains(step)).findFirst().orElse(null);
    }

    /// Every bar in force now, the case's own first.
    Stream<Bar> bars() {
        return Stream.concat(book.bars().stream(), newerBars.stream())
                .filter(bar -> bar.inForce(track, facts::get));
    }

    /// Moves to a track. What was recorded at steps on tracks counts no more.
    void begin(String newTrack, Map<String, Arrival> entry) {
        track = newTrack;
        entered = entry;
        for (var step : book.steps()) {
            if (!step.card().tracks().isEmpty()) {
                recorded.remove(step.key());
                arrivals.remove(step.key());
                factOf(step, facts::remove);
            }
        }
    }

    private static void factOf(Step step, Consumer<String> use) {
        switch (step) {
            case Step.Decision decision -> use.accept(decision.fact());
            case Step.Wait wait -> use.accept(wait.fact());
            default -> {}
        }
    }
}
