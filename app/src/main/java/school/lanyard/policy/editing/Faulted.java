// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Yaml;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.web.Form;

/// Says what a change would break, beside the question that it comes from where one can be found.
final class Faulted {

    private final Sheet sheet;
    private final Layers after;

    Faulted(Sheet sheet, Layers after) {
        this.sheet = sheet;
        this.after = after;
    }

    void tell(Form form, List<Fault> faults) {
        for (var fault : faults) {
            form.reject(field(fault), words(fault));
        }
    }

    static String words(Fault fault) {
        return "%s %s (%s, line %d)"
                .formatted(
                        fault.problem(),
                        fault.mend(),
                        fault.file().substring(fault.file().indexOf('/') + 1),
                        fault.line());
    }

    /// The question whose key stands on the fault's line or last before it; of several on one line,
    /// the one that the fault speaks of.
    private String field(Fault fault) {
        var questions = sheet.questions();
        var hangs = tried(fault);
        if (questions.stream().anyMatch(question -> question.key().equals(hangs))) {
            return hangs;
        }
        var entry = entry();
        var near = questions.getFirst().key();
        int nearest = 0;
        boolean spoken = false;
        for (var question : questions) {
            var place = entry.placeOf(question.key());
            if (!entry.has(question.key()) || !place.file().equals(fault.file())) {
                if (speaksOf(fault, question, entry) && !spoken) {
                    near = question.key();
                    spoken = true;
                }
                continue;
            }
            boolean speaks = speaksOf(fault, question, entry);
            boolean closer = place.line() <= fault.line() && place.line() >= nearest;
            if (closer && (speaks || (!spoken && place.line() > nearest))) {
                near = question.key();
                nearest = place.line();
                spoken |= speaks;
            }
        }
        return near;
    }

    /// Where a playbook does not work when it is tried, the question that it hangs on.
    private String tried(Fault fault) {
        var problem = fault.problem();
        if (problem.startsWith("The condition")) {
            return sheet.questions().stream()
                    .filter(question -> question.kind() == Question.Kind.CONDITION)
                    .map(Question::key)
                    .findFirst()
                    .orElse(StepQuestion.ANSWERS);
        }
        if (problem.contains("no case can ever reach")) {
            return Placed.FROM;
        }
        if (problem.contains("a case can never close")) {
            return Placed.TO;
        }
        return problem.contains("its answers lead nowhere")
                        || problem.contains("no step asks for this fact")
                ? StepQuestion.QUESTION
                : "";
    }

    private static boolean speaksOf(Fault fault, Question question, Yaml.Mapping entry) {
        var text = entry.text(question.key());
        return (text.length() > 1 && fault.problem().contains(text))
                || entry.texts(question.key()).stream()
                        .anyMatch(word -> word.length() > 1 && fault.problem().contains(word))
                || fault.problem().matches(".*\\b" + question.key() + "\\b.*")
                || fault.mend().contains("line " + question.key() + ":");
    }

    private Yaml.Mapping entry() {
        var tree = after.section(sheet.section());
        for (var step : sheet.path().steps()) {
            if (step instanceof Path.Key(var key)) {
                tree = tree.mapping(key);
            } else if (step instanceof Path.Index) {
                return tree;
            }
        }
        return tree;
    }
}
