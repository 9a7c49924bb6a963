// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Progress.Barred;
import school.lanyard.core.playbook.Progress.Done;
import school.lanyard.core.playbook.Progress.NotCounted;
import school.lanyard.core.playbook.Progress.Round;
import school.lanyard.core.playbook.Reach.Arrival;

/// Takes a case through its playbook, one record at a time.
final class Walk {
    private final Playbook book;
    private final Instant openedAt;
    final Reach reach;
    final List<Round> rounds = new ArrayList<>();
    final List<Done> done = new ArrayList<>();
    final List<NotCounted> notCounted = new ArrayList<>();
    final List<String> setAside = new ArrayList<>();
    final Map<String, Barred> bars = new LinkedHashMap<>();

    private Walk(Playbook book, Instant openedAt) {
        this.book = book;
        this.openedAt = openedAt;
        this.reach = new Reach(book);
    }

    private Walk(Walk other) {
        this.book = other.book;
        this.openedAt = other.openedAt;
        this.reach = new Reach(other.reach);
        rounds.addAll(other.rounds);
        done.addAll(other.done);
        notCounted.addAll(other.notCounted);
        setAside.addAll(other.setAside);
        bars.putAll(other.bars);
    }

    static Walk through(Playbook book, Situation situation) {
        var walk = new Walk(book, situation.openedAt());
        walk.settle(situation.openedAt());
        situation.events().forEach(walk::go);
        return walk;
    }

    /// Where this walk gets to with one more record. This walk stays where it is.
    Walk then(Event event) {
        var further = new Walk(this);
        further.go(event);
        return further;
    }

    private void go(Event event) {
        switch (event) {
            case Event.Did did -> take(did);
            case Event.Answered answered -> take(answered);
            case Event.NewEdition(var newest, _) -> reach.newerBars = newest.barsFor(book);
        }
        settle(event.at());
    }

    Progress progress() {
        return new Report(book, this).progress();
    }

    private void take(Event.Did did) {
        var step = reach.step(did.step());
        if (!(step instanceof Step.Task || step instanceof Step.Meeting)) {
            throw new IllegalArgumentException(
                    "the step " + did.step() + " is not one that somebody does");
        }
        var bar = reach.barred(step.key());
        if (bar != null) {
            ignore(step.key(), did, bar.reason());
        } else if (!reach.comesUp(step)) {
            ignore(
                    step.key(),
                    did,
                    "This step does not come up on the track that the case was on.");
        } else {
            reach.recorded.add(step.key());
            done.add(new Done(step.key(), did.at(), did.by()));
        }
    }

    private void take(Event.Answered answered) {
        var fact = fact(answered.fact());
        var value = answered.value();
        if (value != null && !fact.accepts(value)) {
            throw new IllegalArgumentException("the fact " + fact.key() + " cannot be " + value);
        }
        var asks = asking(fact.key());
        var running = track(reach.track);
        var next = value == null ? null : triggered(fact.key(), value);
        if (next != null) {
            answer(answered, asks);
            begin(next.key(), answered.at(), Map.of());
        } else if (running != null
                && running.holds(fact.key())
                && (value == null || !running.beginsWith(fact.key(), value))) {
            ignore(fact.key(), answered, "This answer cannot end the track that the case is on.");
        } else if (asks instanceof Step.Wait && !reach.reached(asks.key())) {
            ignore(fact.key(), answered, "This answer came before the wait for it had begun.");
        } else if (asks != null && !reach.comesUp(asks)) {
            ignore(
                    fact.key(),
                    answered,
                    "This question does not come up on the track that the case was on.");
        } else {
            answer(answered, asks);
        }
    }

    private void answer(Event.Answered answered, @Nullable Step asks) {
        var value = answered.value();
        if (value == null) {
            reach.facts.remove(answered.fact());
            return;
        }
        reach.facts.put(answered.fact(), value);
        if (asks != null) {
            done.add(new Done(asks.key(), answered.at(), answered.by()));
        }
    }

    private void ignore(String what, Event event, String reason) {
        notCounted.add(new NotCounted(what, event.at(), event.by(), reason));
    }

    /// Follows the edges, and moves to another track where one says so.
    private void settle(Instant now) {
        reach.settle(openedAt, now);
        for (int moves = 0; moves <= book.tracks().size(); moves++) {
            var crossing = crossing();
            if (crossing == null) {
                break;
            }
            cross(crossing, now);
        }
        var inForce = new LinkedHashMap<String, Bar>();
        reach.bars()
                .filter(bar -> inForce.values().stream().noneMatch(bar::readsLike))
                .forEach(bar -> inForce.put(bar.key(), bar));
        bars.keySet().retainAll(inForce.keySet());
        inForce.forEach((key, bar) -> bars.putIfAbsent(key, new Barred(bar, now)));
    }

    private @Nullable Edge crossing() {
        for (var edge : book.edges()) {
            if (edge.begins() != null && !edge.begins().equals(reach.track) && reach.taken(edge)) {
                return edge;
            }
        }
        return null;
    }

    private void cross(Edge edge, Instant now) {
        var entry = new LinkedHashMap<String, Arrival>();
        edge.to().forEach(step -> entry.put(step, new Arrival(now, edge, !edge.offers())));
        begin(Objects.requireNonNull(edge.begins()), now, entry);
        reach.settle(openedAt, now);
    }

    private void begin(String track, Instant now, Map<String, Arrival> entry) {
        var left = open().map(Step::key).toList();
        reach.begin(track, entry);
        rounds.add(new Round(track, now));
        setAside.clear();
        setAside.addAll(left);
    }

    /// Steps that somebody can take now.
    Stream<Step> open() {
        return book.steps().stream()
                .filter(step -> reach.reached(step.key()) && !reach.complete(step.key()));
    }

    /// Steps that are done and may be recorded again: no step that an edge leads to from them is.
    Stream<Step> again() {
        return book.steps().stream()
                .filter(step -> step.card().repeats() && reach.complete(step.key()))
                .filter(step ->
                        book.edges().stream()
                                .filter(edge -> edge.from().contains(step.key()))
                                .flatMap(edge -> edge.to().stream())
                                .noneMatch(reach::complete));
    }

    @Nullable Track track(@Nullable String key) {
        return book.tracks().stream()
                .filter(track -> track.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Track triggered(String fact, Value value) {
        return book.tracks().stream()
                .filter(track -> !track.key().equals(reach.track) && track.beginsWith(fact, value))
                .findFirst()
                .orElse(null);
    }

    private Fact fact(String key) {
        return book.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no fact " + key + " in the playbook " + book.key()));
    }

    private @Nullable Step asking(String fact) {
        return book.steps().stream()
                .filter(step ->
                        switch (step) {
                            case Step.Decision decision -> decision.fact().equals(fact);
                            case Step.Wait wait -> wait.fact().equals(fact);
                            default -> false;
                        })
                .findFirst()
                .orElse(null);
    }
}
