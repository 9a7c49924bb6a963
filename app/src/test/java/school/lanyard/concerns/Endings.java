// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import school.lanyard.access.Viewer;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;

/// Takes an incident of the school's own kind to its end, doing all that its playbook asks for.
public record Endings(Incidents incidents, Viewer handler, Instant at) {

    private static final int MOST = 40;

    /// Sorts an incident, walks its playbook and closes it.
    public void end(String reference) {
        var opened = open(reference);
        var kind =
                opened.edition().pack().categoriesFor("learner").stream()
                        .filter(each -> !each.illegal())
                        .findFirst()
                        .orElseThrow();
        if (opened.incident().classification().isEmpty()) {
            record(
                    reference,
                    new IncidentEvent.Classified(
                            "learner", kind.key(), List.of("contact"), "contact"));
        }
        answer(reference, "classification", "unsuitable");
        var next = required(reference);
        for (int i = 0; i < MOST && next.isPresent(); i++) {
            switch (next.get()) {
                case Step.Decision(_, var fact, _) -> answer(reference, fact, "no");
                case Step step -> record(reference, done(step, at, "Done."));
            }
            next = required(reference);
        }
        record(reference, new IncidentEvent.ActionsChosen(List.of(), List.of(), "As it is."));
        var closed =
                record(
                        reference,
                        new IncidentEvent.Closed(
                                ClosingOutcome.SUPPORT.key(), "Taught and supported."));
        if (!(closed instanceof Outcome.Recorded)) {
            throw new IllegalStateException(closed.toString());
        }
    }

    /// The first step that closing waits for.
    private Optional<Step> required(String reference) {
        return open(reference).progress().open().stream()
                .filter(Progress.Open::required)
                .map(Progress.Open::step)
                .findFirst();
    }

    private void answer(String reference, String fact, String value) {
        record(reference, new IncidentEvent.FactAnswered(fact, value, Map.of(), "Because."));
    }

    /// A step done at a time, with everything held that it asks for.
    public static IncidentEvent done(Step step, Instant at, String note) {
        var held =
                step.card().needs().stream()
                        .collect(Collectors.toMap(need -> need.key(), _ -> "Held."));
        return new IncidentEvent.StepDone(step.key(), at, false, held, note);
    }

    private Incidents.Opened open(String reference) {
        return incidents.open(handler, reference, "incident.read", at).orElseThrow();
    }

    private Outcome record(String reference, IncidentEvent event) {
        return incidents.record(handler, reference, event, UUID.randomUUID().toString(), at);
    }
}
