// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    static final Terms TERMS =
            new Terms(List.of(MonthDay.of(9, 1), MonthDay.of(1, 1), MonthDay.of(4, 11)));

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2027-01-01, 2027-04-10",
        "2026-08-31, 2026-09-01, 2026-12-31",
        "2026-12-31, 2027-01-01, 2027-04-10",
        "2027-01-01, 2027-04-11, 2027-08-31",
        "2028-02-29, 2028-04-11, 2028-08-31",
        "2027-04-11, 2027-09-01, 2027-12-31",
    })
    void the_next_term_begins_and_ends(LocalDate day, LocalDate next, LocalDate end) {
        assertThat(TERMS.nextAfter(day)).isEqualTo(next);
        assertThat(TERMS.endOfNext(day)).isEqualTo(end);
    }

    @Test
    void a_school_with_one_term_has_it_every_year() {
        var year = new Terms(List.of(MonthDay.of(9, 1)));
        assertThat(year.endOfNext(LocalDate.of(2026, 9, 1))).isEqualTo("2028-08-31");
    }

    @Test
    void there_is_no_school_without_a_term() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Terms(List.of()));
    }
}
