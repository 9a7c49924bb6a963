// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.browser.Browser.looksRight;
import static school.lanyard.browser.Browser.looksRightOnBoth;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// The open ways in, walked in a browser, from the sign-in page to whoever handles it.
class WaysInPathTest {

    @Test
    void from_the_sign_in_page_to_the_handler_and_back() {
        try (var school = new LiveSchool(Engine.SQLITE)) {
            var site = school.server().site();
            var page = Browser.page(Browser.DESKTOP);
            worried(page, site);
            var code = anonymous(page, site);
            var handler = Browser.page(Browser.DESKTOP);
            school.signIn(handler, "dsl");
            answers(handler, site);
            reads(page, site, school.school(), code);
            var typed = setsUp(handler, site);
            child(site, typed);
            kinds(handler, site);
            Browser.close(handler);
            Browser.close(page);
        }
    }

    private static void worried(Page page, String site) {
        page.navigate(site + "/sign-in");
        page.getByText("Tell the school", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("What did you see, hear or read?").fill("A picture in a game.");
        looksRightOnBoth(page, "worried");
        button(page, "Send");
        looksRight(page, "worried-received");
    }

    private static String anonymous(Page page, String site) {
        page.navigate(site + "/anonymous");
        button(page, "Send and get a code");
        assertThat(page.title()).startsWith("Error: ");
        looksRight(page, "anonymous-refused");
        page.getByLabel("A child, or something online").check();
        page.getByLabel("What did you see, hear or read?").fill("Somebody asks her to meet.");
        button(page, "Send and get a code");
        looksRight(page, "anonymous-code");
        return page.locator(".ly-code").textContent();
    }

    private static void answers(Page handler, String site) {
        handler.navigate(site + "/incidents");
        handler.getByText("No person linked yet").last();
        handler.navigate(site + "/messages");
        looksRight(handler, "messages-list");
        handler.locator("main a[href$='/messages']").first().click();
        handler.getByLabel("The reporter", new Page.GetByLabelOptions().setExact(true)).check();
        handler.getByLabel("Message or note").fill("Which game is it?");
        button(handler, "Keep or send");
        looksRightOnBoth(handler, "messages");
    }

    private static void reads(Page page, String site, String school, String code) {
        page.navigate(site + "/anonymous/" + school + "/receipt");
        looksRight(page, "anonymous-return");
        page.getByLabel("Your code").fill(code);
        button(page, "Open");
        assertThat(page.locator("main").textContent()).contains("Which game is it?");
        page.getByLabel("Write to the school").fill("The one with the horses.");
        button(page, "Send");
        looksRightOnBoth(page, "anonymous-side");
        assertThat(page.url()).doesNotContain(code);
    }

    private static String setsUp(Page handler, String site) {
        handler.navigate(site + "/tablets");
        handler.getByLabel("Class", new Page.GetByLabelOptions().setExact(true)).fill("Kestrels");
        handler.locator("#adult-1")
                .selectOption(handler.locator("#adult-1 option").nth(1).getAttribute("value"));
        handler.locator("#name-1").fill("Mrs Holt");
        handler.locator("#face-1").selectOption("curly-hair");
        handler.locator("#adult-2")
                .selectOption(handler.locator("#adult-2 option").nth(2).getAttribute("value"));
        handler.locator("#name-2").fill("Mr Pell");
        handler.locator("#face-2").selectOption("beard");
        looksRight(handler, "tablets");
        button(handler, "Get a code for the tablet");
        looksRight(handler, "tablet-code");
        return handler.locator(".ly-code").textContent();
    }

    private static void kinds(Page handler, String site) {
        handler.navigate(site + "/concerns/kinds");
        looksRight(handler, "kinds");
        handler.getByText("A website that should be blocked", new Page.GetByTextOptions()).click();
        looksRight(handler, "kind-form");
        handler.locator("#risk-2, input[name=risk][value=no]").first().check();
        handler.locator("input[name=about][value=anything-else]").check();
        handler.locator("textarea[name=what]").fill("A page of games opens.");
        button(handler, "Send this concern");
        handler.navigate(site + "/");
        handler.getByText("A website that should be blocked").first().click();
        looksRight(handler, "notice");
        button(handler, "I have it");
        looksRight(handler, "notice-after");
        handler.navigate(site + "/low-level");
        looksRight(handler, "low-level");
    }

    private static void child(String site, String code) {
        var tablet = Browser.pageWithoutScripts(Browser.DESKTOP);
        tablet.navigate(site + "/tablet");
        tablet.getByLabel("Code").fill(code);
        button(tablet, "Start");
        Browser.screenshot(tablet, "tablet-1280");
        tablet.getByText("I feel scared").click();
        Browser.screenshot(tablet, "tablet-open-1280");
        tablet.setViewportSize(Browser.PHONE, 900);
        Browser.fits(tablet);
        Browser.screenshot(tablet, "tablet-open-320");
        assertThat(tablet.locator(".ly-tap[open] .ly-tap__tell").boundingBox().height)
                .isGreaterThan(80);
        tablet.locator(".ly-tap[open] .ly-tap__tell").click();
        assertThat(tablet.url()).endsWith("/tablet/told");
        Browser.fits(tablet);
        Browser.screenshot(tablet, "tablet-told-320");
        tablet.setViewportSize(Browser.DESKTOP, 900);
        Browser.screenshot(tablet, "tablet-told-1280");
        tablet.goBack();
        assertThat(tablet.locator(".ly-tap[open]").count()).isZero();
        accessible(tablet, site);
    }

    /// axe needs scripts; the cookie is the tablet's own.
    private static void accessible(Page tablet, String site) {
        var same = Browser.page(Browser.DESKTOP);
        same.context()
                .addCookies(tablet.context().cookies().stream().map(WaysInPathTest::same).toList());
        same.navigate(site + "/tablet");
        same.getByText("I feel sad").click();
        looksRightOnBoth(same, "tablet-axe");
        same.locator(".ly-tap[open] .ly-tap__tell").click();
        looksRight(same, "tablet-told-axe");
        Browser.close(same);
        Browser.close(tablet);
    }

    private static com.microsoft.playwright.options.Cookie same(
            com.microsoft.playwright.options.Cookie cookie) {
        return new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                .setDomain(cookie.domain)
                .setPath(cookie.path);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
