// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.CONCERN_DRAFT;
import static school.lanyard.testing.Visiting.hidden;
import static school.lanyard.testing.Visiting.location;
import static school.lanyard.testing.Visiting.with;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Staffroom;
import school.lanyard.testing.Visiting;
import school.lanyard.testing.Willow;

@ParameterizedClass
@EnumSource(Engine.class)
class SendingTest {

    static final String WORDS = "A message about a fizzlewump on a tablet.";
    static final Pattern REFERENCE = Pattern.compile("<strong>([A-Z0-9]{4}-[A-Z0-9]{4})</strong>");

    static final Map<Engine, Staffroom> SERVERS = new EnumMap<>(Engine.class);

    @TempDir static Path scratch;
    @Parameter Engine engine;
    Staffroom server;
    Visiting teacher;
    String draft;
    Map<String, List<String>> form;

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(Staffroom::close);
        SERVERS.clear();
    }

    @BeforeEach
    void begin() {
        server =
                SERVERS.computeIfAbsent(
                        engine, each -> Staffroom.start(each, scratch.resolve(each.name())));
        teacher = Visiting.signedIn(server.root(), Willow.TEACHER);
        draft = location(teacher.get("/concerns/new"));
        form = filled(teacher.get(draft).body());
    }

    @Test
    void a_new_form_has_todays_date_and_may_be_kept_by_the_browser() {
        var answer = teacher.get(draft);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(answer.body())
                .contains("value=\"" + today().getDayOfMonth() + "\"")
                .contains("<option value=\"Amelia Hart, Kestrels (Year 1)\">")
                .contains("<option value=\"Helen Brownlow, staff\">");
    }

    @Test
    void a_concern_is_received_with_a_reference_and_where_it_went() {
        var sent = teacher.post(draft, form);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo(draft);
        var receipt = teacher.get(draft).body();
        assertThat(receipt)
                .contains("Concern received", "designated safeguarding lead")
                .doesNotContain(WORDS);
        assertThat(teacher.get("/concerns/sent").body()).contains(reference(receipt));
    }

    @Test
    void sent_again_it_gives_the_same_receipt_and_no_second_concern() {
        teacher.post(draft, form);
        var receipt = reference(teacher.get(draft).body());
        var before = concerns();
        assertThat(location(teacher.post(draft, form))).isEqualTo(draft);
        assertThat(reference(teacher.get(draft).body())).isEqualTo(receipt);
        assertThat(concerns()).isEqualTo(before);
    }

    @Test
    void changed_after_sending_it_is_kept_as_a_concern_of_its_own() {
        teacher.post(draft, form);
        var receipt = reference(teacher.get(draft).body());
        var another = location(teacher.post(draft, with(form, "what", "Something else")));
        assertThat(another).startsWith("/concerns/drafts/").isNotEqualTo(draft);
        assertThat(teacher.get(another).body()).contains("Something else");
        assertThat(reference(teacher.get(draft).body())).isEqualTo(receipt);
    }

    @Test
    void twenty_at_once_are_one_concern_and_twenty_equal_receipts() throws Exception {
        var before = concerns();
        try (var threads = Executors.newFixedThreadPool(20)) {
            Callable<String> send =
                    () -> {
                        assertThat(teacher.post(draft, form).statusCode()).isEqualTo(303);
                        return reference(teacher.get(draft).body());
                    };
            var receipts =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> send).toList()).stream()
                            .map(each -> each.resultNow())
                            .collect(Collectors.toList());
            assertThat(receipts).hasSize(20).containsOnly(receipts.getFirst());
        }
        assertThat(concerns()).isEqualTo(before + 1);
        var ledger = server.context().getBean(Ledger.class).verify(server.willow().school());
        assertThat(ledger).isInstanceOf(school.lanyard.core.ledger.Verdict.Whole.class);
    }

    @Test
    void a_refused_form_shows_everything_again_and_is_kept() {
        var refused =
                teacher.post(
                        draft, with(form, "what", "", "words", "He said no", "who", "Amelia Hart"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("There is a problem", "Say what you saw or heard", "He said no");
        assertThat(teacher.get(draft).body())
                .contains("You have not sent this yet", "He said no", "Amelia Hart");
    }

    @Test
    void every_box_is_shown_again_as_it_was_typed() {
        var typed =
                with(
                        form,
                        "risk",
                        "yes",
                        "risk-who",
                        "AAA1",
                        "who",
                        "BBB2",
                        "words",
                        "CCC3",
                        "when-time",
                        "DDD4",
                        "where",
                        "EEE5",
                        "system",
                        "FFF6",
                        "when-year",
                        "20x6");
        assertThat(teacher.post(draft, typed).body())
                .contains("AAA1", "BBB2", "CCC3", "DDD4", "EEE5", "FFF6", "20x6", WORDS);
    }

    @Test
    void an_expired_session_keeps_what_was_typed_and_leads_back_to_it() {
        server.clock().forward(Duration.ofMinutes(45));
        var sent = teacher.post(draft, form);
        assertThat(location(sent)).startsWith("/sign-in?to=");
        teacher.signIn(Willow.TEACHER);
        var again = teacher.get(draft).body();
        assertThat(again).contains("You were signed out before this was sent", WORDS);
        assertThat(teacher.post(draft, filled(again)).statusCode()).isEqualTo(303);
        assertThat(teacher.get(draft).body()).contains("Concern received");
    }

    @Test
    void lost_cookies_keep_what_was_typed_too() {
        teacher.forgetCookies();
        assertThat(location(teacher.post(draft, form))).startsWith("/sign-in?to=");
        teacher.signIn(Willow.TEACHER);
        assertThat(teacher.get(draft).body()).contains(WORDS);
    }

    @Test
    void a_stale_form_still_sends_for_the_one_it_was_issued_to() {
        teacher.forgetCookies();
        teacher.signIn(Willow.TEACHER);
        assertThat(location(teacher.post(draft, form))).isEqualTo(draft);
        assertThat(teacher.get(draft).body()).contains("Concern received");
    }

    @Test
    void without_a_session_or_its_proof_nothing_is_stored() {
        var bare = new Visiting(server.root());
        for (var keep : List.of("", "made-up", form.get("keep").getFirst() + "x")) {
            assertUnkept(bare.post(draft, with(form, "keep", keep)));
        }
        assertUnkept(bare.post("/concerns/drafts/00000000-0000-4000-8000-000000000000", form));
    }

    @Test
    void a_form_older_than_a_day_is_not_kept() {
        teacher.forgetCookies();
        server.clock().forward(Duration.ofHours(25));
        assertUnkept(teacher.post(draft, form));
    }

    @Test
    void somebody_elses_form_is_neither_sent_nor_kept() {
        var other = Visiting.signedIn(server.root(), Staffroom.OTHER);
        assertUnkept(other.post(draft, form));
    }

    @Test
    void a_forged_form_of_another_site_does_nothing() {
        var bare = new java.util.LinkedHashMap<>(form);
        bare.remove("keep");
        bare.remove("_csrf");
        assertUnkept(teacher.post(draft, bare));
    }

    @Test
    void keeping_without_a_session_is_limited() {
        teacher.forgetCookies();
        int status = 0;
        for (int i = 0; i <= KeepLimit.MOST; i++) {
            status = teacher.post(draft, with(form, "then", "keep")).statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void what_saves_by_itself_is_there_again_and_stops_once_sent() {
        assertThat(teacher.post(draft, with(form, "then", "keep")).statusCode()).isEqualTo(204);
        assertThat(teacher.get(draft).body()).contains(WORDS);
        teacher.post(draft, form);
        assertThat(teacher.post(draft, with(form, "then", "keep")).statusCode()).isEqualTo(409);
        assertThat(teacher.get(draft).body()).contains("Concern received");
        assertThat(drafts()).isZero();
    }

    @Test
    void what_was_not_sent_is_listed_without_its_words_and_can_be_thrown_away() {
        assertThat(location(teacher.post(draft, with(form, "then", "later"))))
                .isEqualTo("/concerns/sent");
        assertThat(teacher.get("/concerns/sent").body())
                .contains("You have not sent this yet", draft)
                .doesNotContain(WORDS);
        var sure = teacher.get(draft + "/removal");
        teacher.post(draft + "/removal", hidden(sure.body()));
        assertThat(teacher.get("/concerns/sent").body()).doesNotContain(draft);
        assertThat(teacher.get(draft + "/removal").statusCode()).isEqualTo(404);
    }

    @Test
    void one_more_name_comes_with_everything_typed() {
        var more = teacher.post(draft, with(form, "then", "more", "who", "Amelia Hart"));
        assertThat(location(more)).isEqualTo(draft + "#who-2");
        assertThat(teacher.get(draft).body()).contains("id=\"who-2\"", "Amelia Hart", WORDS);
    }

    @Test
    void another_persons_draft_and_receipt_are_not_found() {
        var other = Visiting.signedIn(server.root(), Staffroom.OTHER);
        teacher.post(draft, with(form, "then", "keep"));
        assertThat(other.get(draft).statusCode()).isEqualTo(404);
        assertThat(other.get(draft + "/removal").statusCode()).isEqualTo(404);
        teacher.post(draft, form);
        assertThat(other.get(draft).statusCode()).isEqualTo(404);
        assertThat(other.get("/concerns/sent").body()).contains("You have not reported a concern.");
    }

    @Test
    void a_teacher_opens_no_case() {
        teacher.post(draft, form);
        var reference = reference(teacher.get(draft).body());
        assertThat(teacher.get("/incidents").statusCode()).isEqualTo(403);
        assertThat(teacher.get("/concerns/" + reference).statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_signed_in_is_led_to_sign_in() {
        var bare = new Visiting(server.root());
        for (var path : List.of("/concerns/new", draft, "/concerns/sent")) {
            assertThat(location(bare.get(path))).as(path).startsWith("/sign-in?to=");
        }
    }

    @Test
    void a_form_with_files_is_refused() {
        var before = concerns();
        var answer =
                teacher.send(
                        HttpRequest.newBuilder(URI.create(server.root() + draft))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        BodyPublishers.ofString(
                                                "--x\r\nContent-Disposition: form-data; name=\"what\"\r\n\r\nhello\r\n--x--\r\n")));
        assertThat(answer.statusCode()).isIn(409, 415);
        assertThat(concerns()).isEqualTo(before);
    }

    @Test
    void twenty_thousand_characters_are_taken_and_one_more_is_shown_again_whole() {
        var longest = "x".repeat(19_999) + "ß";
        var over = teacher.post(draft, with(form, "what", longest + "y"));
        assertThat(over.statusCode()).isEqualTo(422);
        assertThat(over.body()).contains("1 characters too long", longest + "y");
        assertThat(teacher.post(draft, with(form, "what", longest)).statusCode()).isEqualTo(303);
    }

    @Test
    void hostile_text_is_only_text() {
        var hostile = "</textarea><script>alert(1)</script>\"'><b>\u0000\u0007\u202e &lt;ok";
        var refused = teacher.post(draft, with(form, "what", hostile, "who", hostile, "risk", ""));
        assertThat(refused.body())
                .doesNotContain("<script>alert", "\u0000", "\u0007", "\u202e")
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)");
        var again = filled(refused.body());
        assertThat(teacher.post(draft, with(again, "what", hostile)).statusCode()).isEqualTo(303);
    }

    @Test
    void a_date_to_come_is_refused_and_one_long_ago_is_asked_about() {
        var tomorrow = today().plusDays(1);
        var early = teacher.post(draft, on(tomorrow));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("When it happened must be today or in the past");
        var old = teacher.post(draft, on(today().minusYears(9)));
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).contains("Check the year", "The date is right");
        assertThat(
                        teacher.post(draft, with(on(today().minusYears(9)), "when-old", "yes"))
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void eleven_names_are_too_many() {
        var names = IntStream.range(0, 11).mapToObj(i -> "Person " + i).toList();
        var typed = new java.util.LinkedHashMap<>(form);
        typed.put("who", names);
        var answer = teacher.post(draft, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Give at most 10 names", "Person 10");
    }

    @Test
    void somebody_at_risk_now_is_told_in_person() {
        teacher.post(draft, with(form, "risk", "yes"));
        assertThat(teacher.get(draft).body()).contains("in person now", "999");
    }

    @Test
    void nobody_is_sent_to_whom_it_is_about() {
        var about = with(form, "risk", "yes", "about", "about-headteacher", "who", "Amelia Heart");
        assertThat(teacher.post(draft, about).body())
                .contains("tell the chair of governors in person now")
                .doesNotContain("tell the headteacher", "tell the designated");
    }

    @Test
    void what_the_reporter_sees_does_not_change_with_later_appointments() {
        teacher.post(draft, form);
        var before = teacher.get(draft).body();
        server.willow().vacate("deputy-dsl");
        try {
            assertThat(row(teacher.get(draft).body())).isEqualTo(row(before));
        } finally {
            server.willow().appoint(Willow.DEPUTY, "deputy-dsl");
        }
    }

    @Test
    void a_name_that_nobody_has_is_asked_about_and_may_be_kept() {
        var asked = teacher.post(draft, with(form, "who", "Amelia Heart"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("We do not know this name. Is it spelt as in the register?")
                .contains("Your concern is saved and has not been sent yet.", WORDS);
        assertThat(teacher.get(draft).body())
                .contains("You have not sent this yet", "Amelia Heart");
        var kept = with(hidden(asked.body()), "who", "Amelia Heart", "then", "send");
        assertThat(location(teacher.post(draft, kept))).isEqualTo(draft);
        assertThat(teacher.get(draft).body()).contains("Concern received");
    }

    @Test
    void a_name_put_right_means_the_person_and_another_wrong_one_is_asked_about_again() {
        var asked = teacher.post(draft, with(form, "who", "Amelia Heart")).body();
        var again = teacher.post(draft, with(hidden(asked), "who", "Amelia Hert", "then", "send"));
        assertThat(again.body()).contains("“Amelia Hert”").doesNotContain("“Amelia Heart”");
        var right = with(hidden(again.body()), "who", "Amelia Hart", "then", "send");
        assertThat(location(teacher.post(draft, right))).isEqualTo(draft);
        assertThat(teacher.get(draft).body()).contains("Concern received");
    }

    @Test
    void going_back_from_the_names_loses_nothing() {
        var asked =
                teacher.post(draft, with(form, "who", "Amelia Heart", "words", "He ran")).body();
        var back = with(hidden(asked), "who", "Somebody Else", "then", "back");
        assertThat(location(teacher.post(draft, back))).isEqualTo(draft);
        assertThat(teacher.get(draft).body()).contains(WORDS, "He ran", "Somebody Else");
    }

    @Test
    void a_known_name_beside_an_unknown_one_goes_along() {
        var typed = new java.util.LinkedHashMap<>(form);
        typed.put("who", List.of("Amelia Hart", "Nobody Known", ""));
        var asked = teacher.post(draft, typed).body();
        assertThat(asked)
                .contains("<input type=\"hidden\" name=\"who\" value=\"Amelia Hart\">")
                .contains("Check a name");
    }

    @Test
    void the_first_button_of_the_form_which_enter_presses_sends() {
        var page = teacher.get(draft).body();
        var form = page.substring(page.indexOf("<form action=\"" + draft));
        var first = form.substring(form.indexOf("<button"));
        assertThat(first.substring(0, first.indexOf('>')))
                .contains("name=\"then\"", "value=\"send\"");
    }

    @Test
    void somebody_who_owes_a_second_factor_keeps_their_own_draft_and_sends_nothing() {
        server.willow().appoint(Willow.TEACHER, "online-safety-lead");
        var before = concerns();
        try {
            var sent = teacher.post(draft, form);
            assertThat(location(sent)).isEqualTo("/account/second-factor");
            assertThat(teacher.post(draft, with(form, "then", "keep")).statusCode()).isEqualTo(204);
            assertThat(concerns()).isEqualTo(before);
            assertThat(drafts()).isOne();
            assertThat(location(teacher.get(draft))).isEqualTo("/account/second-factor");
        } finally {
            server.willow().vacate("online-safety-lead");
        }
        assertThat(teacher.get(draft).body()).contains(WORDS);
        var other = Visiting.signedIn(server.root(), Staffroom.OTHER);
        assertThat(other.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void the_state_of_what_was_sent_stands_beside_it_and_says_nothing_more() {
        teacher.post(draft, form);
        var receipt = teacher.get(draft).body();
        var reference = reference(receipt);
        assertThat(receipt).contains("Received.");
        server.context()
                .getBean(school.lanyard.concerns.Concerns.class)
                .open(server.willow().viewer(Willow.DSL), reference, server.clock().instant());
        assertThat(teacher.get(draft).body()).contains("Being looked at").doesNotContain(WORDS);
        for (var list : List.of("/", "/concerns/sent")) {
            assertThat(teacher.get(list).body())
                    .contains("Being looked at", draft)
                    .doesNotContain(WORDS);
        }
    }

    private void assertUnkept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("What you wrote was not saved").doesNotContain(WORDS);
        assertThat(
                        server.database()
                                .<Boolean>read(sql ->
                                        sql.fetchExists(
                                                CONCERN_DRAFT,
                                                CONCERN_DRAFT.ID.eq(draft.substring(17)))))
                .isFalse();
    }

    private static String row(String receipt) {
        return receipt.substring(receipt.indexOf("It went to")).split("</dd>", 2)[0];
    }

    private Map<String, List<String>> on(LocalDate day) {
        return with(
                form,
                "when-day",
                "" + day.getDayOfMonth(),
                "when-month",
                "" + day.getMonthValue(),
                "when-year",
                "" + day.getYear());
    }

    private LocalDate today() {
        return SchoolTime.day(server.clock().instant());
    }

    private Map<String, List<String>> filled(String page) {
        var day = today();
        return with(
                hidden(page),
                "risk",
                "no",
                "about",
                "anything-else",
                "who",
                "Amelia Hart, Kestrels (Year 1)",
                "what",
                WORDS,
                "when-day",
                "" + day.getDayOfMonth(),
                "when-month",
                "" + day.getMonthValue(),
                "when-year",
                "" + day.getYear());
    }

    private int concerns() {
        return server.database().read(sql -> sql.fetchCount(CONCERN));
    }

    private int drafts() {
        return server.database()
                .read(sql ->
                        sql.fetchCount(CONCERN_DRAFT, CONCERN_DRAFT.ID.eq(draft.substring(17))));
    }

    static String reference(String receipt) {
        var found = REFERENCE.matcher(receipt);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
