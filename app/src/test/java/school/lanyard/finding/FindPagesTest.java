// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.SAVED_FILTER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Report;
import school.lanyard.database.Database;
import school.lanyard.exhibits.FileKind;
import school.lanyard.openreporting.Conversations;
import school.lanyard.privatenotes.PrivateNotes;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;
import school.lanyard.transfer.PastConcerns;

/// What handlers look for, and whose cases they are shown.
class FindPagesTest {

    static LiveSchool school;
    static Cases cases;
    static String pips;
    static String heads;
    static Guest dsl;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        var at = Instant.now();
        pips = cases.incident("anything-else", "pip", "dsl", at);
        note("dsl", pips, "Her brother’s tablet, a game called Zéphyrine and a stranger.");
        for (int i = 0; i < 11; i++) {
            cases.concern("anything-else", "bo", at);
        }
        heads = cases.incident("about-headteacher", "head", "chair", "staff", 0, at);
        note("chair", heads, "Zephyrine was on the screen in assembly.");
        dsl = school.guest("dsl");
    }

    private static void note(String by, String reference, String text) {
        cases.record(by, reference, new IncidentEvent.NoteAdded(text), Instant.now());
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void words_are_found_whatever_their_accents_where_the_reader_may_read() {
        assertThat(found(dsl, "words", "ZEPHYR strang"))
                .contains("1 case<", pips, "<mark>Zéphyrine</mark>")
                .doesNotContain(heads);
        assertThat(found(school.guest("chair"), "words", "zephyrine"))
                .contains("1 case<", heads)
                .doesNotContain(pips);
        assertThat(found(dsl, "words", "zephyrine assembly")).contains("Nothing was found");
    }

    @Test
    void what_is_about_the_reader_is_not_even_counted() {
        var head = school.guest("head");
        assertThat(found(head, "words", "zephyrine")).contains("Nothing was found");
        assertThat(found(head, "words", "stone")).contains("Nothing was found");
        assertThat(found(head, "state", "open")).contains("Nothing was found");
    }

    @Test
    void a_name_a_report_and_a_note_are_found_together() {
        assertThat(found(dsl, "words", "underhill secret zephyrine")).contains("1 case<", pips);
        assertThat(found(dsl, "words", "larkin")).contains("11 cases", "1 to 10 of 11");
        assertThat(found(dsl, "words", "larkin", "page", "2")).contains("11 to 11 of 11");
    }

    @Test
    void what_was_written_since_is_found_at_once() {
        assertThat(found(dsl, "words", "quokka")).contains("Nothing was found");
        note("dsl", pips, "He said the quokka did it.");
        assertThat(found(dsl, "words", "quokka")).contains("1 case<", "<mark>quokka</mark>");
    }

    @Test
    void filters_narrow_it_and_what_is_not_offered_is_refused() {
        assertThat(found(dsl, "words", "larkin", "state", "waiting")).contains("11 cases");
        assertThat(found(dsl, "state", "open", "handler", school.id("dsl"), "days", "7"))
                .contains("1 case<", pips);
        assertThat(found(dsl, "state", "open", "handler", school.id("deputy")))
                .contains("Nothing was found");
        assertThat(dsl.post("/find", "track", "none-such").statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_shown_is_entered_and_what_is_looked_for_stands_nowhere_in_clear() {
        var before = reads();
        found(dsl, "words", "zephyrine");
        assertThat(reads()).isEqualTo(before + 1);
        var saved = dsl.post("/find/saved", "words", "zephyrine", "name", "That game");
        assertThat(Guest.to(saved)).isEqualTo("/find");
        var page = dsl.get("/find").body();
        assertThat(page).contains("That game");
        var link = page.replaceAll("(?s).*\"(/find/saved/[0-9a-f-]{36})\".*", "$1");
        assertThat(dsl.get(link).body()).contains("1 case<", pips);
        assertThat(school.guest("deputy").get(link).statusCode()).isEqualTo(404);
        assertThat(sealed()).noneMatch(text -> text.contains("zephyrine") || text.contains("game"));
        assertThat(Guest.to(dsl.post(link + "/removal"))).isEqualTo("/find");
        assertThat(dsl.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void every_text_of_a_case_is_found_by_whoever_may_read_it() {
        var at = Instant.now();
        var incident = cases.incident("anything-else", "pip", "dsl", "learner", 5, at);
        assertThat(
                        bean(CaseExhibits.class)
                                .keep(
                                        cases.as("dsl"),
                                        incident,
                                        new CaseExhibits.Sent(
                                                "drawing.txt",
                                                FileKind.TEXT.name(),
                                                null,
                                                school.today(),
                                                "Her aunt",
                                                "A wolverine with a telephone"),
                                        new byte[] {65},
                                        "t",
                                        at))
                .isEqualTo(new Outcome.Recorded());
        bean(PrivateNotes.class).add(cases.as("dsl"), incident, "An axolotl of a worry.", at);
        var given =
                bean(Conversations.class)
                        .receive(
                                school.school(),
                                "form",
                                Map.of(),
                                ANONYMOUS.apply(school.today(), at));
        var side = bean(Conversations.class).open(school.school(), given.code()).orElseThrow();
        bean(Conversations.class).say(school.school(), side.receipt(), "f", "It was a capybara.");
        var past = bean(PastConcerns.class);
        var table = "date,child,concern\n2024-03-27,Bo Larkin,A narwhal at break\n";
        past.take(cases.as("dsl"), past.look(school.school(), table, at), "The old one", at);

        var deputy = school.guest("deputy");
        for (var word : List.of("wolverine", "capybara", "narwhal")) {
            assertThat(found(dsl, "words", word)).contains("1 case<", "<mark>" + word);
            assertThat(found(deputy, "words", word)).contains("1 case<");
            assertThat(found(school.guest("chair"), "words", word)).contains("Nothing was found");
        }
        assertThat(found(dsl, "words", "axolotl wolverine")).contains("1 case<", incident);
        assertThat(found(dsl, "words", "axolotl")).contains("<mark>axolotl</mark>");
        assertThat(found(deputy, "words", "axolotl")).contains("Nothing was found");
        assertThat(found(dsl, "words", "anything-else"))
                .as("where it was sent is no text of it")
                .contains("Nothing was found");
    }

    private static final java.util.function.BiFunction<java.time.LocalDate, Instant, Report>
            ANONYMOUS =
                    (day, at) ->
                            new Report(
                                    List.of("anything-else"),
                                    List.of(),
                                    "It happened again.",
                                    "",
                                    day,
                                    null,
                                    "",
                                    Report.Place.OFF_SITE,
                                    "",
                                    "",
                                    false,
                                    "",
                                    at,
                                    Origin.of(Origin.Way.ANONYMOUS),
                                    null);

    private static <T> T bean(Class<T> type) {
        return school.server().bean(type);
    }

    private static int reads() {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(LEDGER_ENTRY, LEDGER_ENTRY.ACTION.eq(Search.READ)));
    }

    private static List<String> sealed() {
        return school.server()
                .bean(Database.class)
                .read(sql ->
                        sql.select(SAVED_FILTER.SEALED)
                                .from(SAVED_FILTER)
                                .fetch(row ->
                                        new String(row.value1(), StandardCharsets.ISO_8859_1)));
    }

    private static String found(Guest who, String... asked) {
        var answer = who.post("/find", asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = answer.body();
        return body.substring(body.indexOf("<div class=\"ly-find__found\">")).replace("\n", "");
    }

    @Test
    void a_table_leaves_only_with_a_reason_and_runs_no_formula() {
        school.add("formula", "=HYPERLINK(1)", "learner", null);
        cases.concern("anything-else", "formula", Instant.now());
        var refused = dsl.document("/find/table", "words", "hyperlink");
        assertThat(refused.statusCode()).isEqualTo(422);
        var sent =
                dsl.document("/find/table", "words", "hyperlink", "recipient", "The governor, why");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFCase,People,Kind,State")
                .contains("'=HYPERLINK(1)")
                .doesNotContain("Underhill");
        int left =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.fetchCount(
                                        LEDGER_ENTRY, LEDGER_ENTRY.ACTION.eq(Search.EXPORTED)));
        assertThat(left).isEqualTo(1);
    }

    @Test
    void patterns_count_what_the_reader_may_read() {
        assertThat(dsl.get("/patterns").body())
                .contains("1 incident opened in", "Away from school", "A tablet", "Still open");
        assertThat(school.guest("head").get("/patterns").body()).contains("0 incidents opened in");
        assertThat(school.guest("chair").get("/patterns").body()).contains("1 incident opened");
        assertThat(dsl.get("/patterns?year=1900").body()).contains("1 incident opened in");
    }

    @Test
    void it_is_one_box_that_works_by_keyboard_and_on_a_phone() {
        Page page = Browser.page(1280);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/find");
        page.getByLabel("Words or a name").fill("larkin");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("/find");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next")).click();
        assertThat(page.locator("#found").innerText()).isEqualTo("11 cases");
        page.getByLabel("Words or a name").fill("zephyrine");
        page.keyboard().press("Enter");
        page.getByText("Narrow it down").click();
        Browser.looksRightOnBoth(page, "find");
        page.navigate(school.server().site() + "/patterns");
        Browser.looksRightOnBoth(page, "patterns");
        Browser.close(page);
    }
}
