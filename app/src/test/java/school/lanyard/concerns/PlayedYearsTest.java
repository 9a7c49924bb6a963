// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.mail.Outbox;
import school.lanyard.people.Accounts;
import school.lanyard.people.People;
import school.lanyard.people.Schools;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.Period;
import school.lanyard.setup.demo.DemoConcern;
import school.lanyard.setup.demo.DemoDirectory;
import school.lanyard.setup.demo.DemoIncident;
import school.lanyard.setup.demo.DemoSchool;
import school.lanyard.setup.demo.DemoSeeding;
import school.lanyard.setup.demo.DemoSignIn;
import school.lanyard.setup.demo.DemoYear;
import school.lanyard.testing.Demonstration;
import school.lanyard.testing.Running;

/// The whole demonstration, played through the services. The playbook refuses nothing of it, or the
/// server would not have started.
class PlayedYearsTest {

    private static final DemoSchool CAST = DemoSchool.of(DemoSeeding.SEED);

    /// Reports of kinds that the policy names, sent by staff on the last afternoon.
    private static final int OF_KINDS = 4;

    @TempDir Path directory;
    Running server;
    String school;
    LocalDate today;
    List<DemoYear> years;

    @BeforeEach
    void play() {
        server = played(directory);
        school = server.bean(Schools.class).all().getFirst().id();
        today = SchoolTime.day(Instant.now());
        years = DemoYear.upTo(today.minusDays(1), CAST, DemoSeeding.SEED);
    }

