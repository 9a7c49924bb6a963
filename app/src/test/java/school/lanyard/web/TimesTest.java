// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T13:05:30Z");

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T13:05:30Z, 1 July 2026 at 2:05pm",
        "2026-01-01T13:05:30Z, 1 January 2026 at 1:05pm",
        "2026-06-30T23:00:00Z, 1 July 2026 at midnight",
        "2026-01-01T12:00:59Z, 1 January 2026 at midday",
        "2026-01-01T09:00:00Z, 1 January 2026 at 9am"
    })
    void a_moment_is_told_in_english_time(Instant at, String words) {
        assertThat(Times.dayAndTime(at)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, Due in 2 hours", "PT1H59M, Due in 1 hour", "PT30S, Due in less than a minute",
        "PT1M, Due in 1 minute", "P3D, Due in 3 days", "PT47H, Due in 47 hours",
        "PT-26H, Overdue by 26 hours", "P-3D, Overdue by 3 days", "PT0S, Due in less than a minute"
    })
    void a_deadline_says_how_long_is_left(Duration left, String words) {
        assertThat(new Deadline(NOW.plus(left), NOW).words()).isEqualTo(words);
    }

    @Test
    void a_deadline_within_a_day_is_soon_and_a_passed_one_is_not() {
        assertThat(new Deadline(NOW.plusSeconds(86_400), NOW).soon()).isTrue();
        assertThat(new Deadline(NOW.plusSeconds(86_401), NOW).soon()).isFalse();
        assertThat(new Deadline(NOW.minusSeconds(1), NOW).soon()).isFalse();
    }

    @Nested
    class A_long_list {

        @ParameterizedTest
        @CsvSource({
            "1, '1, 2, 0, 12'",
            "5, '1, 0, 4, 5, 6, 0, 12'",
            "12, '1, 0, 11, 12'",
            "99, '1, 0, 11, 12'",
            "-3, '1, 2, 0, 12'"
        })
        void shows_its_ends_and_where_we_are(int page, String shown) {
            assertThat(Paging.of(page, 230, 20, "/x").shown()).hasToString("[" + shown + "]");
        }

        @Test
        void of_nothing_is_one_page_without_links() {
            assertThat(Paging.of(1, 0, 20, "/x").needed()).isFalse();
        }

        @Test
        void cannot_be_somewhere_it_has_no_page() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Paging(3, 2, "/x"));
        }
    }

    @Nested
    class A_place_in_the_navigation {

        @Test
        void is_current_on_every_page_beneath_it_but_not_beside_it() {
            var concerns = NavItem.of("/concerns", "Concerns");
            assertThat(concerns.current("/concerns/K7QM")).isTrue();
            assertThat(concerns.current("/concerns-old")).isFalse();
            assertThat(NavItem.of("/", "Home").current("/concerns")).isFalse();
        }
    }
}
