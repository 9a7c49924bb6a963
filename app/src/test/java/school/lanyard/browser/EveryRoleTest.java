// SPDX-License-Identifier: Apache-2.0
package school.lanyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.people.Totp;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// The pages each role is offered, in a real browser: axe, 320 px, and no complaint in the console.
class EveryRoleTest {

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
    void the_administrator_sets_up_a_second_factor_and_runs_people_and_posts() {
        var page = signedIn("admin");
        assertThat(page.url()).endsWith("/account/second-factor");
        Browser.looksRight(page, "second-factor");
        var key = page.locator("main strong").first().textContent();
        var secret = key.replace(" ", "").toUpperCase(Locale.ROOT);
        page.getByLabel("6-digit code").fill(Totp.code(secret, Instant.now()));
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.url()).endsWith("/account/recovery-codes");
        Browser.looksRight(page, "recovery-codes");
        var teacher = "/people/" + school.id("teacher");
        for (var path :
                List.of(
                        "/",
                        "/people",
                        "/people/new",
                        teacher,
                        teacher + "/appointments/new",
                        "/posts",
                        "/account",
                        "/account/password")) {
            visit(page, path, "admin");
        }
        assertThat(page.navigate(school.server().site() + "/incidents").status()).isEqualTo(403);
        Browser.close(page);
    }

    @Test
    void leaders_and_governors_find_what_is_theirs() {
        var pages =
                java.util.Map.of(
                        "head", List.of("/", "/incidents", "/posts", "/reports", "/reports/annex"),
                        "chair", List.of("/", "/access-requests", "/reports/annex", "/access-log"),
                        "governor", List.of("/", "/reports", "/concerns/sent"),
                        "dsl", List.of("/", "/incidents/closed", "/reports/new", "/access-log"));
        pages.forEach((who, paths) -> {
            var page = signedIn(who);
            paths.forEach(path -> visit(page, path, who));
            Browser.close(page);
        });
    }

    @Test
    void back_shows_nothing_after_signing_out() {
        var page = signedIn("dsl");
        page.navigate(school.server().site() + "/incidents");
        page.locator("header button, header a").getByText("Sign out").click();
        page.waitForURL("**/sign-in*");
        page.goBack();
        assertThat(page.locator("h1").textContent()).doesNotContain("Concerns and incidents");
        Browser.close(page);
    }

    @Test
    void the_sign_in_page_works_by_keyboard_alone() {
        var page = Browser.page(Browser.DESKTOP);
        page.navigate(school.server().site() + "/sign-in");
        assertThat(Browser.tabStops(page))
                .anyMatch(stop -> stop.contains("address"))
                .anyMatch(stop -> stop.contains("password"))
                .noneMatch(stop -> stop.endsWith("UNSEEN"));
        Browser.looksRight(page, "sign-in");
        Browser.close(page);
    }

    private static Page signedIn(String who) {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, who);
        return page;
    }

    private static void visit(Page page, String path, String who) {
        assertThat(page.navigate(school.server().site() + path).status()).as(path).isEqualTo(200);
        Browser.looksRight(page, who + path.replaceAll("[0-9a-f-]{36}", "one").replace('/', '-'));
    }
}
