// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.access.Viewer;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Report;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// A handler's whole path in a real browser, from the queue to a closed incident.
class IncidentPathTest {

    static LiveSchool school;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void an_unsuitable_matter_is_walked_to_closing() {
        report("anything-else", "pip");
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        start(page);
        Browser.looksRight(page, "incident-new");
        classify(page);
        answer(page, "Unsuitable or inappropriate");
        walk(
                page,
                Map.of(
                        "Is the incident serious?",
                        "No",
                        "Is there substance in the concern?",
                        "No"));
        Browser.looksRight(page, "incident-to-close");
        var open = page.url();
        page.navigate(open + "/facts/serious");
        submit(page);
        assertThat(page.locator("main").textContent()).contains("Nothing changed");
        page.navigate(open + "/facts/serious");
        page.locator("main textarea").fill("Still not.");
        submit(page);
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Nothing changed");
        assertThat(page.locator("main textarea").inputValue()).isEqualTo("Still not.");
        Browser.looksRight(page, "nothing-changed");
        page.navigate(open);
        page.getByText("Close the incident").first().click();
        page.getByLabel("Support and teaching, no sanction").check();
        page.getByLabel("Summary").fill("Taught about strangers in games, and told at home.");
        submit(page);
        assertThat(page.locator("main").textContent()).contains("Closed");
        assertThat(page.locator(".ly-closure").textContent())
                .contains("Support and teaching, no sanction")
                .contains("Taught about strangers in games");
        Browser.looksRight(page, "incident-closed");
        var incident = page.url();
        page.getByText("Add a late note").click();
        Browser.looksRight(page, "late-note");
        page.getByLabel("Note").fill("The family has moved away.");
        submit(page);
        assertThat(page.locator("#record + .ly-timeline").textContent())
                .contains("Late note, added after closing");
        page.getByText("Open it again").click();
        Browser.looksRight(page, "reopening");
        page.getByLabel("Why is it opened again?").fill("It has begun again.");
        submit(page);
        assertThat(page.locator(".ly-case__state").textContent()).contains("Open");
        Browser.looksRight(page, "incident-reopened");
        page.navigate(incident + "/chronology");
        assertThat(page.locator("main").textContent())
                .contains("Incident closed")
                .contains("Incident opened again");
        Browser.looksRight(page, "chronology");
        printsMarkedAndBare(page);
        Browser.close(page);
    }

    @Test
    void a_child_at_risk_stands_above_everything_until_they_are_safe() {
        school.add("long", "Maximiliana Featherstonehaugh-Cholmondeley-Warner", "learner", null);
        report("anything-else", "long", true);
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        start(page);
        assertThat(page.title() + page.url()).doesNotContain("Maximiliana");
        assertThat(page.locator(".ly-top").textContent()).contains("Maximiliana");
        Browser.looksRight(page, "incident-at-risk");
        page.getByText("The DSL is told").first().click();
        page.locator("main textarea").first().fill("Read it.");
        submit(page);
        page.getByText("Record that everybody is safe").click();
        assertThat(page.locator("input[name=not-needed]").count()).isZero();
        Browser.looksRight(page, "protect-at-risk");
        for (var box : page.locator("main textarea").all()) {
            box.fill("He is with his grandmother.");
        }
        submit(page);
        assertThat(page.locator(".ly-alarm").count()).isZero();
        Browser.close(page);
    }

    @Test
    void a_step_that_calls_somebody_shows_the_number_or_where_to_fill_it_in() {
        report("anything-else", "bo");
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        start(page);
        var incident = page.url();
        answer(page, "Illegal, found or only suspected");
        page.navigate(incident + "/steps/ask-adult");
        page.getByLabel("Yes").check();
        page.locator("main textarea").first().fill("A visitor.");
        submit(page);
        page.navigate(incident + "/steps/refer-lado");
        // After hours the number for emergencies stands before it.
        assertThat(page.locator(".ly-contact").last().textContent())
                .contains("This school has not filled in this number yet");
        Browser.looksRight(page, "refer-lado-no-number");
        page.navigate(school.server().site() + "/contacts");
        Browser.looksRight(page, "contacts-handler");
        var head = Browser.page(Browser.DESKTOP);
        school.signIn(head, "head");
        head.navigate(school.server().site() + "/");
        Browser.looksRight(head, "home-numbers-missing");
        head.getByText("telephone numbers are missing").click();
        head.locator("#number-lado").fill("01632 960 105");
        submit(head);
        Browser.looksRight(head, "contacts");
        Browser.close(head);
        page.navigate(incident + "/steps/refer-lado");
        assertThat(page.locator(".ly-contact__call").textContent()).isEqualTo("01632 960 105");
        assertThat(page.locator(".ly-clock").textContent()).contains("Due in");
        Browser.looksRight(page, "refer-lado");
        page.navigate(incident + "/facts/classification");
        assertThat(page.locator("main").textContent()).contains("cannot end the track");
        Browser.close(page);
    }

