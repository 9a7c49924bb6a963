// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.reports.Cases.LAST_AUTUMN;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// What goes out, in a real browser: issuing, reading, the annex, the access log, the chronology.
class ReportPagesTest {

    @Test
    void every_page_is_accessible_and_fits_its_window() {
        try (var school = new LiveSchool(Engine.SQLITE)) {
            var cases = new Cases(school);
            for (int i = 0; i < 14; i++) {
                cases.incident(
                        "anything-else",
                        "pip",
                        "dsl",
                        "learner",
                        i % 2,
                        LAST_AUTUMN.plusSeconds(i));
            }
            var reference = cases.incident("anything-else", "bo", "dsl", LAST_AUTUMN);
            cases.record(
                    "dsl",
                    reference,
                    new IncidentEvent.NoteAdded("Spoke to the class about strangers in games."),
                    LAST_AUTUMN);
            cases.incident("about-headteacher", "head", "chair", "staff", 0, LAST_AUTUMN);
            issue(school);
            read(school, reference);
        }
    }

    private static void issue(LiveSchool school) {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/reports");
        Browser.looksRight(page, "reports-none");
        page.getByText("Issue a report").click();
        Browser.looksRight(page, "report-periods");
        page.getByText("Autumn term 2025").click();
        Browser.looksRight(page, "report-new");
        page.locator("textarea")
                .fill("Miss Marlow taught the children about the Stone Age online.");
        send(page);
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Marlow");
        Browser.looksRight(page, "report-refused");
        page.locator("textarea").fill("The children learned about the Stone Age online.");
        send(page);
        page.getByLabel("“Stone” is not a name here").check();
        Browser.looksRight(page, "report-words");
        send(page);
        assertThat(page.locator("h1").textContent()).isEqualTo("Autumn term 2025");
        Browser.looksRight(page, "report");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Browser.screenshot(page, "report-paper");
        Browser.close(page);
    }

    private static void read(LiveSchool school, String reference) {
        var dsl = Browser.page(Browser.DESKTOP);
        var site = school.server().site();
        var chair = Browser.page(Browser.DESKTOP);
        school.signIn(chair, "chair");
        chair.navigate(site + "/reports/annex");
        assertThat(chair.locator("table").textContent()).contains("2025 to 2026");
        Browser.looksRight(chair, "annex");
        chair.navigate(site + "/access-log");
        Browser.looksRight(chair, "access-log");
        Browser.close(chair);
        school.signIn(dsl, "deputy");
        dsl.navigate(site + "/incidents/" + reference + "/chronology");
        Browser.looksRight(dsl, "chronology-page");
        send(dsl);
        assertThat(dsl.locator(".govuk-error-summary").textContent())
                .contains("Say who the document is for");
        dsl.getByLabel("Who is it for, and why?").fill("The local authority");
        var paper = dsl.waitForDownload(() -> send(dsl));
        assertThat(paper.suggestedFilename()).isEqualTo("chronology-" + reference + ".pdf");
        Browser.close(dsl);
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }
}
