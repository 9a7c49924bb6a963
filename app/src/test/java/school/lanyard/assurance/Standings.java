// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import school.lanyard.core.assurance.State;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Appointments;
import school.lanyard.people.Posts;
import school.lanyard.testing.LiveSchool;

/// How clauses stand in a live school: the same is asked of each database, on a server that a test
/// has running already.
final class Standings {

    private Standings() {}

    static Picture now(LiveSchool school) {
        return school.server()
                .bean(Assurance.class)
                .of(school.school(), Instant.now())
                .orElseThrow();
    }

    static Picture.Standing keptBy(Picture picture, String mechanism) {
        return picture.clauses().stream()
                .filter(each -> each.clause().by().equals(List.of(mechanism)))
                .findFirst()
                .orElseThrow();
    }

    static void every_clause_has_a_state(LiveSchool school) {
        school.server().bean(Checks.class).make(school.school(), Actor.LANYARD);
        var picture = now(school);
        assertThat(picture.clauses()).hasSize(picture.asked().pack().clauses().size());
        assertThat(picture.clauses())
                .allSatisfy(each ->
                        assertThat(each.state() == State.NOT_BOUND)
                                .isEqualTo(!each.clause().bound()));
        assertThat(picture.clauses())
                .noneMatch(each -> each.assessed().why().contains("Nothing in this version"));
        assertThat(keptBy(picture, "control:policy-answers").state()).isEqualTo(State.KEPT);
        assertThat(keptBy(picture, "playbook:incident").assessed().why()).startsWith("Ready");
    }

    static void a_post_is_kept_while_it_is_held(LiveSchool school) {
        var clause = keptBy(now(school), "role:online-safety-governor").clause().id();
        assertThat(now(school).clause(clause).orElseThrow().state()).isEqualTo(State.NOT_EVIDENCED);
        school.add("osg", "Ola Sandys", "governor", "online-safety-governor");
        assertThat(now(school).clause(clause).orElseThrow().state()).isEqualTo(State.KEPT);
        end(school, "osg");
        var yesterday = now(school).clause(clause).orElseThrow();
        assertThat(yesterday.state()).isEqualTo(State.KEPT);
        var tomorrow =
                school.server()
                        .bean(Assurance.class)
                        .of(school.school(), Instant.now().plus(Period.ofDays(1)))
                        .orElseThrow()
                        .clause(clause)
                        .orElseThrow();
        assertThat(tomorrow.state()).isEqualTo(State.OVERDUE);
        assertThat(tomorrow.assessed().why()).contains("has been vacant since");
    }

    private static void end(LiveSchool school, String who) {
        var appointment =
                school.server()
                        .bean(Appointments.class)
                        .of(school.school(), school.id(who))
                        .getFirst();
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(Posts.class)
                                        .end(tx, Actor.LANYARD, appointment, school.today()));
    }

    static void before_the_first_edition(LiveSchool school) {
        assertThat(
                        school.server()
                                .bean(Assurance.class)
                                .of(school.school(), Instant.now().minus(Period.ofDays(1))))
                .isEmpty();
    }

    static void a_control_that_is_not_checked(LiveSchool school) {
        school.server().bean(Checks.class).make(school.school(), Actor.LANYARD);
        var picture =
                school.server()
                        .bean(Assurance.class)
                        .of(school.school(), Instant.now().plus(Period.ofDays(3)))
                        .orElseThrow();
        var answers = keptBy(picture, "control:policy-answers");
        assertThat(answers.state()).isEqualTo(State.OVERDUE);
        assertThat(answers.assessed().nextDue()).isEqualTo(school.today().plusDays(2));
    }
}
