// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.PackZip;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// The policy lead works on a draft of a whole school's policy, and the edition in force never
/// notices.
class EditingTest {

    private static final String BL_506 = "/policy/editing/clauses/BL-506";
    private static final String AI = "clauses/ai.yaml";
    private static final String ROLES = "roles.yaml";

    private static LiveSchool school;
    private static Guest lead;
    private static Guest other;
    private static Drafts drafts;
    private static PackFiles before;
    private static String running;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        lead = school.guest("dsl");
        other = school.guest("head");
        drafts = school.server().bean(Drafts.class);
        running = edition();
    }

    @AfterAll
    static void close() {
        assertThat(edition()).as("the edition in force").isEqualTo(running);
        school.close();
    }

    private static String edition() {
        return school.server().bean(Editions.class).running(school.school()).pack().hash();
    }

    @BeforeEach
    void begin() {
        drafts.open(school.school())
                .ifPresent(draft -> drafts.discard(school.school(), draft.id(), school.id("dsl")));
        drafts.begin(school.school(), school.id("dsl"), null);
        before = files();
    }

    private static PackFiles files() {
        return drafts.files(
                school.school(), drafts.open(school.school()).map(Draft::id).orElseThrow());
    }

    private static String text(String path) {
        return files().texts().get(path);
    }

    /// The form as the page shows it, with some answers in place of others.
    private static List<String> form(Guest guest, String path, String... changed) {
        var answer = guest.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Sent.pairs(answer.body(), changed);
    }

    private static java.net.http.HttpResponse<String> save(
            Guest guest, String path, List<String> pairs) {
        return guest.send(path, pairs);
    }

    private static void onlyTheseChanged(Map<String, String> now) {
        var expected = new TreeMap<>(before.texts());
        expected.putAll(now);
        assertThat(files().texts()).isEqualTo(expected);
    }

    @Nested
    class A_form {

        @Test
        void saved_as_it_was_opened_changes_no_file() {
            for (var path :
                    List.of(
                            BL_506,
                            "/policy/editing/roles/dsl",
                            "/policy/editing/policy/policy",
                            "/policy/editing/tables/activities",
                            "/policy/editing/tables/devices",
                            "/policy/editing/responses/learner",
                            "/policy/editing/playbooks/incident/steps/protect",
                            "/policy/editing/playbooks/incident/edges/" + firstOf("edges"),
                            "/policy/editing/files/" + AI)) {
                assertThat(save(lead, path, form(lead, path)).statusCode()).as(path).isEqualTo(303);
            }
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void changes_its_own_words_and_not_a_character_besides() {
            save(lead, BL_506, form(lead, BL_506, "says", "Staff are encouraged: with care."));
            onlyTheseChanged(
                    Map.of(
                            AI,
                            before.texts()
                                    .get(AI)
                                    .replace(
                                            "Staff are encouraged to use AI where it suits their"
                                                    + " work, within the limits set here.",
                                            "Staff are encouraged: with care.")));
            assertThat(lead.get("/policy/editing").body()).contains("Clause BL-506");
        }

        @Test
        void refuses_to_add_a_fault_beside_its_field_and_keeps_what_was_typed() {
            var answer =
                    save(
                            lead,
                            BL_506,
                            form(lead, BL_506, "cadence", "regular", "says", "Typed & kept"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "There is a problem",
                            "BL-506 is regular, but no interval says how often.")
                    .contains("Typed &amp; kept");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void refuses_a_condition_that_is_none_with_its_reason() {
            var path = "/policy/editing/marks/with-staff-permission";
            var answer = save(lead, path, form(lead, path, "when", "staff_permision"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("<a href=\"#when\">The condition staff_permision does not work");
        }

        @Test
        void shows_what_every_school_keeps_as_locked() {
            assertThat(lead.get("/policy/editing/playbooks/incident/steps/protect").body())
                    .contains("Every school keeps this", "Makes safe")
                    .doesNotContain("name=\"makes-safe\"", "name=\"kind\"");
        }

        @Test
        void of_two_people_overwrites_neither_and_shows_both() {
            var mine = form(lead, BL_506, "says", "What I say.");
            save(other, BL_506, form(other, BL_506, "says", "What the other says."));
            var answer = save(lead, BL_506, mine);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("What I say.", "What the other says.");
            assertThat(text(AI)).contains("What the other says.").doesNotContain("What I say.");
            save(lead, BL_506, Sent.pairs(answer.body()));
            assertThat(text(AI)).contains("What I say.");
        }

        @Test
        void of_two_people_at_two_entries_of_one_file_saves_both() {
            var mine = form(lead, BL_506, "says", "Mine.");
            var path = "/policy/editing/clauses/BL-507";
            save(other, path, form(other, path, "says", "Theirs."));
            assertThat(save(lead, BL_506, mine).statusCode()).isEqualTo(303);
            assertThat(text(AI)).contains("\"Mine.\"", "\"Theirs.\"");
        }

        private String firstOf(String part) {
            return school.server()
                    .bean(Editions.class)
                    .running(school.school())
                    .pack()
                    .playbooks()
                    .get("incident")
                    .edges()
                    .getFirst()
                    .key();
        }
    }

    @Nested
    class Entries {

        @Test
        void are_added_where_they_belong_and_taken_away_again() {
            var added =
                    save(
                            lead,
                            "/policy/editing/clauses",
                            form(
                                    lead,
                                    "/policy/editing/clauses/new?heading=ai",
                                    "key",
                                    "BL-999",
                                    "says",
                                    "A new promise.",
                                    "who",
                                    "staff",
                                    "kind",
                                    "record",
                                    "cadence",
                                    "none",
                                    "evidence",
                                    "self-reported",
                                    "area",
                                    "ai"));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
            assertThat(text(AI)).contains("BL-999: {says: A new promise., section: ai");
            lead.post("/policy/editing/clauses/BL-999/removal");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void that_others_rely_on_stay() {
            var answer = lead.post("/policy/editing/roles/online-safety-lead/removal");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("There is no role online-safety-lead.");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void of_the_base_are_said_over_and_not_taken_away() {
            var path = "/policy/editing/contacts/police";
            save(lead, path, form(lead, path, "use-when", "When a crime is suspected."));
            assertThat(text("contacts.yaml"))
                    .startsWith(before.texts().get("contacts.yaml"))
                    .contains("use-when: When a crime is suspected.");
            assertThat(lead.get("/policy/editing/contacts/nspcc").statusCode()).isEqualTo(404);
        }

        @Test
        void as_rows_of_a_table_are_added_and_taken_away() {
            lead.post("/policy/editing/tables/activities/rows", "row", "Flying a drone");
            assertThat(text("decisions/activities.yaml")).endsWith("  - {row: Flying a drone}\n");
            lead.post("/policy/editing/tables/activities/rows/flying-a-drone/removal");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void as_kinds_of_incident_are_added_changed_and_taken_away() {
            var path = "/policy/editing/responses/learner/rows";
            var blank = form(lead, path + "/new", "row", "Filming a fight");
            var added = save(lead, path, blank);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(422);
            blank =
                    form(
                            lead,
                            path + "/new",
                            "row",
                            "Filming a fight",
                            "risks",
                            "conduct",
                            "actions",
                            "refer_headteacher");
            added = save(lead, path, blank);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
            var row = path + "/filming-a-fight";
            save(lead, row, form(lead, row, "note", "Ask who else was there."));
            assertThat(text("responses/learner.yaml")).contains("Ask who else was there.");
            lead.post(row + "/removal");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void as_areas_of_risk_are_added_and_taken_away() {
            var path = "/policy/editing/risks";
            var blank =
                    form(
                            lead,
                            path + "/new",
                            "key",
                            "sleep",
                            "label",
                            "Sleep",
                            "means",
                            "Too late.");
            assertThat(save(lead, path, blank).statusCode()).isEqualTo(303);
            assertThat(text("categories.yaml")).contains("means: Too late.");
            assertThat(lead.get(path).body()).contains("Sleep", "Commerce");
            assertThat(lead.post(path + "/commerce/removal").statusCode()).isEqualTo(422);
            lead.post(path + "/sleep/removal");
            assertThat(text("categories.yaml")).doesNotContain("Too late.");
        }
    }

    @Nested
    class A_playbook {

        private static final String BOOK = "/policy/editing/playbooks/incident";
        private static final String FILE = "playbooks/incident.yaml";

        private List<String> step(String... answers) {
            return form(lead, BOOK + "/steps/new", answers);
        }

        @Test
        void takes_a_step_with_the_way_to_it_and_gives_it_back_to_the_last_character() {
            var added =
                    save(
                            lead,
                            BOOK + "/steps",
                            step(
                                    "label",
                                    "Thank whoever told us",
                                    "kind",
                                    "task",
                                    "owners",
                                    "dsl",
                                    "within",
                                    "P2D",
                                    "within-is-our-choice",
                                    "yes",
                                    "needs",
                                    "how: How they were thanked [note]",
                                    "from",
                                    "update-log",
                                    "when",
                                    "!serious"));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
            assertThat(text(FILE))
                    .contains(
                            "thank-whoever-told-us",
                            "label: Thank whoever told us",
                            "update-log-to-thank-whoever-told-us",
                            "How they were thanked");
            var page = lead.get(BOOK).body();
            assertThat(page).contains("to “Thank whoever told us”");
            var path = BOOK + "/steps/thank-whoever-told-us";
            var same = save(lead, path, form(lead, path));
            assertThat(same.statusCode()).as(same.body()).isEqualTo(303);
            assertThat(lead.get(path + "/removal").body())
                    .contains("to “Thank whoever told us” goes with it");
            assertThat(lead.post(path + "/removal").statusCode()).isEqualTo(303);
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void takes_a_decision_with_its_question_and_a_way_that_depends_on_it() {
            var decided =
                    save(
                            lead,
                            BOOK + "/steps",
                            step(
                                    "label",
                                    "Decide whether the press may ask",
                                    "key",
                                    "press",
                                    "kind",
                                    "decision",
                                    "question",
                                    "May the press ask?",
                                    "answers",
                                    "likely: It is likely\nnot: It is not likely",
                                    "from",
                                    "update-log"));
            assertThat(Sent.mistakes(decided.body()))
                    .contains("#question", "its answers lead nowhere");
            var kept = Sent.pairs(decided.body(), "for-the-record", "yes");
            assertThat(save(lead, BOOK + "/steps", kept).statusCode()).isEqualTo(303);
            assertThat(text(FILE)).contains("likely: It is likely", "asks: press");
            var way = form(lead, BOOK + "/edges/new", "from", "press", "to", "no-step");
            assertThat(Sent.mistakes(save(lead, BOOK + "/edges", way).body()))
                    .isEqualTo("#to Choose steps that it opens");
            var edge =
                    form(
                            lead,
                            BOOK + "/edges/new",
                            "from",
                            "press",
                            "to",
                            "review-meeting",
                            "when",
                            "press == 'likly'");
            assertThat(Sent.mistakes(save(lead, BOOK + "/edges", edge).body()))
                    .contains(
                            "#when The condition does not work: Nothing it asks about has the option likly");
            var path = BOOK + "/steps/press";
            save(lead, path, form(lead, path, "question", "Might the press ask?"));
            assertThat(text(FILE)).contains("label: Might the press ask?");
            assertThat(lead.get(path + "/removal").body())
                    .contains("The question “Might the press ask?” goes with it");
        }

        @Test
        void refuses_beside_the_field_what_no_case_could_do() {
            var nowhere =
                    save(
                            lead,
                            BOOK + "/steps",
                            step(
                                    "label",
                                    "Look again",
                                    "kind",
                                    "task",
                                    "from",
                                    "watch",
                                    "when",
                                    "serious && !serious"));
            assertThat(nowhere.statusCode()).isEqualTo(422);
            assertThat(nowhere.body()).contains("Look again");
            assertThat(Sent.mistakes(nowhere.body()))
                    .contains("#from", "no case can ever reach this step");
            var wrong =
                    save(
                            lead,
                            BOOK + "/steps",
                            step(
                                    "label",
                                    "Look again",
                                    "kind",
                                    "task",
                                    "from",
                                    "watch",
                                    "when",
                                    "serious == 'yes'"));
            assertThat(Sent.mistakes(wrong.body()))
                    .contains(
                            "#when The condition does not work: == cannot be used on a yes or no and a text.");
            var asking = save(lead, BOOK + "/steps", step("label", "Ask", "kind", "decision"));
            assertThat(Sent.mistakes(asking.body()))
                    .contains("Enter the question that it asks", "Choose what comes before it");
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void keeps_what_every_school_keeps_and_what_a_case_needs() {
            var fixed = lead.post(BOOK + "/steps/protect/removal");
            assertThat(fixed.statusCode()).isEqualTo(422);
            assertThat(fixed.body()).contains("Every school keeps this.");
            var way = lead.post(BOOK + "/edges/notified-to-protect/removal");
            assertThat(way.statusCode()).isEqualTo(422);
            assertThat(way.body()).contains("no case can ever reach this step");
            assertThat(files()).isEqualTo(before);
        }
    }

    @Nested
    class The_text_of_a_file {

        @Test
        void may_be_saved_with_faults_which_are_listed_by_line() {
            var path = "/policy/editing/files/" + ROLES;
            var broken = before.texts().get(ROLES).replaceFirst("holders: one", "holders: nine");
            save(lead, path, form(lead, path, "text", broken));
            assertThat(text(ROLES)).isEqualTo(broken);
            assertThat(lead.get(path).body())
                    .contains("What is wrong with it", "which is not one of the choices")
                    .containsPattern("(?m)^ +[0-9]+    holders: nine");
            assertThat(lead.get("/policy/editing").body()).contains("roles.yaml, line");
            var elsewhere = save(lead, BL_506, form(lead, BL_506, "says", "Still works."));
            assertThat(elsewhere.statusCode()).as("forms work on beside old faults").isEqualTo(303);
        }

        @Test
        void of_two_people_overwrites_neither_and_shows_both() {
            var path = "/policy/editing/files/" + ROLES;
            var mine = form(lead, path, "text", before.texts().get(ROLES) + "# mine\n");
            save(other, path, form(other, path, "text", before.texts().get(ROLES) + "# theirs\n"));
            var answer = save(lead, path, mine);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("# mine", "# theirs");
            assertThat(text(ROLES)).endsWith("# theirs\n");
        }

        @Test
        void that_is_not_there_or_no_name_is_refused() {
            assertThat(lead.get("/policy/editing/files/nothing.yaml").statusCode()).isEqualTo(404);
            assertThat(lead.post("/policy/editing/files", "path", "../x.yaml").statusCode())
                    .isEqualTo(422);
        }
    }

    @Nested
    class A_zip {

        @Test
        void comes_back_to_the_same_meaning_after_it_shows_what_it_would_change() {
            var zip = lead.document("/policy/editing/zip/file").body();
            assertThat(PackZip.read("boughton-leigh", zip))
                    .isEqualTo(new PackZip.Unzipped.Done(before, List.of()));
            var texts = new TreeMap<>(before.texts());
            texts.replace(
                    AI, texts.get(AI).replace("Whoever uses AI", "Whosoever uses AI") + "# kept\n");
            var preview =
                    lead.upload(
                            "/policy/editing/zip",
                            "zip",
                            PackZip.write(new PackFiles("boughton-leigh", texts)));
            assertThat(preview.body()).contains("What the zip would change", "Clause BL-507", AI);
            assertThat(files()).isEqualTo(before);
            save(lead, "/policy/editing/zip/contents", Sent.pairs(preview.body()));
            assertThat(files().texts()).isEqualTo(texts);
        }

        @Test
        void that_was_compared_before_somebody_saved_replaces_nothing() {
            var texts = new TreeMap<>(before.texts());
            texts.replace(ROLES, texts.get(ROLES) + "# zip\n");
            var preview =
                    lead.upload(
                            "/policy/editing/zip",
                            "zip",
                            PackZip.write(new PackFiles("boughton-leigh", texts)));
            var path = "/policy/editing/files/" + ROLES;
            save(other, path, form(other, path, "text", before.texts().get(ROLES) + "# theirs\n"));
            var answer = save(lead, "/policy/editing/zip/contents", Sent.pairs(preview.body()));
            assertThat(answer.body()).contains("Nothing was replaced");
            assertThat(text(ROLES)).endsWith("# theirs\n");
        }

        @Test
        void that_is_none_is_refused_by_name() {
            var answer = lead.upload("/policy/editing/zip", "zip", new byte[] {1, 2, 3});
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("The file is not a zip, or it is damaged.");
        }
    }

    @Test
    void Without_a_draft_every_page_leads_to_one_that_says_so() {
        drafts.discard(
                school.school(), drafts.open(school.school()).orElseThrow().id(), school.id("dsl"));
        assertThat(Guest.to(lead.get(BL_506))).isEqualTo("/policy/editing");
        assertThat(lead.get("/policy/editing").body()).contains("No edition is being drafted");
    }

    @Test
    void A_policy_is_edited_in_a_browser_without_scripts() {
        var page = Browser.pageWithoutScripts(Browser.DESKTOP);
        school.signIn(page, "dsl");
        walk(page);
        Browser.close(page);
    }

    @Test
    void Its_pages_fit_a_phone_and_pass_axe() {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "head");
        for (var path : PAGES) {
            page.navigate(school.server().site() + path);
            Browser.axe(page);
            Browser.screenshot(page, "editing" + path.replaceAll("[^a-z]+", "-"));
        }
        page.navigate(school.server().site() + "/policy/editing/marks/with-staff-permission");
        page.getByLabel("Condition (optional)").fill("nothing_known");
        page.locator("main button").first().click();
        Browser.axe(page);
        Browser.screenshot(page, "editing-refused");
        page.setViewportSize(Browser.PHONE, 900);
        for (var path : PAGES) {
            page.navigate(school.server().site() + path);
            Browser.fits(page);
            Browser.screenshot(page, "editing" + path.replaceAll("[^a-z]+", "-") + "-320");
        }
        Browser.quiet(page);
        Browser.close(page);
    }

    private static final List<String> PAGES =
            List.of(
                    "/policy/editing",
                    "/policy/editing/clauses?heading=ai",
                    BL_506,
                    "/policy/editing/tables/activities",
                    "/policy/editing/tables/devices",
                    "/policy/editing/responses/learner",
                    "/policy/editing/playbooks/incident",
                    "/policy/editing/playbooks/incident/steps/protect",
                    "/policy/editing/playbooks/incident/steps/new",
                    "/policy/editing/playbooks/incident/edges/illegal-to-child",
                    "/policy/editing/responses/learner/rows/new",
                    "/policy/editing/marks/with-staff-permission",
                    "/policy/editing/roles/new",
                    "/policy/editing/clauses/BL-506/removal",
                    "/policy/editing/files",
                    "/policy/editing/files/" + AI,
                    "/policy/editing/zip");

    private static void walk(Page page) {
        var site = school.server().site();
        page.navigate(site + "/policy/editing");
        page.locator("main a[href$='/tables/activities']").click();
        page.getByLabel("Learners: Online shopping/commerce").selectOption("not-allowed");
        save(page);
        assertThat(text("decisions/activities.yaml"))
                .contains("\"Online shopping/commerce\"")
                .containsPattern("Online shopping/commerce.*learner: not-allowed");
        page.navigate(site + BL_506);
        page.getByLabel("What it promises").fill("Staff may use AI.");
        save(page);
        page.navigate(site + "/policy/editing/intervals");
        page.locator("main .ly-places a").first().click();
        page.getByLabel("How long", new Page.GetByLabelOptions().setExact(true)).fill("P60D");
        save(page);
        page.navigate(site + "/policy/editing/roles/online-safety-lead");
        page.getByLabel("Name of the post").fill("Lead for online safety");
        save(page);
        page.navigate(site + "/policy/editing/playbooks/incident/steps/protect");
        page.getByLabel("What to do").fill("Make everybody safe now");
        save(page);
        page.navigate(site + "/policy/editing/files/facts.yaml");
        page.getByLabel("Text of the file").fill(text("facts.yaml") + "# seen\n");
        save(page);
        page.navigate(site + "/policy/editing");
        assertThat(page.locator("main").innerText())
                .contains(
                        "Clause BL-506",
                        "Lead for online safety",
                        "Make everybody safe now",
                        "Activities");
        assertThat(text("facts.yaml")).endsWith("# seen\n");
    }

    private static void save(Page page) {
        page.locator("main form button").first().click();
        assertThat(page.locator(".govuk-notification-banner").innerText())
                .as(page.url())
                .contains("Saved in the draft.");
    }
}