    @Test
    void suspicion_bars_what_the_law_bars() {
        report("anything-else", "bo");
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        start(page);
        classify(page);
        answer(page, "Illegal, found or only suspected");
        assertThat(page.locator("#bars").textContent()).contains("Do not do this now");
        assertThat(page.locator(".ly-bars").textContent().toLowerCase(java.util.Locale.UK))
                .contains("interview")
                .contains("device")
                .contains("upload");
        Browser.looksRight(page, "incident-police");
        Browser.close(page);
    }

    @Test
    void the_headteacher_finds_no_trace_of_a_concern_about_them() {
        var reference = report("about-headteacher", "head");
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "head");
        page.navigate(school.server().site() + "/incidents");
        assertThat(page.content()).doesNotContain(reference);
        var answer = page.navigate(school.server().site() + "/concerns/" + reference);
        assertThat(answer.status()).isEqualTo(404);
        Browser.close(page);
        var chair = Browser.page(Browser.DESKTOP);
        school.signIn(chair, "chair");
        chair.navigate(school.server().site() + "/incidents");
        assertThat(chair.content()).contains(reference);
        Browser.close(chair);
    }

    private static String report(String about, String person) {
        return report(about, person, false);
    }

    private static String report(String about, String person, boolean atRisk) {
        var server = school.server();
        return server.bean(Concerns.class)
                .receive(
                        new Viewer(school.school(), school.id("teacher"), school.today()),
                        UUID.randomUUID().toString(),
                        new Report(
                                List.of(about),
                                List.of(new Report.Named(school.id(person), person)),
                                "At home time a parent showed me messages from a game on a tablet."
                                        + " Somebody unknown had asked for a name and a school.",
                                "He said he has a puppy and I can come and see it.",
                                school.today(),
                                null,
                                "",
                                Report.Place.OFF_SITE,
                                "At home",
                                "A game on a tablet",
                                atRisk,
                                "",
                                Instant.now()))
                .reference();
    }

    private static void start(Page page) {
        page.navigate(school.server().site() + "/incidents");
        Browser.looksRight(page, "queue");
        page.locator("#waiting + .ly-cards .ly-card__link").first().click();
        Browser.looksRight(page, "concern");
        page.getByLabel("Affected").first().check();
        page.getByText("Start an incident").last().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Not sorted yet");
    }

    private static void classify(Page page) {
        var incident = page.url();
        page.getByText("Say what kind of incident it is").click();
        Browser.looksRight(page, "classification");
        page.getByLabel("Using proxies or other means to get round filtering").first().check();
        page.locator("input[name=main]").first().check();
        submit(page);
        assertThat(page.url()).isEqualTo(incident);
    }

    /// Goes on from step to step until the question of what is suspected has its answer.
    private static void answer(Page page, String classification) {
        walk(page, Map.of(), classification);
    }

    private static void walk(Page page, Map<String, String> answers) {
        walk(page, answers, null);
    }

    private static void walk(Page page, Map<String, String> answers, String classification) {
        var incident = page.url();
        var seen = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            page.navigate(incident);
            // It is offered and may be left: this school has no device in its register.
            var links =
                    page.locator(".ly-todo__link")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasNotText("Begin a device check"));
            if (links.count() == 0) {
                return;
            }
            var link = links.first();
            var title = link.textContent();
            seen.add(title);
            link.click();
            fill(page, answers, classification);
            if (i == 0) {
                Browser.looksRight(page, "step");
            }
            submit(page);
            assertThat(page.url()).as("after " + seen).isEqualTo(incident);
            if (classification != null && title.startsWith("Decide which kind")) {
                return;
            }
        }
        throw new AssertionError("no end to it: " + seen);
    }

    private static void fill(Page page, Map<String, String> answers, String classification) {
        for (var box : page.locator("main textarea").all()) {
            box.fill("Done as the step asks.");
        }
        for (var box : page.locator("main input[type=text][name^=need-]").all()) {
            box.fill(answer(box.getAttribute("name")));
        }
        if (page.locator("input[name=answer]").count() > 0) {
            var legend = page.locator("fieldset legend").first().textContent().strip();
            var answer =
                    legend.startsWith("Is it unsuitable") ? classification : answers.get(legend);
            assertThat(answer).as(legend).isNotNull();
            page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)).check();
        }
        for (var yes : page.locator("input[type=radio][value=Yes]").all()) {
            yes.check();
        }
    }

    private static String answer(String name) {
        if (name.endsWith("-day") || name.endsWith("-month")) {
            return "1";
        }
        return name.endsWith("-year") ? "2026" : name.endsWith("-time") ? "2:30pm" : "As told.";
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }

    private static void printsMarkedAndBare(Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".ly-marking").isVisible()).isTrue();
        for (var bare : List.of(".ly-nav", ".ly-header__person", ".ly-no-print", ".ly-footer")) {
            assertThat(page.locator(bare).first().isVisible()).as(bare).isFalse();
        }
        Browser.screenshot(page, "chronology-print");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.SCREEN));
    }
}
