// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for what is wrong with a playbook: first that its parts fit together, then, if they do, by
/// trying it out.
final class Check {
    private final Playbook book;
    private final List<Problem> problems = new ArrayList<>();

    private Check(Playbook book) {
        this.book = book;
    }

    static List<Problem> of(Playbook book) {
        var check = new Check(book);
        check.keysAreUsedOnce();
        check.nothingDangles();
        check.answersFit();
        if (check.problems.isEmpty()) {
            check.questionsAreAskedAndUsed();
            check.problems.addAll(new Trial(book).problems());
        }
        return List.copyOf(check.problems);
    }

    private void keysAreUsedOnce() {
        once("step", book.steps().stream().map(Step::key));
        once("fact", book.facts().stream().map(Fact::key));
        once("edge", book.edges().stream().map(Edge::key));
        once("track", book.tracks().stream().map(Track::key));
        once("bar", book.bars().stream().map(Bar::key));
        once("requirement", book.closing().stream().map(Requirement::key));
        once("choice", book.choices().stream().map(Choice::key));
    }

    private void once(String what, Stream<String> keys) {
        var seen = new HashSet<String>();
        keys.filter(key -> !seen.add(key))
                .forEach(key ->
                        problem(
                                key,
                                "two entries share this " + what + " key",
                                "rename one of them"));
    }

    private void nothingDangles() {
        var steps = keys(book.steps().stream().map(Step::key));
        var tracks = keys(book.tracks().stream().map(Track::key));
        var facts = keys(book.facts().stream().map(Fact::key));
        var bars = keys(book.bars().stream().map(Bar::key));
        if (book.start().isEmpty()) {
            problem(
                    book.key(),
                    "it starts nowhere",
                    "name the steps that are open when a case opens under start");
        }
        known("start", "step", book.start(), steps);
        for (var step : book.steps()) {
            known(step.key(), "track", step.card().tracks(), tracks);
            switch (step) {
                case Step.Decision decision ->
                        known(step.key(), "fact", List.of(decision.fact()), facts);
                case Step.Wait wait -> known(step.key(), "fact", List.of(wait.fact()), facts);
                case Step.Prohibition prohibition ->
                        known(step.key(), "bar", prohibition.bars(), bars);
                case Step.Task _, Step.Meeting _, Step.Outcome _ -> {}
            }
        }
        for (var edge : book.edges()) {
            known(edge.key(), "step", edge.from(), steps);
            known(edge.key(), "step", edge.to(), steps);
            known(edge.key(), "fact", edge.when().reads(), facts);
            known(edge.key(), "track", edge.tracks(), tracks);
            known(
                    edge.key(),
                    "track",
                    edge.begins() == null ? List.of() : List.of(edge.begins()),
                    tracks);
        }
        for (var bar : book.bars()) {
            known(bar.key(), "step", bar.steps(), steps);
            known(bar.key(), "track", bar.tracks(), tracks);
            known(bar.key(), "fact", bar.unless().reads(), facts);
        }
        for (var requirement : book.closing()) {
            known(requirement.key(), "step", requirement.steps(), steps);
        }
    }

    private static Set<String> keys(Stream<String> keys) {
        return new HashSet<>(keys.toList());
    }

    private void known(String about, String what, Collection<String> named, Set<String> there) {
        named.stream()
                .filter(key -> !there.contains(key))
                .forEach(key ->
                        problem(
                                about,
                                "it names the " + what + " " + key + ", which is not there",
                                "add it or correct the key"));
    }

    private void answersFit() {
        Map<String, Fact> facts = new HashMap<>();
        book.facts().forEach(fact -> facts.put(fact.key(), fact));
        for (var track : book.tracks()) {
            for (var trigger : track.triggers()) {
                var fact = facts.get(trigger.fact());
                if (fact == null || !fact.accepts(trigger.is())) {
                    problem(
                            track.key(),
                            "it begins with an answer that the fact "
                                    + trigger.fact()
                                    + " cannot have",
                            "use a declared fact and one of its options");
                }
            }
        }
    }

    private void questionsAreAskedAndUsed() {
        var asked = new HashMap<String, String>();
        for (var step : book.steps()) {
            switch (step) {
                case Step.Decision decision -> {
                    asks(step, decision.fact(), asked);
                    leadsOn(step, decision.fact(), decision.leadsOn());
                }
                case Step.Wait wait -> {
                    asks(step, wait.fact(), asked);
                    leadsOn(step, wait.fact(), true);
                }
                case Step.Task _, Step.Meeting _, Step.Outcome _, Step.Prohibition _ -> {}
            }
        }
        for (var fact : book.facts()) {
            if (!asked.containsKey(fact.key())) {
                problem(
                        fact.key(),
                        "no step asks for this fact",
                        "add a decision or a wait that answers it");
            }
        }
    }

    private void asks(Step step, String fact, Map<String, String> asked) {
        var other = asked.putIfAbsent(fact, step.key());
        if (other != null) {
            problem(step.key(), "it asks the same as " + other, "keep one of the two steps");
        }
    }

    private void leadsOn(Step step, String fact, boolean should) {
        var used =
                book.edges().stream().anyMatch(edge -> edge.when().reads().contains(fact))
                        || book.edges().stream().anyMatch(edge -> edge.from().contains(step.key()))
                        || book.bars().stream().anyMatch(bar -> bar.unless().reads().contains(fact))
                        || book.tracks().stream().anyMatch(track -> track.holds(fact));
        if (should && !used) {
            problem(
                    step.key(),
                    "its answers lead nowhere",
                    "use the fact "
                            + fact
                            + " in the condition of an edge, or say that it is asked for the record");
        }
    }

    private void problem(String about, String problem, String mend) {
        problems.add(new Problem(about, problem, mend));
    }
}
