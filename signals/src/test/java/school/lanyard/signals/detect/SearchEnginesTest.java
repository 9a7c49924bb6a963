// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchEnginesTest {

    private final SearchEngines engines = new SearchEngines();

    private String term(String host, String behind) {
        var bytes = behind.getBytes(StandardCharsets.UTF_8);
        return String.valueOf(SearchEngines.term(engines.of(host), bytes, 0, bytes.length));
    }

    @ParameterizedTest
    @CsvSource({
        "www.google.co.uk, /search?hl=en&q=roman+roads&safe=active, roman roads",
        "www.google.com, /search?q=caf%C3%A9%20near%20me, café near me",
        "google.com.au, /search?q=a%26b, a&b",
        "www.bing.com, /search?q=one&form=x, one",
        "duckduckgo.com, /?q=two&ia=web, two",
        "search.yahoo.com, /search?fr=x;p=three, three",
        "www.youtube.com, /results?search_query=four#top, four",
        "m.youtube.com, /results?search_query=five, five",
        "www.tiktok.com, /tag/six?lang=en, six",
        "en.wikipedia.org, /w/index.php?search=seven, seven",
        "www.google.com, /search?q=%zz%, %zz%"
    })
    void the_term_is_found(String host, String behind, String term) {
        assertThat(term(host, behind)).isEqualTo(term);
    }

    @ParameterizedTest
    @CsvSource({
        "www.google.com, /complete/search?q=rom",
        "www.google.com, /searching?q=x",
        "www.google.com, /search?query=x",
        "www.google.com, /search?q=+",
        "google.evil.example, /search?q=x",
        "www.example.com, /search?q=x"
    })
    void what_is_no_search_has_none(String host, String behind) {
        assertThat(term(host, behind)).isEqualTo("null");
    }

    @Test
    void an_engine_of_another_name_is_not_one() {
        assertThat(engines.of("notgoogle.com")).isEmpty();
        assertThat(engines.of("google")).isEmpty();
    }
}
