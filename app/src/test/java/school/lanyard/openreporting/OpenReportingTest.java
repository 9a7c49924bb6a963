// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.ANONYMOUS_RECEIPT;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.OUTBOX;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// What somebody without an account sends, over HTTP, to a school in which people wait for it.
class OpenReportingTest {

    static final Pattern PROOF = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    static final Pattern SIDE = Pattern.compile("name=\"side\" value=\"([^\"]+)\"");
    static final Pattern CODE =
            Pattern.compile("<strong class=\"ly-code\">([A-Z0-9-]{24})</strong>");
    static final Pattern REFERENCE = Pattern.compile("<strong>([A-Z0-9]{4}-[A-Z0-9]{4})</strong>");
    static final String WORDS = "A man I do not know asked her for a picture in a game.";

    static LiveSchool school;
    static Guest dsl;
    static Guest head;
    static Guest chair;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        dsl = school.guest("dsl");
        head = school.guest("head");
        chair = school.guest("chair");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    static Guest stranger() {
        return new Guest(school.server().site());
    }

    static String worried() {
        return "/worried/" + school.school();
    }

    static String anonymous() {
        return "/anonymous/" + school.school();
    }

    static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    static String proof(Guest guest, String path) {
        return found(PROOF, guest.get(path).body());
    }

    static HttpResponse<String> send(Guest guest, String path, Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return guest.send(path, pairs);
    }

