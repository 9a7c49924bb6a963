// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tries a playbook out: goes to every state that a case can get into when people do what is open,
/// whatever they answer and whenever a track begins midway, and asks of each state whether the case
/// can still be brought to a close.
final class Trial {
    private static final int MOST_STATES = 20_000;
    private static final int MOST_PROBLEMS = 20;
    private static final Instant SOME_TIME = Instant.EPOCH;

    /// Where a case can get to.
    ///
    /// @param on states that follow when people do what is open
    private record State(Situation situation, Progress progress, Set<Object> on) {}

    private final Playbook book;
    private final Map<Object, State> states = new LinkedHashMap<>();
    private final Deque<Situation> toTry = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Trial(Playbook book) {
        this.book = book;
    }

    List<Problem> problems() {
        visit(Situation.openedAt(SOME_TIME));
        while (!toTry.isEmpty()) {
            if (states.size() > MOST_STATES) {
                return List.of(
                        new Problem(
                                book.key(),
                                "it has too many states to be checked",
                                "take out questions, or split the playbook"));
            }
            explore(toTry.remove());
        }
        var problems = new ArrayList<Problem>();
        neverReached(problems);
        neverClosing(problems);
        return problems.stream().limit(MOST_PROBLEMS).toList();
    }

    private void explore(Situation situation) {
        var state = states.get(signature(Walk.through(book, situation)));
        if (state == null) {
            throw new IllegalStateException("a state was lost");
        }
        next(state).forEach(next -> state.on().add(visit(next)));
        for (var track : book.tracks()) {
            track.triggers()
                    .forEach(trigger -> visit(answer(situation, trigger.fact(), trigger.is())));
        }
    }

    private Object visit(Situation situation) {
        var walk = Walk.through(book, situation);
        var signature = signature(walk);
        if (!states.containsKey(signature)) {
            seen.addAll(walk.reach.arrivals.keySet());
            states.put(signature, new State(situation, walk.progress(), new HashSet<>()));
            toTry.add(situation);
        }
        return signature;
    }

    /// All that decides how a case can go on. When things happened does not.
    private static Object signature(Walk walk) {
        var reach = walk.reach;
        return List.of(
                reach.track == null ? "" : reach.track,
                Map.copyOf(reach.facts),
                Set.copyOf(reach.recorded),
                Set.copyOf(reach.arrivals.keySet()),
                Set.copyOf(reach.entered.keySet()));
    }

    private List<Situation> next(State state) {
        var did = state.situation();
        for (var open : state.progress().open()) {
            if (open.step() instanceof Step.Task || open.step() instanceof Step.Meeting) {
                did = did.did(open.step().key(), SOME_TIME, "");
            }
        }
        if (!did.equals(state.situation())) {
            return List.of(did);
        }
        for (var open : state.progress().open()) {
            switch (open.step()) {
                case Step.Decision decision -> {
                    return answers(state.situation(), decision.fact());
                }
                case Step.Wait wait -> {
                    return answers(state.situation(), wait.fact());
                }
                case Step.Task _, Step.Meeting _, Step.Outcome _, Step.Prohibition _ -> {}
            }
        }
        return List.of();
    }

    private List<Situation> answers(Situation situation, String key) {
        return book.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .flatMap(fact -> fact.answers().stream())
                .map(value -> answer(situation, key, value))
                .toList();
    }

    private static Situation answer(Situation situation, String fact, Value value) {
        return situation.answered(fact, value, SOME_TIME, "");
    }

    private void neverReached(List<Problem> problems) {
        for (var step : book.steps()) {
            if (!seen.contains(step.key())) {
                problems.add(
                        new Problem(
                                step.key(),
                                "no case can ever reach this step",
                                "add an edge that leads to it, or take it out"));
            }
        }
    }

    private void neverClosing(List<Problem> problems) {
        var closing = canClose();
        states.forEach((signature, state) -> {
            if (!closing.contains(signature) && isWhereItSticks(state, closing)) {
                problems.add(stuck(state));
            }
        });
    }

    /// Works back from the states in which a case may close.
    private Set<Object> canClose() {
        var before = new HashMap<Object, List<Object>>();
        var closing = new HashSet<Object>();
        var toFollow = new ArrayDeque<Object>();
        states.forEach((signature, state) -> {
            state.on()
                    .forEach(next ->
                            before.computeIfAbsent(next, _ -> new ArrayList<>()).add(signature));
            if (state.progress().closing().allowed()) {
                toFollow.add(signature);
            }
        });
        while (!toFollow.isEmpty()) {
            var signature = toFollow.remove();
            if (closing.add(signature)) {
                toFollow.addAll(before.getOrDefault(signature, List.of()));
            }
        }
        return closing;
    }

    /// Told once, where it sticks or goes round, rather than at every state on the way there.
    private boolean isWhereItSticks(State state, Set<Object> closing) {
        return state.on().isEmpty()
                || state.on().stream()
                        .anyMatch(next -> before(next, state) && !closing.contains(next));
    }

    private boolean before(Object next, State state) {
        var other = states.get(next);
        return other != null
                && other.situation().events().size() <= state.situation().events().size();
    }

    private Problem stuck(State state) {
        var answers = new LinkedHashMap<String, String>();
        for (var event : state.situation().events()) {
            if (event instanceof Event.Answered(var fact, var value, _, _) && value != null) {
                answers.put(fact, words(value));
            }
        }
        var missing =
                state.progress().closing().missing().stream().map(Progress.Missing::key).toList();
        return new Problem(
                missing.isEmpty() ? book.key() : missing.getFirst(),
                "with the answers " + answers + " a case can never close, for want of " + missing,
                "add an edge that leads from there to what is missing");
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.YesNo(var yes) -> yes ? "yes" : "no";
            case Value.Option(var key) -> key;
        };
    }
}
