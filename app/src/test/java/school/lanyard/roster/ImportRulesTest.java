// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import school.lanyard.access.SignedIn;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.AccountState;
import school.lanyard.people.Accounts;
import school.lanyard.people.Appointments;
import school.lanyard.people.Outcome;
import school.lanyard.people.Posts;
import school.lanyard.people.SignIns;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Field;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// What a file is refused, and what it cannot do by itself.
class ImportRulesTest extends Office {

    @Override
    Engine engine() {
        return Engine.SQLITE;
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