    static Map<String, String> form(Guest guest, String path, String... pairs) {
        var fields = new HashMap<String, String>();
        fields.put("form", proof(guest, path));
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put(pairs[at], pairs[at + 1]);
        }
        return fields;
    }

    static int concerns() {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(CONCERN, CONCERN.SCHOOL.eq(school.school())));
    }

    static String report(String... pairs) {
        var guest = stranger();
        var answer = send(guest, worried(), form(guest, worried(), pairs));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return found(REFERENCE, answer.body());
    }

    static String anonymously(String... pairs) {
        var guest = stranger();
        var answer = send(guest, anonymous(), form(guest, anonymous(), pairs));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return found(CODE, answer.body());
    }

    static String latest() {
        return school.server()
                .bean(Database.class)
                .read(sql ->
                        sql.select(CASE_FILE.REFERENCE)
                                .from(CASE_FILE)
                                .join(CONCERN)
                                .on(CONCERN.CASE_ID.eq(CASE_FILE.ID))
                                .where(CONCERN.SCHOOL.eq(school.school()))
                                .orderBy(CONCERN.RECEIVED_AT.desc())
                                .limit(1)
                                .fetchSingle()
                                .value1());
    }

    @Test
    void a_parent_reports_and_the_safeguarding_lead_reads_it() {
        var reference =
                report(
                        "what",
                        WORDS,
                        "words",
                        "He said it is our secret",
                        "who",
                        "Kit",
                        "when",
                        "last night",
                        "name",
                        "Jo Parent",
                        "contact",
                        "jo@example.org");
        assertThat(dsl.get("/incidents").body()).contains(reference);
        assertThat(dsl.get("/concerns/" + reference).body())
                .contains(WORDS, "He said it is our secret", "Kit (not on the roster)")
                .contains(
                        "the open form, by the name of Jo Parent",
                        "jo@example.org",
                        "“last night”");
    }

    @Test
    void without_an_account_and_without_a_cookie() {
        var guest = stranger();
        send(guest, worried(), form(guest, worried(), "what", "No cookie here"));
        send(guest, anonymous(), form(guest, anonymous(), "what", "None", "matter", "child"));
        assertThat(guest.cookies().getCookieStore().getCookies()).isEmpty();
    }

    @Test
    void sent_again_it_gives_the_same_receipt_and_other_words_another_one() throws Exception {
        var guest = stranger();
        var sent = form(guest, worried(), "what", "Pressed many times");
        var before = concerns();
        try (var threads = Executors.newFixedThreadPool(5)) {
            Callable<String> press = () -> found(REFERENCE, send(guest, worried(), sent).body());
            var receipts =
                    threads.invokeAll(IntStream.range(0, 5).mapToObj(_ -> press).toList()).stream()
                            .map(each -> each.resultNow())
                            .distinct();
            assertThat(receipts).hasSize(1);
        }
        assertThat(concerns()).isEqualTo(before + 1);
        sent.put("what", "Pressed many times, and I remember more");
        send(guest, worried(), sent);
        assertThat(concerns()).isEqualTo(before + 2);
    }

    @Test
    void nothing_typed_is_lost_when_it_comes_back() {
        var guest = stranger();
        var empty =
                form(
                        guest,
                        worried(),
                        "what",
                        " ",
                        "who",
                        "The <b>tall</b> one\u0000",
                        "when",
                        "noon");
        var refused = send(guest, worried(), empty);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Say what you saw", "value=\"noon\"")
                .contains("The &lt;b>tall&lt;/b> one")
                .contains("value=\"" + empty.get("form") + "\"");
        var long_ = form(guest, worried(), "what", "x".repeat(20_001));
        assertThat(send(guest, worried(), long_).body()).contains("1 characters too long");
    }

    @Test
    void a_form_of_another_day_or_with_the_hidden_box_filled_in_is_kept_and_asked_for_again() {
        var before = concerns();
        var guest = stranger();
        var old = form(guest, worried(), "what", "Open since last week");
        old.put("form", school.school() + ".AAAA");
        var again = send(guest, worried(), old);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Open since last week", "Nothing was sent yet");
        old.put("form", found(PROOF, again.body()));
        old.put("website", "https://spam.example");
        var trapped = send(guest, worried(), old);
        assertThat(trapped.statusCode()).isEqualTo(409);
        assertThat(trapped.body()).contains("Open since last week").doesNotContain("spam.example");
        assertThat(concerns()).isEqualTo(before);
        old.put("website", "");
        assertThat(send(guest, worried(), old).statusCode()).isEqualTo(200);
    }

    @Test
    void about_the_headteacher_it_goes_to_the_chair_and_leaves_the_head_no_trace() {
        var queue = plain(head.get("/incidents").body());
        var home = plain(head.get("/").body());
        var mails = mails("head");
        var ticked = report("what", "About how the head behaves", "about", "about-headteacher");
        var named = report("what", "About somebody by name", "who", "Harriet Stone");
        assertThat(chair.get("/incidents").body()).contains(ticked, named);
        assertThat(dsl.get("/incidents").body()).doesNotContain(ticked).doesNotContain(named);
        assertThat(plain(head.get("/incidents").body())).isEqualTo(queue);
        assertThat(plain(head.get("/").body())).isEqualTo(home);
        assertThat(head.get("/concerns/" + ticked).statusCode()).isEqualTo(404);
        assertThat(mails("head")).isEqualTo(mails);
    }

    @Test
    void the_receipt_does_not_say_whom_a_typed_name_turned_out_to_be() {
        var one = stranger();
        var other = stranger();
        var known = send(one, worried(), form(one, worried(), "what", "a", "who", "Harriet Stone"));
        var unknown =
                send(other, worried(), form(other, worried(), "what", "a", "who", "Nobody Here"));
        assertThat(plain(known.body())).isEqualTo(plain(unknown.body()));
    }

    @Test
    void a_conversation_goes_both_ways_and_private_notes_stay_between_handlers() {
        var code = anonymously("what", "Something I saw", "matter", "child");
        var reference = latest();
        var page = "/concerns/" + reference + "/messages";
        assertThat(dsl.get("/concerns/" + reference).body())
                .contains("keeps their name to themselves", page);
        write(dsl, page, "reporter", "Which class was it?");
        write(dsl, page, "handlers", "The caretaker saw it as well.");
        var guest = stranger();
        var back = anonymous() + "/receipt";
        var side =
                send(guest, back, form(guest, back, "code", code.toLowerCase().replace("-", " ")));
        assertThat(side.body())
                .contains("Which class was it?", "The school, ", "Somebody has opened your report")
                .doesNotContain("caretaker")
                .doesNotContain("Diana Sharpe");
        var mails = mails("dsl");
        var reply =
                Map.of(
                        "form",
                        found(PROOF, side.body()),
                        "side",
                        found(SIDE, side.body()),
                        "text",
                        "It was Kestrels.");
        assertThat(send(guest, back, reply).body()).contains("Your message was received");
        send(guest, back, reply);
        assertThat(mails("dsl")).isEqualTo(mails + 1);
        assertThat(dsl.get("/").body()).contains("A reporter without a name has written again");
        assertThat(dsl.get("/messages").body()).contains(reference, "Waits for an answer");
        var read = dsl.get(page).body();
        assertThat(read.split("It was Kestrels\\.", -1)).hasSize(2);
        assertThat(read).contains("The caretaker saw it as well.", "Private note between handlers");
        write(dsl, page, "reporter", "Thank you.");
        assertThat(dsl.get("/").body()).doesNotContain("has written again");
    }

    @Test
    void only_a_print_of_the_code_is_kept_and_the_ledger_knows_the_receipt_alone() {
        var code = anonymously("what", "Known by a receipt", "matter", "child");
        var database = school.server().bean(Database.class);
        var receipt =
                database.read(sql ->
                                sql.selectFrom(ANONYMOUS_RECEIPT)
                                        .where(ANONYMOUS_RECEIPT.SCHOOL.eq(school.school()))
                                        .fetch())
                        .getLast();
        assertThat(receipt.toString()).doesNotContain(code).doesNotContain(code.replace("-", ""));
        var actors =
                database.read(sql ->
                        sql.select(LEDGER_ENTRY.ACTOR)
                                .from(LEDGER_ENTRY)
                                .where(LEDGER_ENTRY.ACTION.eq("concern.received"))
                                .fetchSet(LEDGER_ENTRY.ACTOR));
        assertThat(actors).contains(receipt.get(ANONYMOUS_RECEIPT.ID));
        assertThat(school.server().bean(Ledger.class).verify(school.school()))
                .isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void a_wrong_code_opens_nothing_and_keeps_the_message_that_came_with_it() {
        var guest = stranger();
        var back = anonymous() + "/receipt";
        var wrong =
                send(
                        guest,
                        back,
                        form(
                                guest,
                                back,
                                "code",
                                "ABCD-EFGH-JKMN-PQRS-TVWX",
                                "text",
                                "Still here"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("No report has this code", "Still here");
    }

    @Test
    void something_wrong_in_the_school_passes_by_those_it_is_about() {
        var guest = stranger();
        var without =
                send(
                        guest,
                        anonymous(),
                        form(guest, anonymous(), "what", "w", "matter", "wrongdoing"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choose whom it is about");
        var staff =
                anonymously("what", "A colleague", "matter", "wrongdoing", "about", "about-staff");
        assertThat(staff).isNotEmpty();
        var aboutStaff = latest();
        assertThat(head.get("/incidents").body()).contains(aboutStaff);
        assertThat(dsl.get("/incidents").body()).doesNotContain(aboutStaff);
        anonymously("what", "The head", "matter", "wrongdoing", "about", "about-headteacher");
        var aboutHead = latest();
        assertThat(chair.get("/concerns/" + aboutHead).body())
                .contains("Something wrong in the school");
        assertThat(chair.get("/concerns/" + aboutHead + "/messages").statusCode()).isEqualTo(200);
        assertThat(head.get("/concerns/" + aboutHead + "/messages").statusCode()).isEqualTo(404);
        assertThat(head.get("/messages").body()).doesNotContain(aboutHead);
    }

    @Test
    void somebody_signed_in_stays_unknown_on_these_pages() {
        var teacher = school.guest("teacher");
        assertThat(teacher.get(anonymous()).body()).doesNotContain("Tess Marlow", "Sign out");
    }

    private static void write(Guest guest, String page, String to, String text) {
        guest.get(page);
        var once = java.util.UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        assertThat(Guest.to(guest.post(page, "_once", once, "to", to, "text", text)))
                .isEqualTo(page);
    }

    private static int mails(String who) {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(school.id(who))));
    }

    private static String plain(String page) {
        return page.replaceAll("\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b", "REF")
                .replaceAll("name=\"(_csrf|_once|form)\" value=\"[^\"]*\"", "TOKEN")
                .replaceAll("\\d{1,2}(:\\d{2})?(am|pm)|midday|midnight", "TIME")
                .replaceAll("datetime=\"[^\"]*\"", "WHEN")
                .replaceAll("(?:less than a minute|\\d+ (?:minute|hour|day)s?)", "LENGTH");
    }
}
