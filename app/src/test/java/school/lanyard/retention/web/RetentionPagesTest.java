// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Concerns;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// A review before disposal, by two people, as they see it.
class RetentionPagesTest {

    static LiveSchool school;
    static String reference;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        var cases = new Cases(school);
        var at = Instant.now();
        reference = cases.concern("anything-else", "pip", at);
        cases.concern("anything-else", "bo", at);
        school.server()
                .bean(Concerns.class)
                .answer(
                        cases.as("dsl"),
                        reference,
                        new Concern.Answer("It was a misunderstanding.", "Nobody.", true, "That."),
                        UUID.randomUUID().toString(),
                        at);
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void two_people_dispose_of_a_case_whose_time_is_over() {
        Page page = Browser.page(1280);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/incidents");
        link(page, "How long records are kept");
        assertThat(page.locator("main").innerText())
                .contains("25 years after the child was born", "A date of birth is missing");
        link(page, "Pip Underhill");
        page.getByLabel("Pip Underhill").check();
        page.getByLabel("Day").fill("3");
        page.getByLabel("Month").fill("5");
        page.getByLabel("Year").fill("1999");
        button(page, "Save the date of birth");
        page.getByLabel("Dispose of it").check();
        button(page, "Save the decision");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Say why");
        Browser.looksRightOnBoth(page, "retention-review");
        page.locator("#reason").fill("Her time is over, and nobody asked for it.");
        button(page, "Save the decision");
        assertThat(page.locator("main").innerText())
                .contains("Waiting for a second person", "Somebody else who can read this case");
        assertThat(page.title()).doesNotContain("Pip");
        Browser.close(page);

        var deputy = school.guest("deputy");
        assertThat(deputy.get("/").body()).contains("A disposal waits for a second person");
        assertThat(deputy.get("/retention/" + reference).body()).contains("nobody asked for it");
        assertThat(Guest.to(deputy.post("/retention/" + reference + "/answer", "answer", "agree")))
                .isEqualTo("/retention");
        assertThat(deputy.get("/retention").body())
                .contains("Disposals that you decided or agreed to", reference)
                .contains("when the last older backup of keys has gone")
                .doesNotContain("Pip Underhill");
        assertThat(deputy.get("/retention/" + reference).statusCode()).isEqualTo(404);
        assertThat(deputy.get("/concerns/" + reference).statusCode()).isEqualTo(404);
        assertThat(deputy.get("/incidents/closed").statusCode()).isEqualTo(200);
        assertThat(school.guest("teacher").get("/").statusCode()).isEqualTo(200);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }
}
