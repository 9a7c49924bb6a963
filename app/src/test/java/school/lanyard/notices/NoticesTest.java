// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.NOTICE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;
import school.lanyard.web.Times;

/// Kinds of report that the pack names, from the staff form to the post that takes them, and the
/// register of low-level concerns.
class NoticesTest {

    static final Pattern REFERENCE = Pattern.compile("<strong>([A-Z0-9]{4}-[A-Z0-9]{4})</strong>");

    static LiveSchool school;
    static Guest teacher;
    static Guest dsl;
    static Guest head;
    static Guest chair;
    static Guest dpo;
    static Guest deputy;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        school.add("dpo", "Dora Quill", "staff", "dpo");
        teacher = school.guest("teacher");
        dsl = school.guest("dsl");
        head = school.guest("head");
        chair = school.guest("chair");
        dpo = school.guest("dpo");
        deputy = school.guest("deputy");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    static String report(Guest by, String kind, String about, String who, String what) {
        var draft = Guest.to(by.get("/concerns/new?kind=" + kind)).replaceFirst("\\?.*", "");
        by.get(draft + "?kind=" + kind);
        var day = school.today();
        var fields =
                new ArrayList<>(
                        List.of(
                                "kind", kind, "risk", "no", "about", about, "what", what, "then",
                                "send"));
        fields.addAll(
                List.of(
                        "when-day",
                        String.valueOf(day.getDayOfMonth()),
                        "when-month",
                        String.valueOf(day.getMonthValue()),
                        "when-year",
                        String.valueOf(day.getYear())));
        if (!who.isEmpty()) {
            fields.addAll(List.of("who", who));
        }
        var sent = by.send(draft, fields);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var receipt = by.get(draft).body();
        var found = REFERENCE.matcher(receipt);
        assertThat(found.find()).as(receipt).isTrue();
        return found.group(1);
    }

