// SPDX-License-Identifier: Apache-2.0
package school.lanyard.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.browser.Browser;
import school.lanyard.people.Totp;
import school.lanyard.setup.demo.DemoDirectory;
import school.lanyard.setup.demo.DemoSchool;
import school.lanyard.setup.demo.DemoSeeding;
import school.lanyard.setup.demo.DemoSignIn;
import school.lanyard.testing.Demonstration;
import school.lanyard.testing.Running;

/// What everybody sees first, in a demonstration and a real browser.
class HomePageTest {

    private static final String REPORT = "Report a concern";

    @TempDir static Path directory;
    private static Running server;

    @BeforeAll
    static void play() {
        server = Demonstration.on(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<DemoSignIn> everybody() {
        return DemoSignIn.of(DemoSchool.of(DemoSeeding.SEED));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void is_accessible_fits_and_can_be_used_by_keyboard(DemoSignIn who) {
        var page = signedIn(who);
        var name = "home-" + who.post().toLowerCase(java.util.Locale.UK).replace(' ', '-');
        assertThat(page.locator("h1").innerText()).isEqualTo("What needs you now");
        assertThat(page.locator(".ly-demo").innerText()).contains("Demonstration: invented school");
        Browser.looksRightOnBoth(page, name);
        Browser.fits(page);
        assertThat(Browser.tabStops(page)).noneMatch(stop -> stop.endsWith("UNSEEN"));
        assertThat(page.locator("main a").all())
                .allSatisfy(link -> assertThat(link.innerText()).isNotBlank());
        Browser.close(page);
    }

    @Test
    void a_handler_sees_what_waits_with_the_most_urgent_first() {
        var page = signedIn(post("Designated safeguarding lead"));
        var tasks = page.locator("main .govuk-task-list__item");
        assertThat(tasks.first().innerText())
                .contains("1 new concern says somebody is at risk now");
        assertThat(tasks.allInnerTexts())
                .anyMatch(text -> text.contains("overdue"))
                .anyMatch(text -> text.contains("request about access"));
        assertThat(page.locator("main .govuk-button--start"))
                .satisfies(each -> assertThat(each.innerText()).isEqualTo(REPORT));
        page.locator("main a", new Page.LocatorOptions().setHasText("at risk now")).click();
        assertThat(page.url()).endsWith("/incidents");
        Browser.close(page);
    }

    @Test
    void a_teacher_reports_and_sees_what_they_reported_and_nothing_to_handle() {
        var page = signedIn(post("Teacher"));
        assertThat(page.locator("main .govuk-button--start").innerText()).isEqualTo(REPORT);
        assertThat(page.locator("main").innerText())
                .contains("A child asked for you on a class tablet", "What you have reported")
                .doesNotContain("new concern")
                .doesNotContain("overdue");
        assertThat(page.locator("nav").allInnerTexts().toString())
                .doesNotContain("Cases")
                .doesNotContain("People");
        assertThat(page.navigate(server.site() + "/incidents").status()).isEqualTo(403);
        Browser.close(page);
    }

    @Test
    void offers_to_report_once_on_the_first_page_and_from_every_other() {
        var page = signedIn(post("IT provider"));
        var report = page.locator("a:visible", new Page.LocatorOptions().setHasText(REPORT));
        assertThat(report.count()).isOne();
        page.navigate(server.site() + "/account");
        assertThat(report.count()).isOne();
        Browser.close(page);
    }

    @Test
    void an_administrator_sees_the_system_and_no_case() {
        var page = signedIn(post("System administrator"));
        var text = page.locator("main").innerText();
        assertThat(text)
                .contains("You cannot read any case")
                .contains("Data protection officer")
                .contains("2 people have not followed their invitations")
                .contains("4 telephone numbers are missing")
                .doesNotContain("new concern")
                .doesNotContain("incident");
        assertThat(page.navigate(server.site() + "/incidents").status()).isEqualTo(403);
        Browser.close(page);
    }

    @Test
    void the_headteacher_and_the_chair_each_count_only_what_they_may_read() {
        var head = signedIn(post("Headteacher"));
        assertThat(head.locator("main").innerText()).contains("4 new concerns wait for you");
        Browser.close(head);
        var chair = signedIn(post("Chair of governors"));
        assertThat(chair.locator("main").innerText())
                .contains("1 incident")
                .doesNotContain("new concern")
                .contains("Data protection officer");
        Browser.close(chair);
    }

    @Test
    void a_governor_sees_the_newest_report() {
        var page = signedIn(post("Online safety governor"));
        var report = page.locator("main a", new Page.LocatorOptions().setHasText("Report to gov"));
        assertThat(report.count()).isOne();
        report.click();
        assertThat(page.url()).contains("/reports/");
        Browser.close(page);
    }

    @Test
    void a_page_of_the_demonstration_says_how_to_sign_in() {
        var page = Browser.page(Browser.PHONE);
        page.navigate(server.site() + "/sign-in");
        page.locator(".ly-demo a").click();
        assertThat(page.locator("main").innerText())
                .contains(new DemoDirectory(directory).secrets().password())
                .contains(post("Teacher").address());
        Browser.axe(page);
        Browser.fits(page);
        Browser.screenshot(page, "demonstration-320");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".ly-demo").isVisible()).isFalse();
        Browser.close(page);
    }

    private static DemoSignIn post(String post) {
        return everybody().stream()
                .filter(each -> each.post().equals(post))
                .findFirst()
                .orElseThrow();
    }

    /// Codes work once, so whoever signs in again soon uses the next one.
    private static Page signedIn(DemoSignIn who) {
        var secrets = new DemoDirectory(directory).secrets();
        var page = Browser.page(Browser.DESKTOP);
        page.navigate(server.site() + "/sign-in");
        page.getByLabel("Email address").fill(who.address());
        page.locator("input[name=password]").fill(secrets.password());
        page.locator("main button[type=submit]").first().click();
        for (int ahead = 0; ahead < 3 && page.url().endsWith("/sign-in/code"); ahead++) {
            page.locator("input[name=code]")
                    .fill(Totp.code(secrets.totp(), Instant.now().plusSeconds(30L * (ahead - 1))));
            page.locator("main button[type=submit]").first().click();
        }
        assertThat(page.url()).isEqualTo(server.site() + "/");
        return page;
    }
}
