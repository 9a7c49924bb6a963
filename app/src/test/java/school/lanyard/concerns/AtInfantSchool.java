// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.testing.Engine;

/// Tests at the small school, with what every one of them does to a case.
abstract class AtInfantSchool {

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;

    @BeforeEach
    void open() {
        school = new InfantSchool(engine, directory);
    }

    @AfterEach
    void close() {
        school.close();
    }

    String opened(String by, Receipt receipt) {
        return school.incidents
                .openFrom(school.as(by), receipt.reference(), List.of(), NINE)
                .orElseThrow();
    }

    Incidents.Opened view(String by, String reference, Instant at) {
        return school.incidents
                .open(school.as(by), reference, "incident.test-read", at)
                .orElseThrow();
    }

    Outcome record(String by, String reference, IncidentEvent event) {
        return record(by, reference, event, NINE);
    }

    Outcome record(String by, String reference, IncidentEvent event, Instant at) {
        return school.incidents.record(
                school.as(by), reference, event, UUID.randomUUID().toString(), at);
    }

    /// A step of the playbook done, with everything held that it asks for.
    static StepDone done(String step, Instant at) {
        var held =
                InfantSchool.PACK.playbooks().get("incident").step(step).card().needs().stream()
                        .collect(
                                Collectors.toMap(
                                        need -> need.key(),
                                        need ->
                                                need.must() == null
                                                        ? "Held."
                                                        : need.must().answer()));
        return new StepDone(step, at, false, held, "Done.");
    }

    static Classified kind(boolean illegal) {
        var kind =
                InfantSchool.PACK.categoriesFor("learner").stream()
                        .filter(each -> each.illegal() == illegal)
                        .findFirst()
                        .orElseThrow();
        return new Classified("learner", kind.key(), List.of("contact"), "contact");
    }

    static Closed ending() {
        return new Closed(ClosingOutcome.SUPPORT.key(), "Taught and supported.");
    }

    void assertProjectionIsWhatTheLedgerSays(String reference) {
        var view = view("dsl", reference, NINE);
        var stored =
                school.house
                        .database()
                        .read(sql ->
                                new IncidentRows(sql, school.house.school())
                                        .find(view.incident().id(), school.as("dsl")))
                        .orElseThrow()
                        .projection();
        assertThat(
                        school.incidents.rebuilt(
                                school.house.school(),
                                view.incident().id(),
                                view.edition().id(),
                                false))
                .isEqualTo(stored);
    }
}