    @Test
    void the_form_of_a_kind_says_what_to_write_and_ticks_whom_it_is_about() {
        assertThat(teacher.get("/concerns/kinds").body())
                .contains("Personal data lost", "A technical or security incident", "low-level");
        var form = teacher.get("/concerns/drafts/" + UUID.randomUUID() + "?kind=low-level").body();
        assertThat(form)
                .contains("A low-level concern about an adult", "If it is about you, say so")
                .containsPattern("value=\"about-staff\"[^>]*checked");
        assertThat(
                        teacher.get("/concerns/drafts/" + UUID.randomUUID() + "?kind=%3Cb%3E")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_loss_of_data_goes_to_the_data_protection_officer_who_acknowledges_and_decides() {
        var reference =
                report(
                        teacher,
                        "data-breach",
                        "anything-else",
                        "",
                        "A list went to the wrong address.");
        var page = "/concerns/" + reference + "/notice";
        assertThat(dsl.get(page).statusCode()).isEqualTo(404);
        assertThat(head.get("/incidents").body()).doesNotContain(reference);
        assertThat(dpo.get("/").body()).contains("Personal data lost", "Say that you have it by");
        assertThat(dpo.get(page).body()).contains("I have it", "Information Commissioner");
        assertThat(Guest.to(dpo.post(page + "/acknowledgement"))).isEqualTo(page);
        var after = dpo.get(page).body();
        assertThat(after)
                .contains("Somebody said that they have it", "Dora Quill")
                .doesNotContain("I have it<");
        assertThat(dpo.get("/").body()).contains("Decide by");
        assertThat(dpo.post(page + "/decision", "told", "yes", "reasons", "A list.").body())
                .contains("Say first when somebody at school first knew of it");
        assertThat(Guest.to(dpo.post(page + "/awareness", yesterday()))).isEqualTo(page);
        assertThat(dpo.post(page + "/decision", "told", "yes").statusCode()).isEqualTo(422);
        var decided =
                dpo.post(page + "/decision", "told", "no", "reasons", "It was got back unread.");
        assertThat(Guest.to(decided)).isEqualTo(page);
        assertThat(dpo.get(page).body()).contains("Decided: not told", "It was got back unread.");
        assertThat(dpo.get("/").body()).doesNotContain("Decide by");
    }

    @Test
    void its_clock_is_seventy_two_hours_from_the_report() {
        report(teacher, "data-breach", "anything-else", "", "A stick was lost.");
        var clocks =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.select(NOTICE.ACKNOWLEDGE_BY_AT, NOTICE.DECIDE_BY_AT)
                                        .from(NOTICE)
                                        .where(NOTICE.SCHOOL.eq(school.school()))
                                        .and(NOTICE.KIND.eq("data-breach"))
                                        .orderBy(NOTICE.DECIDE_BY_AT.desc())
                                        .fetch()
                                        .getFirst());
        assertThat(clocks.value2()).isBefore(java.time.Instant.now().plus(Duration.ofHours(72)));
        assertThat(clocks.value2()).isAfter(java.time.Instant.now().plus(Duration.ofHours(71)));
        assertThat(SchoolTime.day(clocks.value1())).isAfter(school.today());
    }

    @Test
    void its_clock_runs_from_when_somebody_at_school_first_knew_and_never_from_later() {
        var reference = report(teacher, "data-breach", "anything-else", "", "Sent wrongly.");
        var page = "/concerns/" + reference + "/notice";
        var tomorrow = school.today().plusDays(1);
        assertThat(dpo.post(page + "/awareness", at(tomorrow)).body())
                .contains("Somebody knew at the latest when it was reported");
        dpo.post(page + "/awareness", yesterday());
        var due = school.today().minusDays(1).plusDays(3);
        assertThat(dpo.get(page).body())
                .contains(
                        "Somebody at school first knew on "
                                + Times.day(school.today().minusDays(1)))
                .contains("counted from " + Times.day(school.today().minusDays(1)));
        List<Instant> deadlines =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.select(NOTICE.DECIDE_BY_AT)
                                        .from(NOTICE)
                                        .where(NOTICE.SCHOOL.eq(school.school()))
                                        .and(NOTICE.KNOWN_AT.isNotNull())
                                        .fetch(NOTICE.DECIDE_BY_AT));
        assertThat(deadlines).isNotEmpty().allMatch(by -> SchoolTime.day(by).equals(due));
    }

    private String[] yesterday() {
        return at(school.today().minusDays(1));
    }

    private static String[] at(LocalDate day) {
        return new String[] {
            "known-day", String.valueOf(day.getDayOfMonth()),
            "known-month", String.valueOf(day.getMonthValue()),
            "known-year", String.valueOf(day.getYear()),
            "known-time", "9am"
        };
    }

    @Test
    void a_kind_that_joins_a_childs_case_takes_it_from_nobody() {
        var first = report(teacher, "", "anything-else", "", "A child cried about a game.");
        dsl.get("/concerns/" + first);
        var base = Guest.to(dsl.post("/concerns/" + first + "/incident"));
        assertThat(deputy.get(base).statusCode()).isEqualTo(200);
        var second = report(teacher, "ai-incident", "anything-else", "", "A tool named a child.");
        assertThat(deputy.get("/concerns/" + second).statusCode()).isEqualTo(404);
        dsl.get("/concerns/" + second);
        var joined =
                dsl.post(
                        "/concerns/" + second + "/joining",
                        "incident",
                        base.replace("/incidents/", ""));
        assertThat(Guest.to(joined)).isEqualTo(base);
        assertThat(deputy.get(base).statusCode()).isEqualTo(200);
    }

    @Test
    void the_queue_says_which_kind_waits() {
        report(teacher, "data-breach", "anything-else", "", "A register was left on a bus.");
        assertThat(dpo.get("/incidents").body()).contains("Personal data lost");
    }

    @Test
    void a_data_protection_officer_knows_nothing_of_childrens_flags() {
        assertThat(dsl.get("/children").statusCode()).isEqualTo(200);
        assertThat(dpo.get("/children").statusCode()).isEqualTo(404);
        assertThat(dpo.get("/").body()).doesNotContain("court order", "/children");
    }

