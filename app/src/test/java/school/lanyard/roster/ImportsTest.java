// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_FILE;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.SignedIn;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.AccountState;
import school.lanyard.people.Accounts;
import school.lanyard.people.Appointments;
import school.lanyard.people.Births;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardian;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.Known;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolClass;
import school.lanyard.people.SignIns;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Field;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// Files that the office sends, from the dry run to what they change.
@ParameterizedClass
@EnumSource(Engine.class)
class ImportsTest {

    static final String PUPILS =
            """
            UPN,Forename,Surname,DOB,Year,Reg
            A123456789012,Ada,Reed,31/08/2020,1,Otter
            B123456789012,Bo,Fox,1/9/2019,2,Heron
            C123456789012,Cy,Ash,1/9/2019,2,Heron
            """;

    @Parameter Engine engine;
    LiveSchool school;
    Imports imports;
    Actor admin;

    @BeforeEach
    void open() {
        school = new LiveSchool(engine);
        imports = bean(Imports.class);
        school.add("office", "Ola Quinn", "staff", "administrator");
        admin = Actor.person(school.id("office"));
    }

    @AfterEach
    void close() {
        assertThat(bean(Ledger.class).verify(school.school())).isInstanceOf(Verdict.Whole.class);
        school.close();
    }

    private <T> T bean(Class<T> type) {
        return school.server().bean(type);
    }

    private String begin(String csv) {
        var id = imports.begin(school.school(), admin, csv.getBytes(StandardCharsets.UTF_8));
        imports.say(
                school.school(),
                admin,
                id,
                imports.columns(school.school(), id, admin).orElseThrow().columns());
        return id;
    }

    private Imports.DryRun run(String id) {
        return imports.dryRun(school.school(), id, admin).orElseThrow();
    }

    private Imports.Applied apply(String id) {
        var plan = run(id).plan();
        return imports.apply(
                school.school(),
                admin,
                id,
                new Imports.Consent(plan.print(), plan.closes(), plan.shrunken()));
    }

    private void whole(String id, String... groups) {
        imports.say(school.school(), admin, id, null, Set.of(groups), Map.of());
    }

