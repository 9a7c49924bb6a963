// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.cli.LedgerVerifyCommand;
import school.lanyard.database.DatabasePlace;
import school.lanyard.testing.Engine;
import school.lanyard.testing.RawDatabase;
import school.lanyard.testing.Told;

/// Somebody with the database in their hands changes a row that the door decides by.
@ParameterizedClass
@EnumSource(Engine.class)
class TamperedRowsTest {

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;
    String waiting = "";
    String incident = "";

    /// A concern that waits, closed to the DSL by a like name; an incident of two concerns, one of
    /// which brought a bar that was lifted with a second person; and one that was closed to a
    /// child.
    @BeforeEach
    void work() {
        school = new InfantSchool(engine, directory);
        waiting =
                caseId(
                        school.report(
                                        "anything-else",
                                        List.of(
                                                new Report.Named(null, "Mrs Sharpe's boy"),
                                                new Report.Named(school.id("bo"), "bo")))
                                .reference());
        var reference =
                school.incidents
                        .openFrom(
                                school.as("deputy"),
                                school.report(
                                                "anything-else",
                                                List.of(
                                                        new Report.Named(null, "Mrs Sharpe"),
                                                        new Report.Named(school.id("pip"), "pip")))
                                        .reference(),
                                List.of(
                                        new IncidentEvent.PersonLinked(
                                                school.id("pip"), Part.AFFECTED)),
                                NINE)
                        .orElseThrow();
        record("deputy", reference, new IncidentEvent.OpenedToPost("headteacher", "Two needed"));
        record("deputy", reference, new IncidentEvent.BarLifted(school.id("dsl"), "Not her"));
        record(
                "head",
                reference,
                new IncidentEvent.ReturnDecided(school.id("dsl"), true, "I know them"));
        var second = school.report("anything-else", List.of(new Report.Named(null, "Vera Quill")));
        assertThat(school.incidents.join(school.as("dsl"), second.reference(), reference, NINE))
                .isInstanceOf(Outcome.Recorded.class);
        record("dsl", reference, new IncidentEvent.PersonLinked(school.id("bo"), Part.WITNESS));
        incident = caseId(reference);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void is_not_suspected_after_real_work() {
        var told = verify();
        assertThat(told.out()).doesNotContain("DIFFERENT").doesNotContain("Not compared");
        assertThat(told.err()).isEmpty();
        assertThat(told.exit()).isZero();
    }

    @Test
    void is_not_suspected_when_a_second_report_names_somebody_whose_part_is_known() {
        var bo = school.id("bo");
        var reference =
                school.incidents
                        .openFrom(
                                school.as("dsl"),
                                school.report("anything-else", "bo").reference(),
                                List.of(new IncidentEvent.PersonLinked(bo, Part.ALLEGED)),
                                NINE)
                        .orElseThrow();
        school.incidents.join(
                school.as("dsl"),
                school.report("anything-else", "bo").reference(),
                reference,
                NINE);
        assertThat(verify().out()).doesNotContain("DIFFERENT");
    }

    @Test
    void is_found_when_a_bar_is_gone_from_a_concern_that_waits() {
        tamper("delete from case_bar where case_id = '" + waiting + "'");
        assertDifferent("1 cases closed to other people");
    }

    @Test
    void is_found_when_a_bar_is_gone_from_an_incident() {
        tamper("delete from case_bar where case_id = '" + incident + "'");
        assertDifferent("1 cases closed to other people");
    }

    @Test
    void is_found_when_somebody_was_shut_out_of_a_case() {
        tamper(
                "insert into case_bar (school, case_id, person, why) values ('%s', '%s', '%s',"
                                .formatted(school.house.school(), incident, school.id("deputy"))
                        + " 'named')");
        assertDifferent("1 cases closed to other people");
    }

    @Test
    void is_found_when_a_lifted_bar_is_back() {
        tamper(
                "insert into case_bar (school, case_id, person, why) values ('%s', '%s', '%s',"
                                .formatted(school.house.school(), incident, school.id("dsl"))
                        + " 'named')");
        assertDifferent("1 cases closed to other people");
    }

    @Test
    void is_found_when_somebody_it_is_about_is_unlinked() {
        tamper(
                "delete from case_person where case_id = '%s' and person = '%s'"
                        .formatted(incident, school.id("pip")));
        assertDifferent("1 cases linked to other people");
    }

    @Test
    void is_found_when_somebody_is_unlinked_from_a_concern_that_waits() {
        tamper("delete from case_person where case_id = '" + waiting + "'");
        assertDifferent("1 cases linked to other people");
    }

    @Test
    void is_found_when_a_part_was_changed() {
        tamper(
                "update case_person set part = 'affected' where case_id = '%s' and person = '%s'"
                        .formatted(incident, school.id("bo")));
        assertDifferent("1 cases linked to other people");
    }

    @Test
    void is_found_when_a_case_was_restricted_by_hand() {
        tamper(
                "insert into case_named (school, case_id, person) values ('%s', '%s', '%s')"
                        .formatted(school.house.school(), incident, school.id("deputy")));
        assertDifferent("1 cases restricted to other people");
    }

    @Test
    void is_found_when_somebody_reads_in_an_emergency_that_nobody_entered() {
        tamper(
                "insert into case_glass (id, school, case_id, person, role, broken_at, until_on)"
                        + " values ('a', '%s', '%s', '%s', 'chair-of-governors', 1, '2999-01-01')"
                                .formatted(school.house.school(), waiting, school.id("chair")));
        assertDifferent("1 cases that somebody reads in an emergency");
    }

    @Test
    void is_found_when_an_incident_was_called_closed() {
        tamper("update incident set state = 'closed' where case_id = '" + incident + "'");
        assertDifferent("1 incidents whose row");
    }

    @Test
    void what_was_disposed_of_is_passed_over() {
        var keys =
                school.house
                        .database()
                        .read(sql ->
                                sql.select(CASE_FILE.KEY_ID)
                                        .from(CASE_FILE)
                                        .fetch(CASE_FILE.KEY_ID));
        keys.forEach(school.house.seals()::destroy);
        var told = verify();
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
    }

    @Test
    void without_the_keys_it_says_that_rows_were_not_compared() {
        var args = where();
        args.addAll(List.of("--master-key", directory.resolve("elsewhere.json").toString()));
        var told = Told.by(new LedgerVerifyCommand(), args.toArray(String[]::new));
        assertThat(told.out()).contains("the keys are not here");
        assertThat(told.exit()).isZero();
    }

    private void assertDifferent(String line) {
        var told = verify();
        assertThat(told.out()).contains("DIFFERENT from the ledger: " + line);
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.err()).contains("not what the ledger says");
    }

    private void tamper(String statement) {
        RawDatabase.withoutForeignKeys(school.house.home().database(), List.of(statement));
    }

    private Told verify() {
        return Told.by(new LedgerVerifyCommand(), where().toArray(String[]::new));
    }

    private List<String> where() {
        var args = new ArrayList<>(List.of("--data", directory.toString()));
        if (school.house.home().database() instanceof DatabasePlace.Postgres(var url)) {
            args.addAll(List.of("--database", url));
        }
        return args;
    }

    private void record(String by, String reference, IncidentEvent event) {
        assertThat(
                        school.incidents.record(
                                school.as(by),
                                reference,
                                event,
                                UUID.randomUUID().toString(),
                                NINE))
                .isIn(new Outcome.Recorded(), new Outcome.Waits());
    }

    private String caseId(String reference) {
        return school.house
                .database()
                .read(sql ->
                        sql.select(CASE_FILE.ID)
                                .from(CASE_FILE)
                                .where(CASE_FILE.REFERENCE.eq(reference))
                                .fetchSingle(CASE_FILE.ID));
    }
}
