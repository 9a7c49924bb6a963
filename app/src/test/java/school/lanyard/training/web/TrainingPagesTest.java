// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.browser.Browser.looksRight;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Training, over HTTP, and its pages looked at once.
class TrainingPagesTest {

    static final Pattern SESSION = Pattern.compile("(/training-sessions/[0-9a-f-]{36})");

    static LiveSchool school;
    static Guest head;
    static Guest teacher;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        head = school.guest("head");
        teacher = school.guest("teacher");
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(People.class)
                                        .add(
                                                tx,
                                                Actor.LANYARD,
                                                NewPerson.named(
                                                        "=Edwina Late",
                                                        Membership.since(
                                                                school.today().minusDays(60),
                                                                "staff"))));
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static List<String> session(LocalDate day, String... more) {
        var pairs =
                new ArrayList<>(
                        List.of(
                                "held-day",
                                "" + day.getDayOfMonth(),
                                "held-month",
                                "" + day.getMonthValue(),
                                "held-year",
                                "" + day.getYear(),
                                "provider",
                                "EXTERNAL",
                                "trainer",
                                "=Trainer and Sons",
                                "version",
                                "Guidance of 2026"));
        pairs.addAll(List.of(more));
        return pairs;
    }

    @Test
    void a_session_is_recorded_for_many_at_once_and_shows_on_each_ones_page() {
        assertThat(head.get("/training").body()).contains("Cyber threats and incidents");
        assertThat(head.get("/training/cyber/sessions/new").body()).contains("Tess Marlow");
        assertThat(teacher.get("/my-training").body()).contains("To be had by");
        var refused = head.send("/training/cyber/sessions", session(school.today()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose who was there", "=Trainer and Sons");
        assertThat(
                        head.send(
                                        "/training/cyber/sessions",
                                        session(
                                                school.today().plusDays(1),
                                                "person",
                                                school.id("teacher")))
                                .statusCode())
                .isEqualTo(422);
        head.send(
                "/training/cyber/sessions",
                session(
                        school.today(),
                        "person",
                        school.id("teacher"),
                        "person",
                        school.id("governor"),
                        "person",
                        school.id("pip")));
        assertThat(teacher.get("/my-training").body()).contains("Had on");
        var course = head.get("/training/cyber").body();
        var found = SESSION.matcher(course);
        assertThat(found.find()).isTrue();
        var held = head.get(found.group(1)).body();
        assertThat(held).contains("=Trainer and Sons", "Tess Marlow", "Gwen Ashby");
        // A child needs no such course, whatever a form says.
        assertThat(held).doesNotContain("Pip Underhill");
        head.post(found.group(1) + "/withdrawal", "why", "Another school");
        assertThat(teacher.get("/my-training").body()).doesNotContain("Had on");
        assertThat(school.server().bean(Ledger.class).verify(school.school()))
                .isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void who_is_overdue_can_be_taken_out_by_those_who_see_to_it() {
        var csv =
                new String(
                        head.document("/training/cyber/overdue.csv").body(),
                        StandardCharsets.UTF_8);
        assertThat(csv)
                .contains(
                        "Name,Course,State",
                        "'=Edwina Late,Cyber threats and incidents,Overdue since");
        assertThat(teacher.get("/training/cyber/overdue.csv").statusCode()).isEqualTo(403);
        assertThat(head.get("/training/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void its_pages_look_right() {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        for (var path :
                List.of(
                        "/training",
                        "/training-matrix",
                        "/training/safeguarding",
                        "/training/safeguarding/sessions/new",
                        "/my-training")) {
            page.navigate(school.server().site() + path);
            looksRight(page, "training" + path.replace('/', '-'));
        }
        Browser.close(page);
    }
}
