// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// The policy and its papers as anybody finds them on the server.
class PublicPapersTest {

    private static LiveSchool school;
    private static Guest nobody;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        nobody = new Guest(school.server().site());
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(school.server().site() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void anybody_reads_the_policy_in_force_and_a_browser_need_not_fetch_it_twice()
            throws Exception {
        var first = get("/policy");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(new String(first.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Willow Bank Test School", "In force from", "BL-001")
                .doesNotContain("Diana Sharpe", "Colin Hale", "noindex", "<script");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache, public");
        var mark = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/policy", "If-None-Match", mark).statusCode()).isEqualTo(304);
        var packed = get("/policy", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length * 3).isLessThan(first.body().length);
    }

    @Test
    void every_paper_in_the_list_can_be_read_and_what_is_not_there_is_not_found() throws Exception {
        var index = nobody.get("/policy/papers").body();
        var links =
                java.util.regex.Pattern.compile("href=\"(/policy(?:/[a-z0-9-]+)*)\"")
                        .matcher(index)
                        .results()
                        .map(each -> each.group(1))
                        .distinct()
                        .toList();
        assertThat(links).hasSizeGreaterThan(12);
        for (var link : links) {
            assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
        var poster = get("/policy/posters/staff.pdf");
        assertThat(poster.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new String(poster.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        for (var missing :
                new String[] {
                    "/policy/posters/cats", "/policy/agreements/cats.pdf", "/policy/flowcharts/cats"
                }) {
            assertThat(get(missing).statusCode()).as(missing).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/policy/flowcharts/incident/numbers.pdf",
                "/policy/forms/contacts/numbers.pdf"
            })
    void only_staff_get_the_schools_own_numbers(String paper) {
        assertThat(nobody.get(paper).statusCode()).isEqualTo(303);
        assertThat(school.guest("governor").get(paper).statusCode()).isEqualTo(403);
        assertThat(school.guest("teacher").get(paper).statusCode()).isEqualTo(200);
    }

    @Test
    void every_kind_of_page_is_accessible_and_fits_a_phone() {
        var page = Browser.page(Browser.DESKTOP);
        looksRight(page, "/policy/papers", "papers");
        looksRight(page, "/policy/forms/concern", "concern-form");
        looksRight(page, "/policy/forms/contacts", "contact-sheet");
        looksRight(page, "/policy/posters/learner", "poster-learner");
        looksRight(page, "/policy/posters/visitor", "poster-visitor");
        looksRight(page, "/policy/agreements/learners", "agreement-learners");
        looksRight(page, "/policy/flowcharts/incident", "flowchart");
        looksRight(page, "/policy", "policy");
        Browser.close(page);
    }

    @Test
    void the_contents_lead_to_their_headings_without_scripts() {
        var page = Browser.pageWithoutScripts(Browser.DESKTOP);
        page.navigate(school.server().site() + "/policy");
        page.locator(".doc-contents a").getByText("Mobile technologies").click();
        assertThat(page.url()).endsWith("#mobile-technologies");
        assertThat(page.locator("#mobile-technologies").boundingBox().y).isBetween(-5.0, 300.0);
        Browser.close(page);
    }

    private static void looksRight(Page page, String path, String name) {
        page.navigate(school.server().site() + path);
        Browser.looksRightOnBoth(page, name);
    }
}
