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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import school.lanyard.core.playbook.Progress.Closing;
import school.lanyard.core.playbook.Progress.Open;

/// Tries a playbook out: goes to every state that a case can get into when people do what is open,
/// whatever they answer and whenever a track begins midway, and asks of each state whether the case
/// can still be brought to a close.
final class Trial {
    private static final int MOST_STATES = 20_000;
    private static final int MOST_PROBLEMS = 20;
    private static final Instant SOME_TIME = Instant.EPOCH;

    /// Where a case can get to.
    ///
    /// @param depth how many rounds of doing what is open it took to get there
    /// @param on states that follow when people do what is open
    private record State(Walk walk, List<Open> open, Closing closing, int depth, Set<Object> on) {}

    private final Playbook book;
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<Object, State> states = new LinkedHashMap<>();
    private final Deque<State> toTry = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Trial(Playbook book) {
        this.book = book;
        book.facts().forEach(fact -> facts.put(fact.key(), fact));
    }

    List<Problem> problems() {
        visit(Walk.through(book, Situation.openedAt(SOME_TIME)), 0);
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

    private void explore(State state) {
        for (var next : next(state)) {
            state.on().add(visit(next, state.depth() + 1));
        }
        for (var track : book.tracks()) {
            for (var trigger : track.triggers()) {
                visit(state.walk().then(answer(trigger.fact(), trigger.is())), state.depth() + 1);
            }
        }
    }

    private Object visit(Walk walk, int depth) {
        var signature = signature(walk);
        if (!states.containsKey(signature)) {
            seen.addAll(walk.reach.arrivals.keySet());
            var report = new Report(book, walk);
            var open = report.open();
            var state = new State(walk, open, report.closing(open), depth, new HashSet<>());
            states.put(signature, state);
            toTry.add(state);
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

    /// First people do every task that is open; then they answer one question, in any way.
    private List<Walk> next(State state) {
        var walk = state.walk();
        for (var open : state.open()) {
            if (open.step() instanceof Step.Task || open.step() instanceof Step.Meeting) {
                walk = walk.then(new Event.Did(open.step().key(), SOME_TIME, ""));
            }
        }
        if (!walk.equals(state.walk())) {
            return List.of(walk);
        }
        for (var open : state.open()) {
            switch (open.step()) {
                case Step.Decision decision -> {
                    return answers(walk, decision.fact());
                }
                case Step.Wait wait -> {
                    return answers(walk, wait.fact());
                }
                case Step.Task _, Step.Meeting _, Step.Outcome _, Step.Prohibition _ -> {}
            }
        }
        return List.of();
    }

    private List<Walk> answers(Walk walk, String fact) {
        return Objects.requireNonNull(facts.get(fact)).answers().stream()
                .map(value -> walk.then(answer(fact, value)))
                .toList();
    }

    private static Event answer(String fact, Value value) {
        return new Event.Answered(fact, value, SOME_TIME, "");
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
            if (state.closing().allowed()) {
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
                        .anyMatch(next -> !closing.contains(next) && back(next, state));
    }

    private boolean back(Object next, State state) {
        var other = states.get(next);
        return other != null && other.depth() <= state.depth();
    }

    private Problem stuck(State state) {
        var answers = new TreeMap<String, String>();
        state.walk().reach.facts.forEach((fact, value) -> answers.put(fact, words(value)));
        var missing = state.closing().missing().stream().map(Progress.Missing::key).toList();
        return new Problem(
                missing.getFirst(),
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
