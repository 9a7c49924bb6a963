// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.accesslog.Looked;
import school.lanyard.cli.LedgerVerifyCommand;
import school.lanyard.ledger.store.Witnesses;
import school.lanyard.testing.Engine;
import school.lanyard.testing.RawDatabase;
import school.lanyard.testing.Told;

/// Somebody takes entries away and sets the head back, so that what is left of the chain holds.
@ParameterizedClass
@EnumSource(Engine.class)
class ShortenedLedgerTest {

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;
    String incident = "";

    /// Real work: a concern that became an incident, which was read and noted in.
    @BeforeEach
    void a_worked_case() {
        school = new InfantSchool(engine, directory);
        var receipt = school.report("anything-else", "pip");
        var dsl = school.as("dsl");
        incident =
                school.incidents.openFrom(dsl, receipt.reference(), List.of(), NINE).orElseThrow();
        assertThat(school.incidents.open(dsl, incident, "incident.read", NINE)).isPresent();
        note();
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void is_not_suspected_after_real_work() {
        var told = verify();
        assertThat(told.out()).contains(" whole: ").doesNotContain("MISSING");
        assertThat(told.exit()).isZero();
    }

    @Test
    void is_found_when_all_of_it_is_gone() {
        cutAfter(0);
        assertMissing("1 concerns without", "1 incidents whose", "6 appointments without");
    }

    @Test
    void is_found_when_all_of_it_and_the_school_are_gone() {
        RawDatabase.withoutForeignKeys(
                school.house.home().database(),
                List.of(
                        "delete from ledger_subject",
                        "delete from ledger_entry",
                        "delete from ledger_head",
                        "delete from school"));
        assertMissing("1 concerns without", "1 incidents whose", "6 appointments without");
    }

    @Test
    void is_found_when_one_event_of_an_incident_is_gone() {
        cutAfter(last() - 1);
        assertMissing("1 incidents whose");
    }

    @Test
    void is_found_when_a_concern_is_gone() {
        var before = last();
        school.report("anything-else", "bo");
        cutAfter(before);
        assertMissing("1 concerns without");
    }

    @Test
    void is_found_when_an_appointment_is_gone() {
        var before = last();
        school.appoint("teacher", "deputy-dsl");
        cutAfter(before);
        assertMissing("1 appointments without");
    }

    /// Else a new way of looking would be taken for an event, and every incident for a broken one.
    @Test
    void counts_as_events_what_incidents_count_as_events() {
        var looks = Arrays.stream(Looked.values()).map(Looked::action).toList();
        assertThat(
                        looks.stream()
                                .filter(each -> each.startsWith(IncidentEvents.PREFIX))
                                .filter(each -> !IncidentEvents.isEvent(each)))
                .containsExactlyInAnyOrderElementsOf(Witnesses.LOOKS);
        assertThat(Witnesses.LOOKS).noneMatch(IncidentEvents::isEvent);
    }

    private void assertMissing(String... lines) {
        var told = verify();
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out()).contains(" BROKEN, though its chain holds: ");
        var missing = told.out().lines().filter(line -> line.contains("MISSING")).toList();
        assertThat(missing).hasSameSizeAs(lines);
        for (var number = 0; number < lines.length; number++) {
            assertThat(missing.get(number))
                    .startsWith(
                            school.house.school() + " MISSING from the ledger: " + lines[number]);
        }
        assertThat(told.err()).contains("The ledger is broken");
    }

    private void note() {
        assertThat(
                        school.incidents.record(
                                school.as("dsl"),
                                incident,
                                new IncidentEvent.NoteAdded("A note."),
                                UUID.randomUUID().toString(),
                                NINE))
                .isNotInstanceOf(Outcome.NotFound.class);
    }

    private long last() {
        var counted = verify().out().replaceAll("(?s).*: (\\d+) entries.*", "$1");
        return Long.parseLong(counted);
    }

    private void cutAfter(long last) {
        RawDatabase.change(
                school.house.home().database(),
                List.of(
                        "delete from ledger_subject where seq > " + last,
                        "delete from ledger_entry where seq > " + last,
                        last == 0
                                ? "delete from ledger_head"
                                : "update ledger_head set seq = %d, hash = (select hash from ledger_entry where seq = %d)"
                                        .formatted(last, last)));
    }

    private Told verify() {
        return Told.by(new LedgerVerifyCommand(), school.house.home());
    }
}