    @Test
    void whom_it_is_about_comes_before_its_kind() {
        var reference =
                report(
                        teacher,
                        "technical",
                        "about-headteacher",
                        "",
                        "The head gave me a password.");
        assertThat(chair.get("/incidents").body()).contains(reference);
        assertThat(head.get("/concerns/" + reference + "/notice").statusCode()).isEqualTo(404);
        assertThat(head.get("/").body()).doesNotContain("technical or security incident");
    }

    @Test
    void an_incident_made_of_it_stays_with_its_posts() {
        var reference =
                report(teacher, "data-breach", "anything-else", "", "A photo was published.");
        dpo.get("/concerns/" + reference);
        var opened = Guest.to(dpo.post("/concerns/" + reference + "/incident"));
        assertThat(opened).startsWith("/incidents/");
        assertThat(dpo.get(opened).statusCode()).isEqualTo(200);
        assertThat(dsl.get(opened).statusCode()).isEqualTo(404);
        assertThat(dpo.get("/concerns/" + reference + "/notice").statusCode()).isEqualTo(200);
    }

    @Test
    void low_level_concerns_stand_in_a_register_by_adult_for_those_entitled() {
        var first =
                report(teacher, "low-level", "about-staff", "Devon Pell", "He shouted at a child.");
        var second = report(dsl, "low-level", "about-staff", "Devon Pell", "He took a child home.");
        var register = head.get("/low-level").body();
        assertThat(register)
                .contains(first, second, "Devon Pell")
                .contains("2 concerns within a year, from 2 people")
                .contains("kept after that adult has left: 6 years");
        assertThat(deputy.get("/low-level").body())
                .contains("There is none that you may read")
                .doesNotContain("Devon Pell</h2>");
        assertThat(deputy.get("/concerns/" + first).statusCode()).isEqualTo(404);
        assertThat(teacher.get("/low-level").statusCode()).isEqualTo(403);
        head.get("/concerns/" + first);
        var answered =
                head.post(
                        "/concerns/" + first + "/answer",
                        "_once",
                        "abcdefghijklmnopqrstuv",
                        "decision",
                        "Spoken to. Low-level.",
                        "told",
                        "Nobody.",
                        "reporter",
                        "yes",
                        "said",
                        "That it was dealt with.");
        assertThat(Guest.to(answered)).isEqualTo("/concerns/" + first);
        assertThat(head.get("/low-level").body())
                .contains("Kept as low-level", "Nobody has decided yet");
    }

    @Test
    void about_the_headteacher_it_goes_to_the_chair_and_about_oneself_to_the_headteacher() {
        var home = plain(head.get("/").body());
        var empty = head.get("/low-level").body().contains("Harriet Stone</h2>");
        var aboutHead = report(dsl, "low-level", "about-headteacher", "Harriet Stone", "A remark.");
        assertThat(chair.get("/low-level").body()).contains(aboutHead, "Harriet Stone");
        assertThat(head.get("/low-level").body())
                .doesNotContain(aboutHead)
                .doesNotContain("A remark.");
        assertThat(empty).isFalse();
        assertThat(plain(head.get("/").body())).isEqualTo(home);
        var own = report(teacher, "low-level", "about-staff", "Tess Marlow", "I lost my temper.");
        assertThat(head.get("/low-level").body()).contains(own, "Tess Marlow");
    }

    @Test
    void the_ledger_proves_whole() {
        report(teacher, "web-content", "anything-else", "", "A page of games is not blocked.");
        assertThat(school.server().bean(Ledger.class).verify(school.school()))
                .isInstanceOf(Verdict.Whole.class);
    }

    private static String plain(String page) {
        return page.replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "TOKEN")
                .replaceAll("\\d{1,2}(:\\d{2})?(am|pm)|midday|midnight", "TIME")
                .replaceAll("datetime=\"[^\"]*\"", "WHEN")
                .replaceAll("(?:less than a minute|\\d+ (?:minute|hour|day)s?)", "LENGTH");
    }
}
