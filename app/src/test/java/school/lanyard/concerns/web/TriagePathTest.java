// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.access.Viewer;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Report;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// What a handler can do with a concern in a real browser, and what its reporter sees of it.
class TriagePathTest {

    static LiveSchool school;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        school.add("bea", "Bea Fairweather", "learner", null);
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void a_concern_is_answered_without_an_incident_and_its_reporter_sees_that_it_was() {
        var reference = report("pip", false);
        report("bo", true);
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/incidents");
        assertThat(page.locator("#waiting + .ly-cards .ly-card").first().textContent())
                .contains("At risk now", "less than a minute ago");
        assertThat(page.locator("#waiting + .ly-cards").textContent()).contains("Act on it by");
        Browser.looksRight(page, "triage-queue");
        page.navigate(school.server().site() + "/concerns/" + reference);
        page.getByText("Answer without an incident").click();
        Browser.looksRight(page, "triage-answer");
        send(page);
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Say what you decided, and why", "Say who was told");
        page.getByLabel("What did you decide, and why?").fill("Nothing more is needed.\n\nTruly.");
        page.getByLabel("Who was told?").fill("The class teacher.");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What were they told?").fill("That both are fine.");
        Browser.looksRight(page, "triage-answer-filled");
        send(page);
        assertThat(page.locator("main").textContent())
                .contains("It waits for nobody", "Nothing more is needed.", "by Diana Sharpe");
        Browser.looksRight(page, "triage-answered");
        page.navigate(school.server().site() + "/incidents/closed");
        assertThat(page.locator("#answered + .ly-cards").textContent()).contains(reference);
        Browser.looksRight(page, "triage-closed");
        Browser.close(page);
        var teacher = Browser.page(Browser.DESKTOP);
        school.signIn(teacher, "teacher");
        teacher.navigate(school.server().site() + "/concerns/sent");
        Browser.looksRight(teacher, "triage-sent");
        teacher.getByText(reference).click();
        assertThat(teacher.locator("main").textContent())
                .contains("Answered.", "that somebody came back to you")
                .doesNotContain("Nothing more is needed", "both are fine", "Pip");
        Browser.looksRight(teacher, "triage-receipt");
        teacher.navigate(school.server().site() + "/");
        assertThat(teacher.locator("main").textContent()).contains("Answered");
        Browser.looksRight(teacher, "triage-home");
        Browser.close(teacher);
    }

    @Test
    void an_incident_to_join_is_known_by_the_names_in_it_and_one_that_shares_somebody_is_first() {
        var dsl = new Viewer(school.school(), school.id("dsl"), school.today());
        var incidents = school.server().bean(Incidents.class);
        incidents.openFrom(dsl, report("bo", false), List.of(), Instant.now());
        incidents.openFrom(dsl, report("bea", false), List.of(), Instant.now());
        var reference = report("bea", false);
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/concerns/" + reference);
        var offered = page.locator("[name=incident] + label").allTextContents();
        assertThat(offered.getFirst().strip()).isEqualTo("Bea Fairweather");
        assertThat(offered).anyMatch(label -> label.strip().equals("Bo Larkin"));
        Browser.looksRight(page, "triage-concern");
        page.getByLabel("Bea Fairweather", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByText("Add to this incident").click();
        assertThat(page.url()).contains("/incidents/");
        assertThat(page.content()).contains(reference);
        Browser.close(page);
    }

    @Test
    void the_form_sent_twice_or_for_a_concern_answered_already_loses_nothing() {
        var reference = report("pip", false);
        var dsl = school.guest("dsl");
        for (int i = 0; i < 2; i++) {
            var sent =
                    dsl.post(
                            "/concerns/" + reference + "/answer", answer("abcdefghijklmnopqrstuv"));
            assertThat(Guest.to(sent)).isEqualTo("/concerns/" + reference);
        }
        var late = dsl.post("/concerns/" + reference + "/answer", answer("vutsrqponmlkjihgfedcba"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("answered already", "A quarrel.");
    }

    @Test
    void starting_an_incident_twice_leads_to_the_one_that_was_started() {
        var reference = report("pip", false);
        var dsl = school.guest("dsl");
        var part = "part-" + school.id("pip");
        var started = Guest.to(dsl.post("/concerns/" + reference + "/incident", part, "AFFECTED"));
        assertThat(started).startsWith("/incidents/");
        assertThat(Guest.to(dsl.post("/concerns/" + reference + "/incident", part, "AFFECTED")))
                .isEqualTo(started);
        assertThat(Guest.to(dsl.get("/concerns/" + reference))).isEqualTo(started);
        assertThat(school.guest("teacher").get("/concerns/" + reference).statusCode())
                .isEqualTo(403);
    }

    private static String[] answer(String once) {
        return new String[] {
            "_once",
            once,
            "decision",
            "A quarrel.",
            "told",
            "Nobody.",
            "reporter",
            "no",
            "why-not",
            "She has left."
        };
    }

    private static String report(String person, boolean atRisk) {
        return school.server()
                .bean(Concerns.class)
                .receive(
                        new Viewer(school.school(), school.id("teacher"), school.today()),
                        UUID.randomUUID().toString(),
                        new Report(
                                List.of("anything-else"),
                                List.of(new Report.Named(school.id(person), person)),
                                "One child called another a name out of a game, over and over.",
                                "",
                                school.today(),
                                null,
                                "",
                                Report.Place.ON_SITE,
                                "Playground",
                                "",
                                atRisk,
                                "",
                                Instant.now()))
                .reference();
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }
}
