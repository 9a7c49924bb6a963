// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.playbook.Step;
import school.lanyard.people.Directory;
import school.lanyard.web.Times;

/// A form on paper with what is recorded of the steps that stand on it, room for what is not, and
/// lines to sign.
///
/// @param people whom the incident is about, in words
public record StepPaper(
        String title,
        String reference,
        String people,
        List<Part> parts,
        String madeBy,
        Instant madeAt) {

    /// One record of a step, or room for one.
    ///
    /// @param by who recorded it and when; empty where there is only room
    public record Part(String label, String by, List<Answer> answers) {}

    /// What is asked, and the answer.
    ///
    /// @param text empty where it is to be written by hand
    public record Answer(String label, String text, boolean high) {}

    static StepPaper of(
            Incidents.Opened opened,
            String paper,
            Directory directory,
            String madeBy,
            Instant madeAt) {
        return new StepPaper(
                paper,
                opened.file().reference(),
                CaseTop.of(opened, directory).people(),
                opened.playbook().steps().stream()
                        .filter(step -> paper.equals(step.card().paper()))
                        .flatMap(step -> parts(opened, step, directory).stream())
                        .toList(),
                madeBy,
                madeAt);
    }

    private static List<Part> parts(Incidents.Opened opened, Step step, Directory directory) {
        var records =
                opened.incident().history().stream()
                        .filter(each ->
                                each.event() instanceof StepDone done
                                        && done.step().equals(step.key()))
                        .map(each -> {
                            var done = (StepDone) each.event();
                            return new Part(
                                    step.card().label(),
                                    directory.name(each.by())
                                            + ", "
                                            + Times.dayAndTime(done.doneAt()),
                                    answers(step, done.held()));
                        })
                        .toList();
        return records.isEmpty()
                ? List.of(new Part(step.card().label(), "", answers(step, Map.of())))
                : records;
    }

    private static List<Answer> answers(Step step, Map<String, String> held) {
        return step.card().needs().stream()
                .map(need ->
                        new Answer(
                                need.label(),
                                held.getOrDefault(need.key(), ""),
                                need.kind() == Step.Need.Kind.NOTE))
                .toList();
    }
}
