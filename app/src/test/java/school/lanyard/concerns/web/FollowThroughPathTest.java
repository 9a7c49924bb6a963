// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.exhibits.Picture;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// Evidence, what stands about a child, and looking after everyone, as a safeguarding lead walks
/// through them in a browser.
class FollowThroughPathTest {

    LiveSchool school;
    Cases cases;
    String reference = "";

    @BeforeEach
    void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        reference = cases.incident("anything-else", "pip", "dsl", "learner", 4, Instant.now());
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_lead_warns_colleagues_adds_a_screenshot_looks_at_it_and_sees_it_frozen() {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        var incident = school.server().site() + "/incidents/" + reference;

        page.navigate(school.server().site() + "/children/" + school.id("pip"));
        page.getByText("Add a flag").click();
        Browser.looksRight(page, "flag-new");
        page.getByLabel("Must not be told: a court order").check();
        page.getByLabel("Somebody else", exactly()).check();
        page.getByLabel("Their name, if it is somebody else").fill("Frank Underhill, his father");
        page.getByLabel("Details").fill("Family court, 3 May. Ring the school office first.");
        send(page);
        Browser.looksRight(page, "child");

        page.navigate(incident + "/exhibits/new");
        Browser.looksRight(page, "exhibit-new");
        page.getByLabel("File")
                .setInputFiles(
                        new FilePayload(
                                "group chat.jpg", "image/jpeg", Picture.taken(900, 600, 1)));
        page.getByLabel("What is it, and what does it show?").fill("A message in the group chat");
        page.getByLabel("Who gave it to the school?").fill("His mother");
        send(page);
        page.getByText("group chat.jpg").first().click();
        page.getByLabel("Look at a small picture on the next page").check();
        page.getByLabel("Why do you need to open it?").fill("To see who wrote it");
        Browser.looksRight(page, "exhibit");
        page.getByText("Open it", exact()).last().click();
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "() => document.querySelector('.ly-picture').naturalWidth"))
                .isEqualTo(900);
        Browser.looksRight(page, "exhibit-picture");

        for (var form :
                java.util.List.of(
                        "support",
                        "parents",
                        "safety-plans",
                        "feedback",
                        "decisions",
                        "viewings")) {
            page.navigate(incident + "/" + form + "/new");
            Browser.looksRight(page, "follow-" + form);
        }
        page.navigate(incident + "/safety-plans/new?person=" + school.id("pip"));
        page.getByLabel("What keeps them safe, who does it, and who was asked?")
                .fill("Walks home with his aunt. Pip said he wants that.");
        page.getByLabel("Day").fill(String.valueOf(school.today().getDayOfMonth()));
        page.getByLabel("Month").fill(String.valueOf(school.today().getMonthValue()));
        page.getByLabel("Year").fill(String.valueOf(school.today().getYear()));
        send(page);
        page.getByText("Review the safety plan for").click();
        Browser.looksRight(page, "safety-review");

        cases.record(
                "dsl",
                reference,
                new IncidentEvent.FactAnswered(
                        "classification", "illegal", Map.of("reason", "What he said"), ""),
                Instant.now());
        page.navigate(incident);
        Browser.looksRightOnBoth(page, "incident-followed");
        page.getByText("group chat.jpg").first().click();
        Browser.looksRight(page, "exhibit-frozen");
        page.navigate(incident + "/exhibits/new");
        Browser.looksRight(page, "exhibit-refused");
        page.navigate(school.server().site() + "/children");
        Browser.looksRight(page, "children");
        page.navigate(school.server().site() + "/");
        assertThat(page.locator("main").innerText()).contains("Review a safety plan in incident");
        Browser.close(page);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void send(Page page) {
        page.locator("main button[type=submit]").last().click();
    }
}
