// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Staffroom;
import school.lanyard.testing.Willow;

/// A teacher reports a concern in a real browser, on a desk and on a phone.
class ReportPagesTest {

    private static final String WORDS = "Another child showed her a video of a fight.";

    private static Staffroom server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = Staffroom.start(Engine.SQLITE, directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360, 320})
    void every_page_is_accessible_and_fits(int width) {
        as(
                Browser.page(width),
                page -> {
                    check(page, "report-empty-" + width);
                    send(page);
                    check(page, "report-errors-" + width);
                    fill(page);
                    check(page, "report-filled-" + width);
                    send(page);
                    check(page, "report-received-" + width);
                    page.navigate(server.root() + "/concerns/sent");
                    check(page, "report-sent-" + width);
                });
    }

    @Test
    void it_can_be_sent_with_the_keyboard_alone() {
        as(
                Browser.page(Browser.DESKTOP),
                page -> {
                    assertThat(Browser.tabStops(page)).noneMatch(stop -> stop.endsWith("UNSEEN"));
                    page.locator("#risk-2").focus();
                    page.keyboard().press("Space");
                    page.locator("#about").focus();
                    page.keyboard().press("Space");
                    page.locator("#what").focus();
                    page.keyboard().type(WORDS);
                    page.getByText("Send this concern").first().focus();
                    page.keyboard().press("Enter");
                    page.waitForSelector("text=Concern received");
                });
    }

    @Test
    void it_works_without_scripts() {
        as(
                Browser.pageWithoutScripts(Browser.PHONE),
                page -> {
                    Browser.fits(page);
                    page.getByText("Add another name").click();
                    assertThat(page.locator("input[name=who]").count()).isEqualTo(3);
                    fill(page);
                    send(page);
                    assertThat(page.locator("h1").textContent()).isEqualTo("Concern received");
                    Browser.fits(page);
                });
    }

    @Test
    void it_saves_by_itself_while_it_is_written() {
        as(
                Browser.page(Browser.PHONE),
                page -> {
                    page.locator("#what").fill(WORDS);
                    page.waitForSelector("text=Not sent yet");
                    page.reload();
                    assertThat(page.locator("#what").inputValue()).isEqualTo(WORDS);
                });
    }

    @Test
    void a_name_box_is_added_without_leaving_the_page() {
        as(
                Browser.page(Browser.DESKTOP),
                page -> {
                    page.locator("#what").fill(WORDS);
                    page.getByText("Add another name").click();
                    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("who-3");
                    assertThat(page.locator("#what").inputValue()).isEqualTo(WORDS);
                });
    }

    @Test
    void back_after_sending_never_sends_twice() {
        as(
                Browser.page(Browser.DESKTOP),
                page -> {
                    fill(page);
                    send(page);
                    var receipt = page.locator(".govuk-panel strong").textContent();
                    page.goBack();
                    if (page.locator("#what").count() > 0) {
                        send(page);
                    }
                    assertThat(page.locator(".govuk-panel strong").textContent())
                            .isEqualTo(receipt);
                });
    }

    @Test
    void a_session_that_ends_half_way_loses_nothing() {
        as(
                Browser.page(Browser.PHONE),
                page -> {
                    fill(page);
                    server.clock().forward(Duration.ofMinutes(45));
                    send(page);
                    signIn(page);
                    page.waitForSelector("text=You were signed out before this was sent");
                    assertThat(page.locator("#what").inputValue()).isEqualTo(WORDS);
                    check(page, "report-signed-out-320");
                    send(page);
                    page.waitForSelector("text=Concern received");
                });
    }

    @Test
    void somebody_at_risk_now_is_told_at_once_whom_to_tell() {
        as(
                Browser.page(360),
                page -> {
                    page.getByRole(
                                    AriaRole.RADIO,
                                    new Page.GetByRoleOptions().setName("Yes").setExact(true))
                            .check();
                    assertThat(page.locator(".govuk-warning-text").isVisible()).isTrue();
                    check(page, "report-risk-360");
                    fill(page);
                    page.locator("#risk").check();
                    send(page);
                    assertThat(page.locator(".govuk-warning-text").textContent())
                            .contains("in person now");
                    check(page, "report-received-risk-360");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void enter_beside_a_name_sends_and_an_unknown_name_is_asked_about_first(int width) {
        as(
                Browser.page(width),
                page -> {
                    fill(page);
                    page.locator("#who-1").fill("Amelia Heart");
                    page.locator("#who-1").press("Enter");
                    page.waitForSelector("h1:has-text('Check a name before you send')");
                    assertThat(page.locator("main").textContent())
                            .contains("We do not know this name. Is it spelt as in the register?");
                    assertThat(page.locator("#check-1").inputValue()).isEqualTo("Amelia Heart");
                    check(page, "report-names-" + width);
                    send(page);
                    page.waitForSelector("text=Concern received");
                });
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send this concern"))
                .first()
                .click();
    }

    private static void as(Page page, Consumer<Page> visit) {
        try {
            page.setDefaultTimeout(15_000);
            page.navigate(server.root() + "/sign-in?to=/concerns/new");
            signIn(page);
            page.waitForSelector("h1:has-text('Report a concern')");
            visit.accept(page);
        } finally {
            Browser.close(page);
        }
    }

    private static void signIn(Page page) {
        page.locator("#address").fill(Staffroom.address(Willow.TEACHER));
        page.locator("#password").fill(Staffroom.PASSWORD);
        page.locator("main button[type=submit]").last().click();
    }

    private static void fill(Page page) {
        page.locator("#risk-2").check();
        page.locator("#about").check();
        page.locator("#who-1").fill("Amelia Hart, Kestrels (Year 1)");
        page.locator("#what").fill(WORDS);
        page.locator("#words").fill("“It made me feel sick.”");
        page.locator("#when-time").fill("after lunch");
    }

    private static void check(Page page, String name) {
        Browser.screenshot(page, name);
        Browser.axe(page);
        Browser.fits(page);
        Browser.quiet(page);
    }
}
