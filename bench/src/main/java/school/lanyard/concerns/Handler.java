// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.lanyard.people.Totp;

/// The lead of one school, with a browser, who knows their school's cases.
final class Handler {

    /// A page that is measured. The first does nothing but find out who asks and fill a template:
    /// what the machine, the server and the browser take in any case.
    enum Page {
        FLOOR,
        HOME,
        QUEUE,
        CLOSED,
        INCIDENT,
        CHRONOLOGY,
        CHILD,
        SEARCH
    }

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int SEARCHED = 2_000;

    private final String site;
    private final Trust.Filled filled;
    private final RandomGenerator random;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    Handler(String site, Trust.Filled filled, int seed) {
        this.site = site;
        this.filled = filled;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    void signIn() {
        ask("/sign-in", null);
        ask(
                "/sign-in",
                "school="
                        + filled.school()
                        + "&address="
                        + encoded(filled.address())
                        + "&password="
                        + encoded(Trust.PASSWORD));
        ask("/sign-in/code", "code=" + Totp.code(Trust.TOTP, Instant.now()));
        if (!open(Page.QUEUE)) {
            throw new IllegalStateException("not signed in");
        }
    }

    /// Any of the pages.
    Page choose() {
        return Page.values()[random.nextInt(Page.values().length)];
    }

    /// A while between two pages, so many milliseconds in the mean.
    long pause(int mean) {
        return random.nextLong(2L * mean + 1);
    }

    /// Asks for a page; says whether the right one came.
    boolean open(Page page) {
        return switch (page) {
            case FLOOR -> ask("/account", null).contains(filled.address());
            case HOME -> ask("/", null).contains("needs");
            case QUEUE -> ask("/incidents", null).contains("Open incidents");
            case CLOSED -> ask("/incidents/closed", null).contains("/incidents/");
            case INCIDENT -> {
                var reference = any(filled.cases());
                yield ask("/incidents/" + reference, null).contains(reference);
            }
            case CHRONOLOGY -> {
                var reference = any(filled.cases());
                yield ask("/incidents/" + reference + "/chronology", null).contains(reference);
            }
            case CHILD ->
                    ask("/chronologies/" + any(filled.children()), null).contains("Chronology");
            case SEARCH ->
                    ask("/find", "words=" + TenYears.word(random.nextInt(SEARCHED)))
                            .contains("id=\"found\"");
        };
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String ask(String path, @Nullable String form) {
        var request = HttpRequest.newBuilder(URI.create(site + path)).header("Accept", "text/html");
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token)));
        }
        try {
            var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer.statusCode() < 400 ? answer.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
