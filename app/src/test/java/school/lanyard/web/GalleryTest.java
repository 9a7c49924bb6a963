// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import gallery.Gallery;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.browser.Browser;

/// Every component, in every state, in a real browser.
class GalleryTest {

    private static ConfigurableApplicationContext gallery;
    private static String root;

    @BeforeAll
    static void open() {
        gallery = Gallery.start("--server.port=0");
        root = "http://localhost:" + gallery.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void close() {
        gallery.close();
    }

    @ParameterizedTest
    @CsvSource({
        "content, 1280",
        "content, 320",
        "long, 1280",
        "long, 320",
        "empty, 320",
        "form, 1280",
        "form, 320",
        "home, 1280",
        "home, 320",
        "receipt, 320",
        "signin, 320",
        "no-such-page, 320"
    })
    void every_page_is_accessible_and_fits_its_window(String name, int width) {
        visit(
                width,
                name,
                page -> {
                    Browser.screenshot(page, "gallery-" + name + "-" + width);
                    Browser.axe(page);
                    Browser.fits(page);
                    Browser.quiet(page);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "form", "home", "signin"})
    void every_page_fits_at_400_per_cent_text(String name) {
        visit(
                Browser.DESKTOP,
                name,
                page -> {
                    page.setViewportSize(640, 450);
                    page.evaluate("document.documentElement.style.fontSize = '200%'");
                    Browser.fits(page);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "form", "receipt"})
    void every_page_lines_up_with_the_header(String name) {
        visit(
                Browser.DESKTOP,
                name,
                page -> {
                    Browser.screenshot(page, "gallery-" + name + "-desktop");
                    var header = page.locator(".ly-header__row").boundingBox();
                    assertThat(page.locator("main").boundingBox().x).isEqualTo(header.x);
                    assertThat(page.locator("main").boundingBox().width).isEqualTo(header.width);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
    void a_refused_form_is_accessible_and_fits(int width) {
        visit(
                width,
                "form",
                page -> {
                    send(page);
                    Browser.screenshot(page, "gallery-refused-" + width);
                    Browser.axe(page);
                    Browser.fits(page);
                    Browser.quiet(page);
                });
    }

    @Nested
    class A_refused_form {

        @Test
        void says_so_in_its_title_and_its_summary() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        send(page);
                        assertThat(page.title()).startsWith("Error: Report a concern");
                        assertThat(page.locator(".govuk-error-summary a").allTextContents())
                                .contains(
                                        "Say what you saw or heard",
                                        "When it happened must have a day, month and year");
                    });
        }

        @Test
        void links_each_error_to_the_box_that_is_wrong() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        page.fill("#happened-day", "18");
                        page.fill("#happened-month", "13");
                        page.fill("#happened-year", "2026");
                        send(page);
                        for (var link : page.locator(".govuk-error-summary a").all()) {
                            var target = link.getAttribute("href").substring(1);
                            var box = page.locator("[id='" + target + "']");
                            assertThat(box.evaluate("e => e.matches('input,select,textarea')"))
                                    .as(target)
                                    .isEqualTo(true);
                        }
                        page.click("text=When it happened must have a real month");
                        assertThat(page.evaluate("document.activeElement.id"))
                                .isEqualTo("happened-month");
                    });
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void shows_again_everything_that_was_typed(boolean scripts) {
            var page =
                    scripts
                            ? Browser.page(Browser.DESKTOP)
                            : Browser.pageWithoutScripts(Browser.DESKTOP);
            page.navigate(root + "/gallery/form");
            var hostile = "\n\"</textarea><script>document.title='owned'</script> & ünïcode";
            page.fill("#what", hostile);
            page.fill("#where-exactly", "\" onfocus=\"alert(1)\" autofocus=\"");
            page.fill("#happened-time", "half past");
            page.check("[name=place][value=off-site]");
            page.check("[name=device][value=phone]");
            page.fill("#whose", "A visitor’s");
            page.check("[name=kinds][value=contact]");
            page.check("[name=kinds][value=conduct]");
            page.selectOption("#known-to", "off-site");
            page.fill("#secret", "correct horse");
            send(page);
            assertThat(page.title()).startsWith("Error:");
            assertThat(page.inputValue("#what")).isEqualTo(hostile);
            assertThat(page.inputValue("#where-exactly"))
                    .isEqualTo("\" onfocus=\"alert(1)\" autofocus=\"");
            assertThat(page.inputValue("#happened-time")).isEqualTo("half past");
            assertThat(page.isChecked("[name=place][value=off-site]")).isTrue();
            assertThat(page.inputValue("#whose")).isEqualTo("A visitor’s");
            assertThat(page.isVisible("#whose")).isTrue();
            assertThat(page.locator("[name=kinds]:checked").count()).isEqualTo(2);
            assertThat(page.inputValue("#known-to")).isEqualTo("off-site");
            assertThat(page.inputValue("#secret")).as("a password is never sent back").isEmpty();
            Browser.close(page);
        }
    }

    @Nested
    class Without_scripts {

        @Test
        void a_conditional_question_waits_for_its_answer() {
            var page = Browser.pageWithoutScripts(Browser.DESKTOP);
            page.navigate(root + "/gallery/form");
            assertThat(page.isVisible("#whose")).isFalse();
            page.check("[name=device][value=phone]");
            assertThat(page.isVisible("#whose")).isTrue();
            Browser.screenshot(page, "gallery-form-no-script");
            Browser.close(page);
        }
    }

    @Nested
    class With_scripts {

        @Test
        void a_conditional_question_waits_for_its_answer() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        assertThat(page.isVisible("#whose")).isFalse();
                        page.check("[name=device][value=phone]");
                        assertThat(page.isVisible("#whose")).isTrue();
                    });
        }

        @Test
        void what_was_typed_is_still_there_after_going_on_and_back() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        page.fill("#where-exactly", "The hall");
                        page.click("text=Home");
                        page.goBack();
                        assertThat(page.inputValue("#where-exactly")).isEqualTo("The hall");
                    });
        }
    }

    @Nested
    class By_keyboard {

        @Test
        void the_first_stop_skips_to_the_content() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        page.keyboard().press("Tab");
                        page.keyboard().press("Enter");
                        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
                    });
        }

        @ParameterizedTest
        @CsvSource({"form, 1280", "form, 320", "content, 1280", "content, 320", "signin, 320"})
        void every_stop_can_be_seen_and_the_way_leads_out_again(String name, int width) {
            visit(
                    width,
                    name,
                    page -> {
                        var stops = Browser.tabStops(page);
                        assertThat(stops).noneMatch(stop -> stop.endsWith("UNSEEN"));
                        assertThat(stops).hasSizeGreaterThan(4).first().isEqualTo("a #main");
                    });
        }

        @Test
        void every_box_and_button_of_a_form_is_reached() {
            visit(
                    Browser.DESKTOP,
                    "form",
                    page -> {
                        assertThat(Browser.tabStops(page))
                                .contains(
                                        "textarea what",
                                        "input happened-day",
                                        "input happened-time",
                                        "input place",
                                        "input kinds",
                                        "input kinds-4",
                                        "select known-to",
                                        "input secret",
                                        "button Send the concern");
                    });
        }
    }

    @Nested
    class On_paper {

        @Test
        void navigation_and_buttons_are_left_out() {
            visit(
                    Browser.DESKTOP,
                    "content",
                    page -> {
                        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                        assertThat(page.isVisible("nav.ly-nav")).isFalse();
                        assertThat(page.isVisible("h1")).isTrue();
                        Browser.screenshot(page, "gallery-content-paper");
                    });
        }
    }

    private static void send(Page page) {
        page.click("text=Send the concern");
    }

    private static void visit(int width, String name, Consumer<Page> look) {
        var page = Browser.page(width);
        try {
            page.navigate(root + "/gallery/" + name);
            look.accept(page);
        } finally {
            Browser.close(page);
        }
    }
}
