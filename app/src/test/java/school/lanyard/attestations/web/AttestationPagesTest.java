// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.ATTESTATION;
import static school.lanyard.database.schema.Tables.OUTBOX;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Kinship;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// The pages on which people sign, and those of the office, over HTTP.
class AttestationPagesTest {

    static final Pattern LINK = Pattern.compile("(/sign/[0-9a-f]{64})");
    static final Pattern HASH = Pattern.compile("name=\"text\" value=\"([0-9a-f]{64})\"");
    static final Pattern SUBJECT = Pattern.compile("name=\"subject\" value=\"([0-9a-f-]{36})\"");
    static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");

    static LiveSchool school;
    static Guest head;
    static Guest teacher;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        head = school.guest("head");
        teacher = school.guest("teacher");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    static void guardian(String key, String name, String child) {
        school.add(key, name, "parent", null);
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(People.class)
                                        .relate(
                                                tx,
                                                Actor.LANYARD,
                                                List.of(
                                                        new Kinship(
                                                                school.id(child),
                                                                school.id(key),
                                                                Kinship.Kind.GUARDIAN))));
    }

    static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @Test
    void a_teacher_reads_each_text_on_one_page_and_signs_it_with_one_button() {
        assertThat(teacher.get("/").body()).contains("agreements need your signature");
        var list = teacher.get("/to-sign").body();
        var address = "/to-sign/staff/" + school.id("teacher");
        assertThat(list).contains(address, "Acceptable use agreement for staff");
        var page = teacher.get(address).body();
        assertThat(page).contains("I keep my username and password to myself");
        assertThat(teacher.get("/to-sign").body()).contains(address);
        var next = Guest.to(teacher.post(address, "text", found(HASH, page)));
        assertThat(next).startsWith("/to-sign/").doesNotContain("/staff/");
        assertThat(teacher.get("/to-sign").body())
                .contains("What you have signed")
                .doesNotContain(address + "\"");
        var copy =
                found(
                        Pattern.compile("(/to-sign/copies/[0-9a-f-]{36}\\.pdf)"),
                        teacher.get("/to-sign").body());
        assertThat(new String(teacher.document(copy).body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("/StructTreeRoot");
        assertThat(school.guest("governor").get(copy).statusCode()).isEqualTo(404);
        assertThat(teacher.post(address, "text", "other words").statusCode()).isEqualTo(422);
    }

    @Test
    void nobody_signs_for_somebody_else_by_an_address() {
        var other = "/to-sign/staff/" + school.id("head");
        assertThat(teacher.get(other).statusCode()).isEqualTo(404);
        assertThat(teacher.post(other, "text", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_parent_signs_by_a_personal_link_that_opening_does_not_use_up() {
        guardian("bea", "Beatrice Larkin", "bo");
        assertThat(head.get("/attestations/learners/links").statusCode()).isEqualTo(200);
        var made = head.post("/attestations/learners/links", "place", "everybody").body();
        var after = made.substring(made.indexOf("Beatrice Larkin"));
        var link = found(LINK, after);
        assertThat(link).doesNotContain(school.id("bea"));

        var parent = new Guest(school.server().site());
        var first = parent.get(link).body();
        assertThat(parent.get(link).body()).contains("parents and carers");
        assertThat(signatures(school.id("bea"))).isZero();
        assertThat(
                        parent.post(
                                        link,
                                        "agreement",
                                        "parents",
                                        "subject",
                                        found(SUBJECT, first),
                                        "text",
                                        found(HASH, first),
                                        "name",
                                        "")
                                .statusCode())
                .isEqualTo(422);
        parent.post(
                link,
                "agreement",
                "parents",
                "subject",
                found(SUBJECT, first),
                "text",
                found(HASH, first),
                "name",
                "Bea Larkin");
        assertThat(signatures(school.id("bea"))).isOne();

        var second = parent.get(link).body();
        assertThat(second).contains("For Bo Larkin", "My rules for staying safe");
        var done =
                parent.post(
                        link,
                        "agreement",
                        "learners",
                        "subject",
                        found(SUBJECT, second),
                        "text",
                        found(HASH, second),
                        "name",
                        "Bea Larkin");
        assertThat(done.body()).contains("You have signed everything");
        assertThat(
                        new String(
                                parent.document(
                                                "/signed-copy.pdf",
                                                "proof",
                                                found(PROOF, done.body()))
                                        .body(),
                                StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(parent.get(link).statusCode()).isEqualTo(404);
        assertThat(parent.get(link).body()).contains("This link has been used");
        assertThat(parent.get("/sign/" + "0".repeat(64)).body()).contains("does not work");
        assertThat(parent.document("/signed-copy.pdf", "proof", "made up").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_link_signs_for_no_other_child() {
        guardian("cass", "Cassandra Underhill", "pip");
        var made = head.post("/attestations/parents/links", "place", "everybody").body();
        var link = found(LINK, made.substring(made.indexOf("Cassandra Underhill")));
        var parent = new Guest(school.server().site());
        var page = parent.get(link).body();
        var refused =
                parent.post(
                        link,
                        "agreement",
                        "learners",
                        "subject",
                        school.id("bo"),
                        "text",
                        found(HASH, page),
                        "name",
                        "Cass");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("parental responsibility").doesNotContain("Larkin");
        assertThat(
                        new String(
                                head.document(
                                                "/attestations/parents/links/letters.pdf",
                                                "place",
                                                "everybody")
                                        .body(),
                                StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    @Test
    void the_office_sees_who_has_not_begins_a_campaign_and_takes_the_list_out() {
        school.add("formula", "=cmd(Trick)", "governor", null);
        assertThat(head.get("/attestations").body())
                .contains("Acceptable use agreement for governors");
        var page = head.get("/attestations/governors").body();
        assertThat(page).contains("Gwen Ashby", "Who has not", "Begin a campaign");
        assertThat(head.post("/attestations/governors/campaign", "days", "0").statusCode())
                .isEqualTo(422);
        var due = school.today().plusDays(7);
        head.post(
                "/attestations/governors/campaign",
                "days",
                "7",
                "due-day",
                "" + due.getDayOfMonth(),
                "due-month",
                "" + due.getMonthValue(),
                "due-year",
                "" + due.getYear());
        assertThat(reminders(school.id("governor"))).isOne();
        assertThat(reminders(school.id("formula"))).isZero();
        assertThat(head.get("/attestations/governors").body())
                .contains("Everybody has been asked since");
        assertThat(school.guest("governor").get("/").body()).contains("Sign by");
        var csv =
                new String(
                        head.document("/attestations/governors/not-signed.csv").body(),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("Gwen Ashby", "'=cmd(Trick)");
        head.post("/attestations/governors/campaign/end");
        assertThat(head.get("/attestations/governors").body())
                .doesNotContain("Everybody has been asked since");
        assertThat(teacher.get("/attestations").statusCode()).isEqualTo(403);
    }

    @Test
    void the_office_records_paper_and_withdraws_what_was_a_mistake() {
        var day = school.today();
        head.post(
                "/attestations/staff/paper",
                "person",
                school.id("deputy"),
                "signed-day",
                "" + day.getDayOfMonth(),
                "signed-month",
                "" + day.getMonthValue(),
                "signed-year",
                "" + day.getYear());
        var page = head.get("/attestations/staff").body();
        assertThat(page).contains("On paper, recorded by the school");
        var record =
                found(Pattern.compile("(/attestation-records/[0-9a-f-]{36})\">Devon Pell"), page);
        assertThat(head.get(record).body()).contains("Date on the paper", "Harriet Stone");
        assertThat(head.post(record + "/withdrawal", "why", "").statusCode()).isEqualTo(422);
        head.post(record + "/withdrawal", "why", "Of another school");
        assertThat(head.get(record).body()).contains("counts for nothing");
        assertThat(head.get("/attestations/staff").body()).doesNotContain(record);
    }

    @Test
    void a_class_agrees_together_and_a_teacher_records_who() {
        assertThat(teacher.get("/class-agreements").body()).contains("My rules for staying safe");
        var recorded =
                teacher.post(
                        "/class-agreements/learners",
                        "class",
                        "Learners",
                        "child",
                        school.id("pip"));
        assertThat(recorded.statusCode()).isEqualTo(422);
    }

    @Test
    void a_visitor_agrees_at_the_door_and_gets_a_badge() {
        var visitor = new Guest(school.server().site());
        var door = "/door/" + school.school();
        assertThat(visitor.get(door).body()).contains("I take no photograph, film or recording");
        assertThat(visitor.post(door, "name", "Vera Quill", "visiting", "The office").statusCode())
                .isEqualTo(422);
        var badge =
                visitor.post(
                        door,
                        "_once",
                        UUID.randomUUID().toString(),
                        "name",
                        "Vera Quill",
                        "organisation",
                        "Piano tuners",
                        "visiting",
                        "Ms Marlow",
                        "agree",
                        "yes");
        assertThat(badge.body()).contains("Vera Quill", "Visiting Ms Marlow");
        var visitors = head.get("/visitors").body();
        assertThat(visitors).contains("Vera Quill", "Piano tuners", door);
        assertThat(
                        new String(
                                head.document("/visitors/poster.pdf").body(),
                                StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(visitor.get("/door/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static int signatures(String signer) {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(ATTESTATION, ATTESTATION.SIGNER.eq(signer)));
    }

    private static int reminders(String person) {
        return school.server()
                .bean(Database.class)
                .read(sql ->
                        sql.fetchCount(
                                OUTBOX, OUTBOX.PERSON.eq(person).and(OUTBOX.LINK.eq("/to-sign"))));
    }
}
