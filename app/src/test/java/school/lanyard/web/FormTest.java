// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private final Form form = Form.blank();

    @Nested
    class A_date {

        @ParameterizedTest
        @CsvSource({"18,11,2026", "18,nov,2026", "18,November,2026", "018,11,2026"})
        void may_be_typed_in_several_ways(String day, String month, String year) {
            date(day, month, year);
            assertThat(form.date("born", "Date")).isEqualTo(LocalDate.of(2026, 11, 18));
            assertThat(form.refused()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "'',11,2026,-day", "18,'',2026,-month", "18,11,'',-year", "18,13,2026,-month",
            "31,2,2026,-day", "18,11,26,-year", "x,11,2026,-day", "18,ju,2026,-month",
            "18,11,20x6,-year", "-1,11,2026,-day", "0,1,2026,-day"
        })
        void that_is_none_says_which_box_is_wrong(
                String day, String month, String year, String wrong) {
            date(day, month, year);
            assertThat(form.date("born", "Date")).isNull();
            assertThat(form.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.anchor()).isEqualTo("born" + wrong));
            assertThat(form.wrong("born", wrong)).isTrue();
        }

        @Test
        void left_empty_marks_every_box_and_links_to_the_first() {
            assertThat(form.date("born", "Date")).isNull();
            assertThat(form.wrong("born", "-day") && form.wrong("born", "-year")).isTrue();
            assertThat(form.errors().getFirst().anchor()).isEqualTo("born-day");
        }

        private void date(String day, String month, String year) {
            form.with("born-day", day).with("born-month", month).with("born-year", year);
        }
    }

    @Nested
    class A_time {

        @ParameterizedTest
        @CsvSource({
            "9:30am, 09:30", "9.30 a.m., 09:30", "0930, 09:30", "14:30, 14:30", "2:30PM, 14:30",
            "2pm, 14:00", "12am, 00:00", "12pm, 12:00", "midday, 12:00", "midnight, 00:00",
            "00:00, 00:00", "23:59, 23:59", "12:30am, 00:30"
        })
        void may_be_typed_in_several_ways(String typed, LocalTime meant) {
            assertThat(form.with("at-time", typed).time("at", "Time")).isEqualTo(meant);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"9", "24:00", "9:60", "13pm", "0am", "half past", "", "99999", "1:2"})
        void that_is_none_is_refused(String typed) {
            assertThat(form.with("at-time", typed).time("at", "Time")).isNull();
            assertThat(form.wrong("at", "-time")).isTrue();
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.web.FormTest#seeds")
        void shown_in_a_form_reads_back_as_itself(long seed) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var at = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextLong(525_600));
            assertThat(form.with("at", at).dateTime("at", "It")).isEqualTo(at);
        }
    }

    @Nested
    class A_field {

        @Test
        void keeps_exactly_what_was_typed_but_is_read_without_the_spaces_round_it() {
            form.with("what", "  two words \n");
            assertThat(form.text("what")).isEqualTo("two words");
            assertThat(form.field("what").value()).isEqualTo("  two words \n");
        }

        @Test
        void keeps_the_first_thing_said_about_it() {
            form.required("what", "Say what");
            form.reject("what", "Something else");
            assertThat(form.error("what")).isEqualTo("Say what");
            assertThat(form.errors()).hasSize(1);
        }

        @Test
        void of_spaces_alone_is_empty() {
            form.with("what", " \t ").required("what", "Say what");
            assertThat(form.refused()).isTrue();
        }

        @Test
        void counts_a_picture_character_once() {
            form.with("what", "🎒".repeat(5)).atMost("what", 5, "It");
            assertThat(form.refused()).isFalse();
            form.atMost("what", 4, "It");
            assertThat(form.error("what")).isEqualTo("It must be 4 characters or fewer");
        }

        @Test
        void must_be_one_of_the_choices_offered() {
            form.with("place", "elsewhere");
            form.chosen("place", List.of(Choice.of("here", "Here")), "Choose one");
            assertThat(form.error("place")).isEqualTo("Choose one");
        }

        @Test
        void names_its_hint_and_error_to_screen_readers() {
            assertThat(form.field("what").describedBy(null)).isNull();
            assertThat(form.field("what").describedBy("hint")).isEqualTo("what-hint");
            form.reject("what", "No");
            assertThat(form.field("what").describedBy("hint", "what-info"))
                    .isEqualTo("what-hint what-error what-info");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