    private Known known(String name) {
        return bean(People.class).directory(school.school()).everybody().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean absent(String name) {
        return bean(People.class).directory(school.school()).everybody().stream()
                .noneMatch(each -> each.name().equals(name));
    }

    @Test
    void a_dry_run_changes_nothing_and_applying_changes_all() {
        var id = begin(PUPILS);
        assertThat(run(id).plan().rows()).hasSize(3);
        assertThat(absent("Ada Reed")).isTrue();
        assertThat(apply(id)).isInstanceOf(Imports.Applied.Done.class);
        var ada = known("Ada Reed");
        var today = school.today();
        assertThat(ada.groupsOn(today)).containsExactly("learner");
        assertThat(ada.yearGroupOn(today)).isEqualTo("year-1");
        assertThat(ada.className()).isEqualTo("Otter");
        assertThat(bean(Births.class).of(school.school(), List.of(ada.id())))
                .containsValue(LocalDate.of(2020, 8, 31));
        assertThat(bean(Identifiers.class).of(school.school(), ada.id()))
                .extracting(Identifiers.Numbered::scheme, Identifiers.Numbered::value)
                .containsExactly(tuple("upn", "A123456789012"));
        assertThat(bean(Classes.class).on(school.school(), today))
                .extracting(SchoolClass::title, SchoolClass::yearGroup)
                .containsExactly(tuple("Otter", "year-1"), tuple("Heron", "year-2"));
        assertThat(run(begin(PUPILS)).plan().changesNothing()).isTrue();
    }

    @Test
    void a_later_file_moves_and_renames_and_keeps_what_it_does_not_say() {
        apply(begin(PUPILS));
        apply(begin("UPN,Forename,Surname,Year,Reg\nA123456789012,Ada,Stone,2,Heron\n"));
        var ada = known("Ada Stone");
        assertThat(ada.yearGroupOn(school.today())).isEqualTo("year-2");
        assertThat(ada.className()).isEqualTo("Heron");
        assertThat(bean(Births.class).of(school.school(), List.of(ada.id()))).hasSize(1);
        assertThat(imports.newest(school.school(), 5).getFirst().end().counts().changed())
                .isEqualTo(1);
        assertThat(
                        imports.changes(
                                school.school(),
                                imports.newest(school.school(), 5).getFirst().id()))
                .extracting("person", "kind", "what")
                .containsExactly(tuple(ada.id(), "changed", "name,year,class"));
        assertThat(known("Bo Fox").groupsOn(school.today())).containsExactly("learner");
    }

    @Test
    void nothing_is_applied_while_a_row_must_be_mended() {
        var id = begin(PUPILS + "D123456789012,Di,Elm,45/45/2020,1,Otter\n");
        assertThat(apply(id)).isInstanceOf(Imports.Applied.Refused.class);
        assertThat(absent("Ada Reed")).isTrue();
    }

    @Test
    void nothing_is_applied_that_is_not_what_was_seen() {
        var id = begin(PUPILS);
        var seen = run(id).plan();
        apply(begin("UPN,Forename,Surname\nA123456789012,Ada,Reed\n"));
        assertThat(
                        imports.apply(
                                school.school(),
                                admin,
                                id,
                                new Imports.Consent(seen.print(), null, false)))
                .isInstanceOf(Imports.Applied.Refused.class);
        assertThat(absent("Bo Fox")).isTrue();
    }

    @Test
    void a_whole_file_closes_whoever_is_missing_once_somebody_says_how_many() {
        apply(begin(PUPILS));
        var id = begin("UPN,Forename,Surname\nA123456789012,Ada,Reed\nB123456789012,Bo,Fox\n");
        assertThat(run(id).plan().closes()).isZero();
        whole(id, "learner");
        var plan = run(id).plan();
        // Cy, and the two that the school began with.
        assertThat(plan.leavers()).hasSize(3);
        assertThat(
                        imports.apply(
                                school.school(),
                                admin,
                                id,
                                new Imports.Consent(plan.print(), 2, false)))
                .isEqualTo(
                        new Imports.Applied.Refused(
                                "closing",
                                "Type how many records this closes, to show that you mean it"));
        assertThat(apply(id)).isInstanceOf(Imports.Applied.Done.class);
        var cy = known("Cy Ash");
        assertThat(cy.groupsOn(school.today().plusDays(1))).isEmpty();
        assertThat(known("Bo Fox").groupsOn(school.today())).containsExactly("learner");
    }

    @Test
    void a_member_of_staff_who_is_gone_can_get_in_nowhere() {
        var id = begin("role,name,staff code,leaving date\nteacher,Tess Marlow,T1,1/1/2026\n");
        // The number is nobody's yet, and a name is never enough.
        assertThat(apply(id)).isInstanceOf(Imports.Applied.Done.class);
        assertThat(bean(Accounts.class).state(school.school(), school.id("teacher")))
                .isInstanceOf(AccountState.Open.class);
        var first = begin("role,name,staff code\nteacher,Tess Marlow,T1\n");
        var question = run(first).plan().questions().getFirst();
        imports.say(
                school.school(),
                admin,
                first,
                null,
                Set.of(),
                Map.of(question.key(), "person:" + school.id("teacher")));
        apply(first);
        apply(begin("role,name,staff code,leaving date\nteacher,Tess Marlow,T1,1/1/2026\n"));
        assertThat(bean(Accounts.class).state(school.school(), school.id("teacher")))
                .isInstanceOf(AccountState.Closed.class);
        assertThat(
                        bean(Appointments.class)
                                .rolesOf(school.school(), school.id("teacher"), school.today()))
                .isEmpty();
        assertThat(
                        bean(Accounts.class)
                                .check(school.school(), "teacher@example.org", LiveSchool.PASSWORD))
                .isEmpty();
    }

    @Test
    void no_file_shuts_out_somebody_who_reads_cases_without_a_second_person() {
        bean(SignIns.class).in(school.school(), school.id("head"), true);
        var first = begin("role,name,staff code\nteacher,Diana Sharpe,D1\n");
        var question = run(first).plan().questions().getFirst();
        imports.say(
                school.school(),
                admin,
                first,
                null,
                Set.of(),
                Map.of(question.key(), "person:" + school.id("dsl")));
        apply(first);
        var applied =
                apply(
                        begin(
                                "role,name,staff code,leaving date\nteacher,Diana Sharpe,D1,1/1/2026\n"));
        assertThat(((Imports.Applied.Done) applied).counts())
                .extracting("closed", "waiting")
                .containsExactly(0, 1);
        assertThat(known("Diana Sharpe").groupsOn(school.today())).containsExactly("staff");
        var waiting = bean(AccessRequests.class).waiting(school.school()).getFirst();
        assertThat(bean(AccessRequests.class).decide(signedIn("head"), waiting.id(), true))
                .isInstanceOf(Outcome.Done.class);
        assertThat(bean(Accounts.class).state(school.school(), school.id("dsl")))
                .isInstanceOf(AccountState.Closed.class);
    }

    private SignedIn signedIn(String key) {
        var person = school.id(key);
        return new SignedIn(
                school.school(),
                person,
                "",
                bean(Posts.class).capabilities(school.school(), person),
                Set.of("staff"),
                Set.of(),
                true);
    }

    @Test
    void guardians_stand_as_the_file_says_and_are_family() {
        apply(begin(PUPILS));
        apply(
                begin(
                        """
                        Contact name,Pupil UPN,PR,May contact
                        Mary Reed,A123456789012,yes,yes
                        John Reed,A123456789012,no,no
                        """));
        var ada = known("Ada Reed").id();
        assertThat(bean(Guardians.class).of(school.school(), List.of(ada)))
                .extracting(Guardian::adult, Guardian::responsible, Guardian::mustNotBeContacted)
                .containsExactlyInAnyOrder(
                        tuple(known("Mary Reed").id(), true, false),
                        tuple(known("John Reed").id(), false, true));
        assertThat(bean(People.class).relatives(school.school(), Set.of(ada))).hasSize(2);
        apply(begin("Contact name,Pupil UPN,PR\nJohn Reed,A123456789012,yes\n"));
        assertThat(bean(Guardians.class).of(school.school(), List.of(ada)))
                .filteredOn(each -> each.adult().equals(known("John Reed").id()))
                .extracting(Guardian::responsible, Guardian::mustNotBeContacted)
                .containsExactly(tuple(true, true));
    }

    @Test
    void the_file_goes_once_it_is_applied_or_dropped() {
        var applied = begin(PUPILS);
        var dropped = begin(PUPILS.replace("Reed", "Dropped"));
        apply(applied);
        imports.drop(school.school(), admin, dropped);
        assertThat(
                        bean(Database.class)
                                .<Integer>read(sql ->
                                        sql.fetchCount(
                                                ROSTER_IMPORT_FILE,
                                                ROSTER_IMPORT_FILE.SCHOOL.eq(school.school()))))
                .isZero();
        assertThat(imports.dryRun(school.school(), dropped, admin)).isEmpty();
        assertThat(absent("Ada Dropped")).isTrue();
    }

    @Test
    void what_columns_hold_is_remembered_for_the_next_file_with_the_same_headings() {
        var odd = "Nom,Numéro\nAda Reed,A1\n";
        var id = imports.begin(school.school(), admin, odd.getBytes(StandardCharsets.UTF_8));
        var said =
                new Columns(
                        true,
                        List.of(Optional.of(Field.NAME), Optional.of(Field.NUMBER)),
                        "learner");
        imports.say(school.school(), admin, id, said);
        var next = imports.begin(school.school(), admin, odd.getBytes(StandardCharsets.UTF_8));
        assertThat(imports.columns(school.school(), next, admin).orElseThrow().columns())
                .isEqualTo(said);
    }
}
