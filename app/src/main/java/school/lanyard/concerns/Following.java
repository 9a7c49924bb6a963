// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.IncidentEvent.FeedbackGiven;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.IncidentEvent.SupportGiven;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.web.Times;

/// Completes a step of the playbook once what it asks for is recorded for each person, so that
/// nobody writes it twice. Pure: the same incident always completes the same steps.
///
/// @param child whether somebody is a child of this school
record Following(Standing standing, Predicate<String> child) {

    private static final String NOTE = "Recorded for each person by itself.";

    /// What one record of following through says of one person.
    ///
    /// @param told whether it was done, rather than why it was not
    /// @param again when somebody looks again; absent where nobody need
    private record Said(String person, boolean told, String words, @Nullable LocalDate again) {}

    /// The next step that is done by what is recorded, if there is one.
    Optional<StepDone> next(Instant at) {
        return standing.progress().open().stream()
                .map(Progress.Open::step)
                .flatMap(step -> done(step, at).stream())
                .findFirst();
    }

    private Optional<StepDone> done(Step step, Instant at) {
        var by = step.card().doneBy();
        if (by == null) {
            return Optional.empty();
        }
        var people = people(by);
        var said = last(step, by);
        return people.isEmpty() || !said.keySet().containsAll(people)
                ? Optional.empty()
                : done(
                        step,
                        people.stream().map(said::get).map(Objects::requireNonNull).toList(),
                        at);
    }

    private Optional<StepDone> done(Step step, List<Said> said, Instant at) {
        var words = said.stream().map(Said::words).collect(Collectors.joining("\n"));
        if (step.card().whyNot() && said.stream().noneMatch(Said::told)) {
            return Optional.of(new StepDone(step.key(), at, true, Map.of(), words));
        }
        var held = new LinkedHashMap<String, String>();
        for (var need : step.card().needs()) {
            var value = held(need, words, said);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            held.put(need.key(), value);
        }
        return Optional.of(new StepDone(step.key(), at, false, held, NOTE));
    }

    private static String held(Step.Need need, String words, List<Said> said) {
        return switch (need.kind()) {
            case NOTE, LINE -> words;
            case DATE ->
                    said.stream()
                            .map(Said::again)
                            .filter(Objects::nonNull)
                            .min(LocalDate::compareTo)
                            .map(Times::day)
                            .orElse("");
            case TIME, YES_NO, HOLDER, CHECK_DEVICE -> "";
        };
    }

    /// Whom it has to be recorded for.
    private List<String> people(Step.DoneBy by) {
        return standing.incident().people().entrySet().stream()
                .filter(each ->
                        switch (by) {
                            case SUPPORT -> each.getValue().isAbout();
                            case PARENTS -> each.getValue().isAbout() && child.test(each.getKey());
                            case FEEDBACK -> each.getValue() != Part.FAMILY;
                        })
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The last record about each person since the step was done last.
    private Map<String, Said> last(Step step, Step.DoneBy by) {
        var said = new LinkedHashMap<String, Said>();
        for (var happening : standing.incident().history()) {
            if (happening.event() instanceof StepDone done && done.step().equals(step.key())) {
                said.clear();
            }
            said(by, happening.event()).ifPresent(each -> said.put(each.person(), each));
        }
        return said;
    }

    private static Optional<Said> said(Step.DoneBy by, IncidentEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case SupportGiven(var person, var what, var who, _, var again)
                            when by == Step.DoneBy.SUPPORT ->
                            new Said(person, true, what + " (" + who + ")", again);
                    case ParentTold(var of, _, var who, var at, var how, var words)
                            when by == Step.DoneBy.PARENTS ->
                            new Said(
                                    of,
                                    true,
                                    who + ", " + Times.dayAndTime(at) + ", " + how + ": " + words,
                                    null);
                    case ParentNotTold(var of, _, var who, var reason)
                            when by == Step.DoneBy.PARENTS ->
                            new Said(of, false, who + " not told: " + reason, null);
                    case FeedbackGiven(var person, var told, var words)
                            when by == Step.DoneBy.FEEDBACK ->
                            new Said(person, told, (told ? "" : "Not told: ") + words, null);
                    default -> null;
                });
    }
}
