// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// Letting an adult back into an incident, as the two who do it see it.
class ReturnPagesTest {

    LiveSchool school;
    Cases cases;
    String reference = "";

    @BeforeEach
    void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        var now = Instant.now();
        reference = cases.incident("about-staff", "teacher", "head", "staff", 0, now);
        cases.record(
                "head",
                reference,
                new IncidentEvent.OpenedToPost("chair-of-governors", "Two are needed"),
                now);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void one_asks_and_the_other_agrees() {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "head");
        var incident = school.server().site() + "/incidents/" + reference;
        page.navigate(incident + "/people/" + school.id("teacher"));
        assertThat(page.locator("main").innerText()).contains("a second person has to agree");
        page.getByLabel("None: they are no longer linked").check();
        page.getByLabel("If they are no longer linked, why?").fill("A pupil was meant");
        page.locator("main button[type=submit]").last().click();
        assertThat(page.locator("main").innerText()).contains("Asked. It takes effect once");
        page.navigate(incident + "/readers");
        assertThat(page.locator("main").innerText())
                .contains("Tess Marlow is no longer linked", "Somebody else must decide this");
        Browser.close(page);

        var second = Browser.page(Browser.DESKTOP);
        school.signIn(second, "chair");
        second.navigate(incident);
        second.getByText("Decide whether Tess Marlow may read this incident").click();
        Browser.looksRightOnBoth(second, "returns");
        Browser.fits(second);
        second.locator("main button[type=submit]").first().click();
        assertThat(second.locator("main").innerText()).contains("Choose whether you agree");
        second.getByLabel("I do not agree").check();
        second.locator("main button[type=submit]").first().click();
        assertThat(second.locator("main").innerText()).contains("Say why you do not agree");
        second.getByLabel("I agree").check();
        second.locator("main button[type=submit]").first().click();
        assertThat(second.url()).doesNotEndWith("/returns");
        Browser.close(second);
        var dsl = school.guest("dsl");
        assertThat(dsl.get("/incidents/" + reference).statusCode())
                .as("the policy's tick still sends it to the head")
                .isEqualTo(404);
    }
}
