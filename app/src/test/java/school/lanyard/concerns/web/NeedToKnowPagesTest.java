// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.database.Database;
import school.lanyard.reports.Cases;
import school.lanyard.reports.PaperText;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Who reads an incident, as its pages let handlers see and change it.
class NeedToKnowPagesTest {

    static final String ONCE = "abcdefghijklmnopqrstuv";
    static final String SECRET = "The grandmother must not hear of this yet.";

    static LiveSchool school;
    static Cases cases;
    static Guest dsl;
    static Guest deputy;
    static Guest head;
    static Guest chair;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        dsl = school.guest("dsl");
        deputy = school.guest("deputy");
        head = school.guest("head");
        chair = school.guest("chair");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void a_restricted_incident_is_in_no_page_of_somebody_left_out() {
        var reference = openedToHead();
        var base = "/incidents/" + reference;
        assertThat(head.get(base).statusCode()).isEqualTo(200);
        assertThat(restrict(base, "dsl")).contains("Somebody else whom you name");
        assertThat(
                        Guest.to(
                                dsl.send(
                                        base + "/restriction",
                                        List.of(
                                                "_once",
                                                ONCE,
                                                "people",
                                                school.id("dsl"),
                                                "people",
                                                school.id("deputy"),
                                                "reason",
                                                "A cousin works in the office."))))
                .isEqualTo(base);
        for (var page : pages(base)) {
            assertThat(head.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(head.get("/incidents").body()).doesNotContain(reference);
        assertThat(head.get("/access-log").body()).doesNotContain(reference);
        assertThat(dsl.get(base).body()).contains("Restricted");
        assertThat(dsl.get(base + "/readers").body())
                .contains("only these people read it: Devon Pell, Diana Sharpe");
        widened(base);
        assertThat(head.get(base).statusCode()).isEqualTo(200);
    }

    private static void widened(String base) {
        var asked =
                dsl.post(
                        base + "/restriction/readers",
                        "_once",
                        ONCE,
                        "person",
                        school.id("head"),
                        "why",
                        "To meet the family.");
        assertThat(Guest.to(asked)).isEqualTo(base);
        assertThat(deputy.get(base + "/readers").body())
                .contains("Harriet Stone may read this incident as well", "Save your decision");
        var decided =
                deputy.post(
                        base + "/returns",
                        "_once",
                        ONCE,
                        "returning",
                        school.id("head"),
                        "decision-" + school.id("head"),
                        "agree");
        assertThat(Guest.to(decided)).isEqualTo(base);
    }

    private static String restrict(String base, String key) {
        return dsl.post(
                        base + "/restriction",
                        "_once",
                        ONCE,
                        "people",
                        school.id(key),
                        "reason",
                        "A cousin works in the office.")
                .body();
    }

    @Test
    void a_handover_waits_at_home_until_it_is_taken_on() {
        var base = "/incidents/" + incident("pip");
        var over =
                dsl.post(
                        base + "/handover",
                        "_once",
                        ONCE,
                        "to",
                        school.id("deputy"),
                        "note",
                        "The family was promised a call by Friday.");
        assertThat(Guest.to(over)).isEqualTo(base);
        assertThat(deputy.get("/").body()).contains("1 incident was handed over to you");
        assertThat(deputy.get(base).body()).contains("Take this incident on");
        assertThat(deputy.get(base + "/handover").body()).contains("a call by Friday");
        assertThat(Guest.to(deputy.post(base + "/handover/acceptance", "_once", ONCE)))
                .isEqualTo(base);
        assertThat(deputy.get("/").body()).doesNotContain("handed over to you");
        assertThat(dsl.get(base).body()).contains("Handed over to Devon Pell", "Taken on");
    }

    @Test
    void private_notes_are_for_those_who_handle_it_and_in_no_document_by_themselves() {
        var reference = openedToHead();
        var base = "/incidents/" + reference;
        var added = dsl.post(base + "/private-notes", "text", SECRET);
        assertThat(Guest.to(added)).isEqualTo(base + "/private-notes");
        assertThat(deputy.get(base + "/private-notes").body()).contains(SECRET);
        assertThat(head.get(base).body()).doesNotContain("private-notes");
        assertThat(head.get(base + "/private-notes").statusCode()).isEqualTo(404);
        assertThat(head.post(base + "/private-notes", "text", "Mine").statusCode()).isEqualTo(404);
        for (var guest : List.of(dsl, head)) {
            assertThat(guest.get(base).body()).doesNotContain(SECRET);
            assertThat(guest.get(base + "/chronology").body()).doesNotContain(SECRET);
        }
        assertThat(paper(dsl, base)).doesNotContain("grandmother");
        assertThat(paper(dsl, base, "annex", "private-notes")).contains("grandmother");
        assertThat(paper(head, base, "annex", "private-notes")).doesNotContain("grandmother");
    }

    private static String paper(Guest by, String base, String... more) {
        var form = new ArrayList<>(List.of("recipient", "The social worker"));
        form.addAll(List.of(more));
        return PaperText.of(
                by.document(base + "/chronology.pdf", form.toArray(String[]::new)).body());
    }

    @Test
    void the_chair_opens_one_case_in_an_emergency_and_its_readers_see_it() {
        var reference = incident("pip");
        var base = "/incidents/" + reference;
        assertThat(chair.get(base).statusCode()).isEqualTo(404);
        assertThat(breakGlass("ABCD-2345")).contains("There is no case with this reference");
        assertThat(breakGlass(reference.toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(chair.get(base).statusCode()).isEqualTo(200);
        assertThat(chair.get(base + "/private-notes").statusCode()).isEqualTo(404);
        assertThat(dsl.get(base).body())
                .contains("Opened in an emergency by Colin Hale", "A child may come to harm");
        assertThat(dsl.get("/access-log").body()).contains("Opened an incident in an emergency");
        assertThat(dsl.get("/emergency-access").statusCode()).isEqualTo(403);
    }

    /// The lead cannot tell that the chair opened a case about the lead, nor that there is one.
    @Test
    void a_case_about_the_lead_that_is_opened_in_an_emergency_leaves_them_no_trace() {
        var reference =
                cases.incident(
                        "about-safeguarding-leads", "dsl", "head", "staff", 0, Instant.now());
        var mails = mails();
        assertThat(breakGlass(reference)).isEmpty();
        assertThat(chair.get("/incidents/" + reference).statusCode()).isEqualTo(200);
        assertThat(mails()).isEqualTo(mails);
        assertThat(dsl.get("/incidents").body()).doesNotContain(reference);
        assertThat(dsl.get("/access-log").body()).doesNotContain(reference);
    }

    private static int mails() {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(school.id("dsl"))));
    }

    private static String breakGlass(String reference) {
        var answer =
                chair.post(
                        "/emergency-access",
                        "reference",
                        reference,
                        "reason",
                        "A child may come to harm and nobody answers.");
        return answer.statusCode() == 303 ? "" : answer.body();
    }

    @Test
    void the_pages_look_right() {
        var base = "/incidents/" + openedToHead();
        dsl.post(base + "/private-notes", "text", SECRET);
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        for (var name : List.of("readers", "restriction", "handover", "private-notes")) {
            page.navigate(school.server().site() + base + "/" + name);
            Browser.looksRightOnBoth(page, "need-to-know-" + name);
        }
        page.navigate(school.server().site() + "/posts/dsl/cover");
        Browser.looksRightOnBoth(page, "cover");
        page.navigate(school.server().site() + base);
        Browser.looksRightOnBoth(page, "need-to-know-incident");
        Browser.close(page);
    }

    private static List<String> pages(String base) {
        return List.of(
                base,
                base + "/readers",
                base + "/restriction",
                base + "/handover",
                base + "/private-notes",
                base + "/chronology",
                base + "/chronology.pdf",
                base + "/actions",
                base + "/closure",
                base + "/notes/new",
                base + "/people/new");
    }

    private static String openedToHead() {
        var reference = incident("pip");
        cases.record(
                "dsl",
                reference,
                new OpenedToPost("headteacher", "To plan support"),
                Instant.now());
        return reference;
    }

    private static String incident(String about) {
        return cases.incident("anything-else", about, "dsl", Instant.now());
    }
}