    /// A server on which the demonstration has been played.
    Running played(Path directory) {
        return Demonstration.on(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// One test, for the play takes long and none of this changes it.
    @Test
    void is_what_the_script_says_and_holds_together() {
        everything_written_was_received();
        every_case_stands_where_the_script_left_it();
        what_needed_no_incident_is_answered_and_out_of_the_queue();
        every_projection_is_what_the_ledger_adds_up_to();
        the_headteacher_sees_no_trace_of_what_is_about_them();
        every_term_of_the_last_year_was_reported();
        the_ledger_verifies();
        no_mail_waits_and_the_directory_is_marked();
    }

    private void everything_written_was_received() {
        var received =
                CAST.people()
                        .filter(one -> !(one instanceof DemoSchool.Guardian))
                        .mapToInt(one -> concerns().sentBy(viewer(one)).size())
                        .sum();
        assertThat(received)
                .isEqualTo((int) concernsWritten().count() + OF_KINDS)
                .isGreaterThan(70);
    }

    private void every_case_stands_where_the_script_left_it() {
        var script = years.stream().flatMap(year -> year.incidents().stream()).toList();
        assertThat(rows()).hasSize(script.size());
        assertThat(rows().stream().filter(row -> row.projection().state().equals("closed")))
                .hasSize((int) script.stream().filter(DemoIncident::closed).count());
        assertThat(rows()).anyMatch(row -> row.projection().track().equals("police"));
        var outcomes = Stream.of(ClosingOutcome.values()).map(ClosingOutcome::key).toList();
        assertThat(rows().stream().map(row -> row.projection().outcome()))
                .allMatch(outcome -> outcome == null || outcomes.contains(outcome));
    }

    private void what_needed_no_incident_is_answered_and_out_of_the_queue() {
        var answers = years.stream().flatMap(year -> year.answers().stream()).toList();
        var dsl = viewer(one("dsl"));
        var settled = server.bean(Queue.class).settled(dsl, Instant.now()).concerns();
        assertThat(answers).isNotEmpty();
        assertThat(settled).hasSameSizeAs(answers);
        for (var each : settled)
            assertThat(concerns().rebuilt(school, each.row().id())).hasValue(each.answeredAt());
    }

    private void every_projection_is_what_the_ledger_adds_up_to() {
        for (var row : rows()) {
            assertThat(
                            server.bean(Incidents.class)
                                    .rebuilt(
                                            school,
                                            row.id(),
                                            row.edition(),
                                            row.projection().leader()))
                    .isEqualTo(row.projection());
        }
    }

    private void the_headteacher_sees_no_trace_of_what_is_about_them() {
        var head = one("headteacher");
        var chair = one("chair-of-governors");
        var about =
                concernsWritten()
                        .filter(concern ->
                                concern.people().stream()
                                        .anyMatch(part -> part.personId().equals(head.id())))
                        .toList();
        assertThat(about).hasSize(2);
        for (var concern : about) {
            var reference = reference(concern);
            assertThat(concerns().open(viewer(chair), reference, Instant.now())).isPresent();
            assertThat(concerns().open(viewer(head), reference, Instant.now())).isEmpty();
            assertThat(concerns().open(viewer(one("dsl")), reference, Instant.now())).isEmpty();
        }
        var leaders = rows().stream().filter(row -> row.projection().leader()).toList();
        assertThat(leaders).hasSize(2);
        for (var row : leaders) {
            assertThat(mayRead(head, row.reference())).isFalse();
            assertThat(mayRead(one("administrator"), row.reference())).isFalse();
            assertThat(mayRead(chair, row.reference())).isTrue();
        }
        var seen = seenBy(head);
        assertThat(seen).isNotEmpty().doesNotContainAnyElementsOf(ids(leaders));
        assertThat(seenBy(one("dsl"))).isNotEmpty().doesNotContainAnyElementsOf(ids(leaders));
        assertThat(seenBy(chair)).containsAll(ids(leaders));
        assertThat(seenBy(one("administrator"))).isEmpty();
    }

    private void every_term_of_the_last_year_was_reported() {
        var over = Period.overBy(today.minusDays(7));
        assertThat(server.bean(GovernorReports.class).list(school))
                .extracting(each -> each.period())
                .containsExactlyElementsOf(over.stream().map(Period::key).toList());
    }

    private void the_ledger_verifies() {
        assertThat(server.bean(Ledger.class).verify(school)).isInstanceOf(Verdict.Whole.class);
    }

    private void no_mail_waits_and_the_directory_is_marked() {
        assertThat(server.bean(Outbox.class).standing(school).waiting()).isZero();
        assertThat(server.bean(Accounts.class).invited(school)).isEqualTo(2);
        var place = new DemoDirectory(directory);
        assertThat(place.state()).isEqualTo(DemoDirectory.State.MADE);
        for (var signIn : DemoSignIn.of(CAST)) {
            assertThat(
                            server.bean(Accounts.class)
                                    .check(school, signIn.address(), place.secrets().password()))
                    .as(signIn.post())
                    .isPresent();
        }
    }

    private List<String> seenBy(DemoSchool.Person person) {
        return rowsSeenBy(person).map(IncidentRows.Row::id).toList();
    }

    private boolean mayRead(DemoSchool.Person person, String reference) {
        return server.bean(Incidents.class).mayRead(viewer(person), reference);
    }

    private static List<String> ids(List<IncidentRows.Row> rows) {
        return rows.stream().map(IncidentRows.Row::id).toList();
    }

    /// Every incident, as all who may read any of them see it together. Every incident: each is
    /// open to one of these.
    private List<IncidentRows.Row> rows() {
        return Stream.of("dsl", "headteacher", "chair-of-governors")
                .flatMap(role -> rowsSeenBy(one(role)))
                .distinct()
                .toList();
    }

    private Stream<IncidentRows.Row> rowsSeenBy(DemoSchool.Person person) {
        return Stream.of("open", "closed")
                .flatMap(state ->
                        server
                                .bean(Database.class)
                                .read(sql ->
                                        new IncidentRows(sql, school).in(state, viewer(person)))
                                .stream());
    }

    private String reference(DemoConcern concern) {
        var written = concern.writtenAt().atZone(SchoolTime.ZONE).toInstant();
        var reporter =
                CAST.people().filter(one -> one.id().equals(concern.reporterId())).findFirst();
        return concerns().sentBy(viewer(reporter.orElseThrow())).stream()
                .filter(sent -> sent.receivedAt().equals(written))
                .findFirst()
                .orElseThrow()
                .reference();
    }

    private Stream<DemoConcern> concernsWritten() {
        return years.stream().flatMap(year -> year.concerns().stream());
    }

    private Concerns concerns() {
        return server.bean(Concerns.class);
    }

    private static DemoSchool.Person one(String role) {
        return Stream.concat(
                        CAST.staff().stream().filter(one -> one.roles().contains(role)),
                        CAST.governors().stream().filter(one -> one.roles().contains(role)))
                .findFirst()
                .orElseThrow();
    }

    /// As that person would come in today, found by their name as the browser shows it.
    private Viewer viewer(DemoSchool.Person person) {
        var name = person.given() + " " + person.family();
        var found =
                server.bean(People.class).directory(school).everybody().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new Viewer(school, found.id(), today);
    }
}
