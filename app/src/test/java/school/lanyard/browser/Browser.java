// SPDX-License-Identifier: Apache-2.0
package school.lanyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/// One Chromium for the whole test run, and what every page must pass. Playwright belongs to the
/// thread that started it, so browser tests run one after another.
public final class Browser {

    public static final int DESKTOP = 1280;
    public static final int PHONE = 320;

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
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

    /// Fails, naming each element, when axe finds anything against WCAG 2.2 AA.
    public static void axe(Page page) {
        var found = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(found.stream().flatMap(Browser::described))
                .as("axe on %s", page.url())
                .isEmpty();
    }

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

    /// Keeps a picture of the whole page in `target/screenshots`.
    public static void screenshot(Page page, String name) {
        var file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static Stream<String> described(Rule rule) {
        return rule.getNodes().stream()
                .map(CheckedNode::getHtml)
                .map(html -> rule.getId() + ": " + rule.getHelp() + " at " + html);
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

    private static Path executable() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Browser tests need Chromium: apt-get install chromium"));
    }
}
