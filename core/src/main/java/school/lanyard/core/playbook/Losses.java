// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.ArrayList;
import java.util.List;

/// Compares an adapted playbook with its source. A school may rename, add and move; what is fixed
/// has to stay as strong.
final class Losses {
    private Losses() {}

    static List<Problem> of(Playbook source, Playbook adapted) {
        var problems = new ArrayList<Problem>();
        source.steps().stream()
                .filter(step -> step.card().fixed())
                .forEach(step -> compare(step, adapted, problems));
        source.bars().stream().filter(Bar::fixed).forEach(bar -> compare(bar, adapted, problems));
        for (var track : source.tracks()) {
            compare(track, adapted, problems);
        }
        return problems;
    }

    private static void compare(Step step, Playbook adapted, List<Problem> problems) {
        var kept =
                adapted.steps().stream()
                        .filter(other -> other.key().equals(step.key()))
                        .anyMatch(other ->
                                other.getClass() == step.getClass()
                                        && other.card().fixed()
                                        && !(other.card().whyNot() && !step.card().whyNot())
                                        && (other.card().makesSafe() || !step.card().makesSafe())
                                        && other.card().needs().containsAll(conditions(step))
                                        && other.card().tracks().equals(step.card().tracks()));
        if (!kept) {
            problems.add(
                    new Problem(
                            step.key(),
                            "every school keeps this step, and it is missing or weaker",
                            "put it back as it was"));
        }
    }

    /// What its record has to say. A school may ask for more, and not for less.
    private static List<Step.Need> conditions(Step step) {
        return step.card().needs().stream().filter(need -> need.must() != null).toList();
    }

    private static void compare(Bar bar, Playbook adapted, List<Problem> problems) {
        var kept =
                adapted.bars().stream()
                        .filter(other -> other.key().equals(bar.key()))
                        .anyMatch(other -> other.fixed() && other.covers(bar));
        if (!kept) {
            problems.add(
                    new Problem(
                            bar.key(),
                            "every school keeps this bar, and it is missing or weaker",
                            "put it back as it was"));
        }
    }

    private static void compare(Track track, Playbook adapted, List<Problem> problems) {
        var kept =
                adapted.tracks().stream()
                        .filter(other -> other.key().equals(track.key()))
                        .anyMatch(other -> other.triggers().containsAll(track.triggers()));
        if (!kept && !track.triggers().isEmpty()) {
            problems.add(
                    new Problem(
                            track.key(),
                            "an answer that begins this track no longer does",
                            "put the answer back"));
        }
    }
}
