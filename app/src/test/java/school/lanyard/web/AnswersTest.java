// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gallery.Gallery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// What goes over the wire: headers, assets, and answers to things that go wrong.
class AnswersTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
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

    @Nested
    class Every_answer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/gallery/content",
                    "/gallery/fault",
                    "/gallery/refusal/403",
                    "/nowhere"
                })
        void carries_the_safety_headers(String path) throws Exception {
            var headers = page(path).headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(headers.allValues("X-Content-Type-Options")).containsOnly("nosniff");
            assertThat(headers.allValues("Referrer-Policy")).containsOnly("same-origin");
            assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        }

        @Test
        void may_be_kept_for_the_back_button_when_it_is_a_form() throws Exception {
            assertThat(page("/gallery/form").headers().allValues("Cache-Control"))
                    .containsExactly("private, no-cache");
        }
    }

    @Nested
    class A_form {

        @Test
        void carries_a_forgery_token_and_a_new_once_token_each_time() throws Exception {
            var first = page("/gallery/form").body();
            assertThat(first).containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"");
            assertThat(once(first)).isNotEqualTo(once(page("/gallery/form").body()));
        }

        @Test
        void is_refused_without_its_forgery_token() throws Exception {
            assertThat(post("/gallery/form", "what=x").statusCode()).isEqualTo(403);
        }

        private static String once(String body) {
            var found = Pattern.compile("name=\"_once\" value=\"([\\w-]{22})\"").matcher(body);
            assertThat(found.find()).isTrue();
            return found.group(1);
        }
    }

    @Nested
    class Something_that_goes_wrong {

        @ParameterizedTest
        @CsvSource({
            "400, We could not read",
            "403, You may not see this page",
            "404, Page not found",
            "405, This page does not work that way",
            "409, We could not do that",
            "413, What you sent is too large",
            "422, Something in the form is not right",
            "429, Too many tries",
            "500, something went wrong",
            "503, Lanyard is not available"
        })
        void has_a_page_and_json_in_our_own_words(int status, String words) throws Exception {
            var page = page("/gallery/refusal/" + status);
            assertThat(page.statusCode()).isEqualTo(status);
            assertThat(page.body()).contains("<h1", words).doesNotContain("Secret", "Exception");
            var json = get("/gallery/refusal/" + status, "Accept", "application/json");
            assertThat(json.statusCode()).isEqualTo(status);
            assertThat(json.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(json.body())
                    .contains(words, "\"status\":" + status)
                    .doesNotContain("Secret");
        }

        @Test
        @ExtendWith(OutputCaptureExtension.class)
        void is_logged_by_place_and_reference_and_never_by_message(CapturedOutput log)
                throws Exception {
            var body = page("/gallery/fault").body();
            var reference = Pattern.compile("<strong>([0-9A-F]{8})</strong>").matcher(body);
            assertThat(reference.find()).isTrue();
            assertThat(log.getAll())
                    .contains("Fault " + reference.group(1), "GalleryController.fault")
                    .doesNotContain("Secret");
            assertThat(body).doesNotContain("Secret", "IllegalState", "GalleryController");
        }

        @Test
        void is_a_wrong_method() throws Exception {
            var answer =
                    CLIENT.send(
                            request("/gallery/content", "Accept", "text/html")
                                    .method("TRACE", BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 405);
        }

        @Test
        void is_a_form_far_too_large() throws Exception {
            var answer = post("/gallery/form", "what=" + "x".repeat(3_000_000));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("<h1").doesNotContain("xxx");
        }
    }

    @Nested
    class An_asset {

        @Test
        void is_kept_for_a_year_under_an_address_that_changes_with_it() throws Exception {
            for (var name : new String[] {"govuk.css", "lanyard.css", "lanyard.js", "govuk.js"}) {
                var answer = get(assets().url(name), "Accept-Encoding", "identity");
                assertThat(answer.statusCode()).as(name).isEqualTo(200);
                assertThat(answer.headers().allValues("Cache-Control"))
                        .containsExactly("max-age=31536000, public, immutable");
            }
            assertThat(get("/assets/0123456789abcdef/lanyard.css", "A", "b").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void is_sent_compressed_to_those_who_can_read_it() throws Exception {
            var path = assets().url("govuk.css");
            var plain = get(path, "Accept-Encoding", "identity").body();
            var answer =
                    CLIENT.send(
                            request(path, "Accept-Encoding", "gzip, br").build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()));
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(plain);
        }

        @Test
        void has_neither_the_typeface_nor_the_crown_of_gov_uk() throws Exception {
            var css = get(assets().url("govuk.css"), "Accept-Encoding", "identity").body();
            assertThat(css)
                    .contains(".govuk-button", "-apple-system")
                    .doesNotContain("GDS Transport", "@font-face", "/assets/", "crest.svg");
            assertThat(page("/gallery/content").body()).doesNotContain("crown", "govuk-header");
        }

        private static Assets assets() {
            return gallery.getBean(Assets.class);
        }
    }

    private static HttpResponse<String> page(String path) throws Exception {
        return get(path, "Accept", "text/html,application/xhtml+xml");
    }

    private static HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return CLIENT.send(request(path, header, value).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(path, "Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String header, String value) {
        return HttpRequest.newBuilder(URI.create(root + path)).header(header, value);
    }
}
