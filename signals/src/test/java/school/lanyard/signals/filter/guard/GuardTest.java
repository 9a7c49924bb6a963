// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.signals.filter.guard.UpdateCheck.Stats;
import school.lanyard.signals.filter.guard.UpdateCheck.Verdict;
import school.lanyard.signals.filter.index.Held;
import school.lanyard.signals.filter.index.Lookup;
import school.lanyard.signals.filter.lists.Compiler;
import school.lanyard.signals.filter.lists.Compiler.Compiled;
import school.lanyard.signals.filter.lists.Source;

class GuardTest {

    private static final List<String> OWN = List.of("https://www.Oak-Primary.sch.example/");

    @TempDir private Path folder;

    private Compiled compiled(Set<String> decided, String... names) throws IOException {
        var list = Files.write(folder.resolve("list.txt"), List.of(names));
        return Compiler.inMemory(Source.of(list, ""), new Guard(OWN, decided));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "co.uk",
                "CO.UK.",
                "com",
                "gov.uk",
                "sch.uk",
                "com.np",
                "xn--p1ai",
                "рф",
                "google.com",
                "www.google.com",
                "bbc.co.uk",
                "oak-primary.sch.example",
                "www.oak-primary.sch.example"
            })
    void holds_what_would_block_far_too_much(String name) throws IOException {
        var compiled = compiled(Set.of(), name, "harmless-rule.example");
        assertThat(compiled.held()).hasSize(1);
        assertThat(compiled.index().size()).isEqualTo(1);
        assertThat(compiled.lists().getFirst().held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "casino.co.uk",
                "ads.google.com",
                "xn--fiqs8s.example",
                "google.com/maps",
                "192.0.2.7"
            })
    void lets_through_what_blocks_no_more_than_it_says(String name) throws IOException {
        assertThat(compiled(Set.of(), name).held()).isEmpty();
    }

    @Test
    void says_what_would_have_been_blocked() throws IOException {
        assertThat(compiled(Set.of(), "co.uk", "google.com", "oak-primary.sch.example").held())
                .extracting(Held::wouldBlock)
                .satisfiesExactly(
                        ending ->
                                assertThat(ending)
                                        .startsWith("every site under co.uk, such as")
                                        .contains("www.bbc.co.uk"),
                        top -> assertThat(top).contains("www.google.com"),
                        own ->
                                assertThat(own)
                                        .isEqualTo(
                                                "www.oak-primary.sch.example (the school's own)"));
    }

    @Test
    void a_person_may_decide_for_the_rule() throws IOException {
        var compiled = compiled(Set.of("Google.com"), "google.com", "co.uk");
        assertThat(compiled.held()).extracting(Held::rule).containsExactly("co.uk");
        var lookup = new Lookup();
        compiled.index().find(lookup, "maps.google.com");
        assertThat(lookup.hits()).isEqualTo(1);
    }

    @Nested
    class An_update {

        private static List<String> held(Stats old, Stats update) {
            return switch (UpdateCheck.judge(old, update)) {
                case Verdict.Accept() -> List.of();
                case Verdict.Hold(var reasons) -> reasons;
            };
        }

        @Test
        void of_about_the_same_size_is_accepted() {
            assertThat(held(new Stats(10_000, 5), new Stats(8_000, 3))).isEmpty();
            assertThat(held(new Stats(0, 0), new Stats(500_000, 3))).isEmpty();
            assertThat(held(new Stats(50, 0), new Stats(3, 0))).isEmpty();
        }

        @Test
        void that_shrinks_suspiciously_is_held() {
            assertThat(held(new Stats(10_000, 5), new Stats(7_999, 5)))
                    .containsExactly("It shrank from 10,000 rules to 7,999.");
        }

        @Test
        void that_is_empty_or_an_error_page_is_held() {
            assertThat(held(new Stats(50, 0), new Stats(0, 0))).hasSize(1);
            assertThat(held(new Stats(50, 0), new Stats(40, 300))).hasSize(1);
            assertThat(held(new Stats(500, 0), new Stats(5_001, 0))).hasSize(1);
        }

        @Test
        void that_was_never_well_understood_is_not_held_for_that() {
            assertThat(held(new Stats(1_000, 400), new Stats(1_000, 420))).isEmpty();
        }
    }
}
