// SPDX-License-Identifier: Apache-2.0
package school.lanyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/// One Chromium for the whole test run, and what every page must pass. Playwright belongs to the
/// thread that started it, so browser tests run one after another.
public final class Browser {

    public static final int DESKTOP = 1280;
    public static final int PHONE = 320;

    private static final boolean PICTURES = Boolean.getBoolean("lanyard.pictures");
    private static final String AXE = axeCore();
    private static final String IDS = "(?<=/)([0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f-]{36})(?=/|$)";
    private static final Set<String> SEEN = new HashSet<>();
    private static final Map<Page, List<String>> COMPLAINTS = new WeakHashMap<>();
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private Browser() {}

    /// A new person's browser, with no cookies, in a window of this width.
    public static Page page(int width) {
        return watched(context(width, true).newPage());
    }

    /// The same, for somebody whose browser runs no scripts.
    public static Page pageWithoutScripts(int width) {
        return watched(context(width, false).newPage());
    }

    public static void close(Page page) {
        page.context().close();
    }

    /// What every page must pass: axe at the desk, no complaint in the console, and no scrolling
    /// sideways on a phone.
    public static void looksRight(Page page, String name) {
        at(page, DESKTOP, name, true);
        quiet(page);
        at(page, PHONE, name, false);
        fits(page);
        page.setViewportSize(DESKTOP, 900);
    }

    /// As {@link #looksRight}, where a page is laid out anew on a phone: axe there as well.
    public static void looksRightOnBoth(Page page, String name) {
        looksRight(page, name);
        at(page, PHONE, name, true);
        page.setViewportSize(DESKTOP, 900);
    }

    /// axe takes half a second, so what a test calls by one name is shown to it once in a run.
    private static void at(Page page, int width, String name, boolean axe) {
        page.setViewportSize(width, 900);
        screenshot(page, name + "-" + width);
        if (axe && SEEN.add(name + " " + width + " " + page.url().replaceAll(IDS, "…"))) {
            axe(page);
        }
    }

    /// Fails, naming each element, when axe finds anything against WCAG 2.2 AA. Its own builder for
    /// Java asks for every rule that passed as well, and takes three times as long.
    public static void axe(Page page) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(VIOLATIONS)).as("axe on %s", page.url()).isEmpty();
    }

    private static final String VIOLATIONS =
            """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations']
              });
              return found.violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + ': ' + rule.help + ' at ' + node.html));
            }
            """;

    /// Fails when the page must be scrolled sideways.
    public static void fits(Page page) {
        var over =
                page.evaluate(
                        """
                        () => {
                          const wide = document.documentElement.clientWidth;
                          if (document.documentElement.scrollWidth <= wide) return [];
                          return [...document.body.querySelectorAll('*')]
                            .filter(e => e.getBoundingClientRect().right > wide + 1)
                            .map(e => e.tagName + '.' + e.className).slice(0, 10)
                            .concat('page ' + document.documentElement.scrollWidth + ' in ' + wide);
                        }
                        """);
        assertThat((List<?>) over).as("wider than the window on %s", page.url()).isEmpty();
    }

    /// Fails when the page wrote an error to the console or asked another server for something.
    public static void quiet(Page page) {
        assertThat(COMPLAINTS.getOrDefault(page, List.of()))
                .as("complaints on %s", page.url())
                .isEmpty();
    }

    /// Presses Tab until the focus comes round, and returns what was focused, in order.
    public static List<String> tabStops(Page page) {
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
        var stops = new ArrayList<String>();
        for (var presses = 0; presses < 300; presses++) {
            page.keyboard().press("Tab");
            var stop = (String) page.evaluate(FOCUSED);
            if (stop.isEmpty() || (!stops.isEmpty() && stop.equals(stops.getFirst()))) {
                return stops;
            }
            stops.add(stop);
        }
        throw new AssertionError("the keyboard never gets out of " + page.url());
    }

    private static final String FOCUSED =
            """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const box = e.getBoundingClientRect();
              const seen = box.width > 0 && box.height > 0;
              const name = e.id || e.getAttribute('href') || e.textContent.trim();
              return e.tagName.toLowerCase() + ' ' + name + (seen ? '' : ' UNSEEN');
            }
            """;

    /// Keeps a picture of the whole page in `target/screenshots`, where pictures were asked for
    /// with `-Dlanyard.pictures=true`.
    public static void screenshot(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        var file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static BrowserContext context(int width, boolean scripts) {
        return CHROMIUM.newContext(
                new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setJavaScriptEnabled(scripts));
    }

    private static Page watched(Page page) {
        var complaints = new ArrayList<String>();
        COMPLAINTS.put(page, complaints);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !refusal(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().matches("(https?://(localhost|127\\.0\\.0\\.1)[:/]|data:).*")) {
                complaints.add("asked for " + request.url());
            }
        });
        return page;
    }

    /// Chromium calls every answer of 400 or above an error, also where a test asked for one.
    private static boolean refusal(String text) {
        return text.startsWith("Failed to load resource: the server responded with a status of 4")
                || text.startsWith(
                        "Failed to load resource: the server responded with a status of 5");
    }

    private static com.microsoft.playwright.Browser launch() {
        var environment = new LinkedHashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new LaunchOptions()
                                .setExecutablePath(executable())
                                .setHeadless(true)
                                .setArgs(
                                        List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")));
    }

    /// The shell without a window does the same work in half of the time.
    private static Path executable() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Browser tests need Chromium: apt-get install"
                                        + " chromium-headless-shell"));
    }

    /// The script of axe, which leaves nothing behind but its name.
    private static String axeCore() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8) + "\n;undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
