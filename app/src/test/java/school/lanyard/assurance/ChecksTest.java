// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CONTROL_CHECK;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.cli.BackupCommand;
import school.lanyard.core.pack.Control;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.evidence.Asked;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.policy.Editions;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;
import school.lanyard.testing.RawDatabase;
import school.lanyard.testing.Told;

/// Each self-check passes on a sound school, and fails when what it measures is broken.
class ChecksTest {

    @TempDir static Path directory;
    static LiveSchool school;
    static String person;

    /// A way to break what a control promises, and to mend it.
    record Breach(Control control, List<String> breaks, List<String> mends) {
        @Override
        public String toString() {
            return control.key();
        }
    }

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE, directory);
        var cases = new Cases(school);
        cases.incident("anything-else", "pip", "dsl", Instant.now());
        var dsl = school.guest("dsl");
        dsl.get("/incidents");
        person = school.id("teacher");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static Map<Control, Boolean> made() {
        return bean(Checks.class).make(school.school(), Actor.LANYARD).stream()
                .collect(Collectors.toMap(Checks.Result::control, each -> each.finding().passed()));
    }

    /// Makes one check and keeps nothing; one that breaks has not passed.
    private static boolean passes(Control control) {
        var at = Instant.now();
        var in = bean(Editions.class).inForceAt(school.school(), at).orElseThrow();
        var asked = new Asked(school.school(), in.edition().pack(), in.at(), at);
        try {
            return bean(Checks.class).byControl().get(control).look(asked).passed();
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static DataHome home() {
        return bean(DataHome.class);
    }

    private static void raw(List<String> statements) {
        RawDatabase.withoutForeignKeys(home().database(), statements);
    }

    @Test
    void clauses_stand_on_this_database_as_on_the_other() {
        Standings.every_clause_has_a_state(school);
        Standings.a_post_is_kept_while_it_is_held(school);
        Standings.before_the_first_edition(school);
        Standings.a_control_that_is_not_checked(school);
    }

    @Test
    void every_control_has_a_check() {
        assertThat(bean(Checks.class).byControl().keySet())
                .containsExactlyInAnyOrder(Control.values());
    }

    @Test
    void a_sound_school_passes_all() {
        backUp("first");
        assertThat(made().values()).containsOnly(true);
    }

    @Test
    void each_result_is_a_row_and_an_entry() {
        made();
        var database = bean(Database.class);
        var rows = database.read(sql -> sql.fetchCount(CONTROL_CHECK));
        var entries =
                database.read(sql ->
                        sql.fetchCount(LEDGER_ENTRY, LEDGER_ENTRY.ACTION.startsWith("control.")));
        assertThat(rows).isEqualTo(entries).isGreaterThanOrEqualTo(Control.values().length);
    }

    @Test
    void a_result_that_was_changed_afterwards_is_not_believed() {
        made();
        var checks = bean(Checks.class);
        raw(List.of("update control_check set passed = not passed"));
        try {
            assertThat(checks.newest(school.school(), Instant.now()))
                    .allMatch(each -> !each.passed())
                    .allMatch(each -> each.found().contains("not what the ledger says"));
        } finally {
            raw(List.of("update control_check set passed = not passed"));
        }
    }

    static List<Breach> breaches() {
        return List.of(
                new Breach(
                        Control.SECOND_PERSON_FOR_READERS,
                        List.of(
                                "update access_guard set since_at = 0",
                                "update appointment set made_by = ':p' where role = 'deputy-dsl'"),
                        List.of(
                                "update appointment set made_by = 'lanyard' where role ="
                                        + " 'deputy-dsl'")),
                new Breach(
                        Control.LEDGER,
                        List.of(
                                "update ledger_entry set actor = 'x' || actor where seq = (select"
                                        + " max(seq) from ledger_entry)"),
                        List.of(
                                "update ledger_entry set actor = substr(actor, 2) where actor like"
                                        + " 'x%'")),
                new Breach(
                        Control.SEALED_RECORDS,
                        List.of(
                                "insert into concern_draft select ':p', school, person, 'k',"
                                        + " 'Pip Underhill said something in clear text.', 0 from"
                                        + " account where person = ':p'"),
                        List.of("delete from concern_draft where key_id = 'k'")),
                new Breach(
                        Control.CONCERN_FORM,
                        List.of(
                                "insert into case_file select ':p', school, 'concern', 'XXXX-XXXX',"
                                        + " 'k', id, published_at + 1 from edition limit 1"),
                        List.of("delete from case_file where id = ':p'")),
                new Breach(
                        Control.INCIDENT_LOG,
                        List.of("update incident set version = version + 1"),
                        List.of("update incident set version = version - 1")),
                new Breach(
                        Control.RETENTION,
                        List.of(
                                "insert into disposal select id, school, id, 'x', 'y', 0 from"
                                        + " case_file"),
                        List.of("delete from disposal")),
                new Breach(
                        Control.LESSONS_FOR_FAMILIES,
                        List.of(
                                "insert into lesson select ':p', school, 'k', 'x', person, 0 from"
                                        + " account where person = ':p'"),
                        List.of("delete from lesson where id = ':p'")),
                new Breach(
                        Control.CHRONOLOGY,
                        List.of("update incident set version = version + 1"),
                        List.of("update incident set version = version - 1")),
                new Breach(
                        Control.RECORD_OF_EDITION,
                        List.of("update case_file set opened_at = opened_at - 999999999999"),
                        List.of("update case_file set opened_at = opened_at + 999999999999")),
                new Breach(
                        Control.POLICY_EDITIONS,
                        List.of("update edition set hash = 'x' || hash"),
                        List.of("update edition set hash = substr(hash, 2)")),
                new Breach(
                        Control.PRIVATE_MAIL,
                        List.of(
                                "insert into outbox select ':p', school, person, 'needs_you',"
                                        + " '/incidents/ABCD-EFGH', 0, 0, 0, 0, 0 from account where"
                                        + " person = ':p'"),
                        List.of("delete from outbox where id = ':p'")),
                new Breach(
                        Control.GOVERNORS_REPORT,
                        List.of(
                                "insert into issued_report select ':p', school, '2025-autumn', id,"
                                        + " null, 'k', 'forged', 'h', 'x', 0 from edition limit 1"),
                        List.of("delete from issued_report where id = ':p'")),
                new Breach(
                        Control.ACCESS_BY_ROLE,
                        List.of(
                                "insert into ledger_entry select school, 999999, ':p',"
                                        + " 9999999999999, ':p', 'incident.read', null, null, 'x', 'y'"
                                        + " from account where person = ':p'"),
                        List.of("delete from ledger_entry where seq = 999999")),
                new Breach(
                        Control.ACCESS_ENDS_WITH_POST,
                        List.of(
                                "update appointment set from_on = '2020-01-01', to_on ="
                                        + " '2020-12-31' where role = 'dsl'"),
                        List.of(
                                "update appointment set from_on = ':today', to_on = null where role"
                                        + " = 'dsl'")),
                new Breach(
                        Control.POLICY_DOCUMENT,
                        List.of("update edition set in_force_on = '2999-01-01'"),
                        List.of("update edition set in_force_on = ':today'")),
                new Breach(
                        Control.BACKUPS,
                        List.of("update backup_made set proved = not proved"),
                        List.of("update backup_made set proved = not proved")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void it_fails_when_this_is_broken(Breach breach) {
        if (breach.control() == Control.BACKUPS) {
            backUp("for-" + breach);
        }
        assertThat(passes(breach.control())).as("sound").isTrue();
        raw(filled(breach.breaks()));
        try {
            assertThat(passes(breach.control())).as("broken").isFalse();
        } finally {
            raw(filled(breach.mends()));
        }
    }

    private static List<String> filled(List<String> statements) {
        return statements.stream()
                .map(each -> each.replace(":p", person).replace(":today", "" + school.today()))
                .toList();
    }

    @Test
    void a_reader_without_a_second_factor_fails_its_check() {
        assertThat(passes(Control.SECOND_FACTOR_FOR_READERS)).isTrue();
        change(tx ->
                bean(Posts.class)
                        .make(
                                tx,
                                Actor.LANYARD,
                                person,
                                "deputy-dsl",
                                school.today(),
                                null,
                                "made"));
        assertThat(passes(Control.SECOND_FACTOR_FOR_READERS)).isFalse();
        raw(filled(List.of("delete from appointment where person = ':p' and role = 'deputy-dsl'")));
    }

    @Test
    void an_account_of_a_stranger_and_a_password_that_is_not_hashed_fail_theirs() {
        assertThat(passes(Control.NAMED_ACCOUNTS)).isTrue();
        assertThat(passes(Control.LONG_PASSWORDS)).isTrue();
        var stranger = new String[1];
        change(tx -> {
            stranger[0] =
                    bean(People.class)
                            .add(tx, Actor.LANYARD, new NewPerson("Sam Gone", null, List.of()));
            bean(Accounts.class)
                    .seed(tx, Actor.LANYARD, stranger[0], "gone@example.org", "in clear", null);
        });
        assertThat(passes(Control.NAMED_ACCOUNTS)).isFalse();
        assertThat(passes(Control.LONG_PASSWORDS)).isFalse();
        change(tx -> bean(Accounts.class).close(tx, Actor.LANYARD, stranger[0]));
        assertThat(passes(Control.NAMED_ACCOUNTS)).isTrue();
    }

    private static void change(Consumer<Tx> work) {
        bean(Database.class).change(school.school(), work);
    }

    private static <T> T bean(Class<T> type) {
        return school.server().bean(type);
    }

    @Test
    void a_backup_is_known_after_the_command_and_a_made_up_note_is_not_believed() throws Exception {
        raw(List.of("delete from backup_made"));
        var notes = Files.createDirectories(home().directory().resolve("backups-made"));
        Files.writeString(
                notes.resolve("1.json"),
                "{\"madeAt\": 1, \"ledgers\": [{\"school\": \"%s\", \"head\": \"%s\", \"proved\": true}]}"
                        .formatted(school.school(), "a".repeat(64)));
        Files.writeString(notes.resolve("2.json"), "no note");
        assertThat(passes(Control.BACKUPS)).isFalse();
        try (var left = Files.list(notes)) {
            assertThat(left).isEmpty();
        }
        backUp("known");
        assertThat(passes(Control.BACKUPS)).isTrue();
    }

    private static void backUp(String name) {
        var file = directory.resolve(name + ".backup");
        var told = Told.by(new BackupCommand(), home(), file.toString());
        assertThat(told.exit()).as(told.err()).isZero();
    }

    @Test
    void what_is_found_says_the_same_with_and_without_cases() {
        var words =
                bean(Checks.class).make(school.school(), Actor.LANYARD).stream()
                        .map(each -> each.finding().found())
                        .toList();
        assertThat(words).noneMatch(each -> each.matches(".*\\d{2,}.*"));
        assertThat(Arrays.stream(Control.values()).count()).isEqualTo(words.size());
    }
}
