// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Report;
import school.lanyard.testing.LiveSchool;

/// Cases of a live school, opened at any time in the past.
public record Cases(LiveSchool school) {

    static final Instant LAST_AUTUMN = Instant.parse("2025-10-06T09:00:00Z");
    static final Instant LAST_SPRING = Instant.parse("2026-02-02T09:00:00Z");

    public Viewer as(String key) {
        return new Viewer(school.school(), school.id(key), school.today());
    }

    /// A concern about somebody, as it was received.
    public String concern(String route, String about, Instant at) {
        return school.server()
                .bean(Concerns.class)
                .receive(
                        as("teacher"),
                        UUID.randomUUID().toString(),
                        new Report(
                                List.of(route),
                                List.of(new Report.Named(school.id(about), about)),
                                "Seen at home time, on a tablet: <script>alert(1)</script>",
                                "He asked me & my sister to keep a secret.",
                                school.today(),
                                null,
                                "",
                                Report.Place.OFF_SITE,
                                "At home",
                                "A tablet",
                                false,
                                "",
                                at))
                .reference();
    }

    /// An incident about somebody, opened by whoever takes it.
    public String incident(String route, String about, String handler, Instant at) {
        return incident(route, about, handler, "learner", 0, at);
    }

    public String incident(
            String route, String about, String handler, String group, int kind, Instant at) {
        var pack =
                school.server()
                        .bean(school.lanyard.policy.Editions.class)
                        .running(school.school())
                        .pack();
        var category = pack.categoriesFor(group).get(kind);
        var risk = pack.risks().keySet().iterator().next();
        var events = new ArrayList<IncidentEvent>();
        events.add(new IncidentEvent.PersonLinked(school.id(about), Part.AFFECTED));
        events.add(new IncidentEvent.Classified(group, category.key(), List.of(risk), risk));
        return incidents()
                .openFrom(as(handler), concern(route, about, at), events, at)
                .orElseThrow();
    }

    public Incidents incidents() {
        return school.server().bean(Incidents.class);
    }

    public void record(String handler, String reference, IncidentEvent event, Instant at) {
        var outcome =
                incidents().record(as(handler), reference, event, UUID.randomUUID().toString(), at);
        if (!(outcome instanceof school.lanyard.concerns.Outcome.Recorded)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
