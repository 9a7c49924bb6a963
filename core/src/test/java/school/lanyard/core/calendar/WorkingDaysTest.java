// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    @Nested
    class One_working_day {

        @ParameterizedTest
        @CsvSource({
            "2026-11-17T15:00:00Z, 2026-11-18T15:00:00Z, a Tuesday",
            "2026-11-20T15:00:00Z, 2026-11-23T15:00:00Z, a Friday",
            "2026-11-21T10:00:00Z, 2026-11-23T10:00:00Z, a Saturday",
            "2026-12-24T09:00:00Z, 2026-12-29T09:00:00Z, the day before Christmas",
            "2027-03-25T09:00:00Z, 2027-03-30T08:00:00Z, Maundy Thursday and the clocks go on",
            "2026-10-23T08:00:00Z, 2026-10-26T09:00:00Z, the clocks go back at the weekend"
        })
        void on_is_the_same_time_of_the_next_one(Instant from, Instant due, String when) {
            assertThat(from.plus(new WorkingDays(1))).as(when).isEqualTo(due);
        }

        @Test
        void back_is_the_one_before() {
            assertThat(LocalDate.of(2026, 11, 23).minus(new WorkingDays(1)))
                    .isEqualTo(LocalDate.of(2026, 11, 20));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
                "2026-12-25", "2026-12-28", "2027-03-26", "2027-03-29", "2027-12-27", "2027-12-28",
                "2028-01-03", "2028-04-14", "2028-04-17", "2024-03-29", "2024-04-01"
            })
    void bank_holidays_do_not_count(LocalDate holiday) {
        assertThat(WorkingDays.isOne(holiday)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-12-29", "2027-12-29", "2028-01-04", "2026-04-07"})
    void the_days_after_them_do(LocalDate day) {
        assertThat(WorkingDays.isOne(day)).isTrue();
    }

    @Nested
    class Written_down {

        @Test
        void they_are_read_back() {
            assertThat(WorkingDays.parse("1 working day")).isEqualTo(new WorkingDays(1));
            assertThat(WorkingDays.parse("10 working days")).isEqualTo(new WorkingDays(10));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0 working days", "one working day", "1 day", ""})
        void anything_else_is_refused(String text) {
            assertThat(WorkingDays.isWritten(text)).isFalse();
            assertThatThrownBy(() -> WorkingDays.parse(text)).isInstanceOf(DateTimeException.class);
        }
    }
}
