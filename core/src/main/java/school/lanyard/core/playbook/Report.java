// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Progress.Blocked;
import school.lanyard.core.playbook.Progress.Closing;
import school.lanyard.core.playbook.Progress.Done;
import school.lanyard.core.playbook.Progress.Missing;
import school.lanyard.core.playbook.Progress.Open;
import school.lanyard.core.playbook.Progress.Passed;

/// Tells where a walk has got to.
final class Report {
    private final Playbook book;
    private final Walk walk;
    private final Reach reach;

    Report(Playbook book, Walk walk) {
        this.book = book;
        this.walk = walk;
        this.reach = walk.reach;
    }

    Progress progress() {
        var open = open();
        var blocked = blocked();
        var possible = new Possible(book, reach).steps();
        var later = new ArrayList<String>();
        var notApplicable = new ArrayList<String>();
        for (var step : book.steps()) {
            var key = step.key();
            if (reach.reached(key) || blocked.containsKey(key)) {
                continue;
            }
            if (possible.contains(key)) {
                later.add(key);
            } else if (!everDone(key)) {
                notApplicable.add(key);
            }
        }
        return new Progress(
                walk.rounds,
                Stream.concat(open.stream(), walk.again().map(this::again)).toList(),
                walk.done,
                passed(),
                List.copyOf(blocked.values()),
                later,
                notApplicable,
                List.copyOf(walk.bars.values()),
                walk.notCounted,
                closing(open));
    }

    Closing closing(List<Open> open) {
        return new Closing(missing(open));
    }

    List<Open> open() {
        return walk.open()
                .map(step -> {
                    var arrival = arrival(step);
                    return new Open(
                            step,
                            arrival.since(),
                            due(step, arrival.since()),
                            arrival.required(),
                            arrival.because());
                })
                .toList();
    }

    /// Nothing waits for a step that was done before.
    private Open again(Step step) {
        var arrival = arrival(step);
        return new Open(step, arrival.since(), null, false, arrival.because());
    }

    private Reach.Arrival arrival(Step step) {
        return Objects.requireNonNull(reach.arrivals.get(step.key()));
    }

    private static @Nullable Instant due(Step step, Instant since) {
        var clock = step.card().clock();
        return clock == null ? null : clock.due(since);
    }

    private List<Passed> passed() {
        return book.steps().stream()
                .filter(step -> step instanceof Step.Outcome || step instanceof Step.Prohibition)
                .filter(step -> reach.reached(step.key()))
                .map(step -> new Passed(step.key(), arrival(step).since()))
                .toList();
    }

    private Map<String, Blocked> blocked() {
        var blocked = new LinkedHashMap<String, Blocked>();
        for (var step : book.steps()) {
            var bar = reach.barred(step.key());
            if (bar != null) {
                blocked.put(step.key(), new Blocked(step.key(), bar.reason(), bar, bar.clauses()));
            }
        }
        var track = walk.track(reach.track);
        if (track != null && !track.setAside().isEmpty()) {
            for (var key : walk.setAside) {
                if (!reach.reached(key)) {
                    blocked.putIfAbsent(key, new Blocked(key, track.setAside(), null, List.of()));
                }
            }
        }
        return blocked;
    }

    private boolean everDone(String step) {
        return walk.done.stream().map(Done::step).anyMatch(step::equals);
    }

    private List<Missing> missing(List<Open> open) {
        var missing = new ArrayList<Missing>();
        var named = new HashSet<String>();
        for (var requirement : book.closing()) {
            if (!requirement.steps().stream().allMatch(reach::complete)) {
                missing.add(
                        new Missing(requirement.key(), requirement.says(), requirement.clauses()));
                named.addAll(requirement.steps());
            }
        }
        for (var step : open) {
            var card = step.step().card();
            if (step.required() && !named.contains(card.key())) {
                missing.add(
                        new Missing(
                                card.key(), "Still open: " + card.label() + ".", card.clauses()));
            }
        }
        return missing;
    }
}
