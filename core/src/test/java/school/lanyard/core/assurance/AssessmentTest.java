// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.calendar.Terms;
import school.lanyard.core.calendar.WorkingDays;
import school.lanyard.core.pack.Cadence;

class AssessmentTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final Terms TERMS =
            new Terms(List.of(MonthDay.of(9, 1), MonthDay.of(1, 1), MonthDay.of(4, 11)));
    static final Schedule ALWAYS = new Schedule(Cadence.CONTINUOUS, null);

    static Assessed on(LocalDate day, Schedule schedule, Showing... showings) {
        return new Assessment(day, TERMS).of(schedule, List.of(showings));
    }

    static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(SchoolTime.ZONE).toInstant();
    }

    static Showing done(LocalDate... days) {
        var evidence = new ArrayList<Evidence>();
        for (var day : days) {
            evidence.add(
                    new Evidence(
                            Basis.SELF_REPORTED,
                            morning(day),
                            true,
                            new Lasts.ByCadence(),
                            "Done",
                            "Headteacher"));
        }
        return new Showing("duty:review", evidence, "Nobody has done it.");
    }

    static Showing seen(String mechanism, boolean good) {
        return Showing.of(mechanism, Evidence.seen(morning(TODAY), good, good ? "Held" : "Vacant"));
    }

    @Nested
    class What_nothing_keeps {
        @Test
        void is_not_bound_and_says_so() {
            var assessed = on(TODAY, ALWAYS);
            assertThat(assessed.state()).isEqualTo(State.NOT_BOUND);
            assertThat(assessed.why()).isEqualTo("No part of Lanyard keeps this yet.");
            assertThat(assessed.last()).isEmpty();
            assertThat(assessed.bases()).isEmpty();
        }
    }

    @Nested
    class What_has_nothing_to_show {
        @ParameterizedTest
        @EnumSource
        void is_not_evidenced_whatever_its_cadence(Cadence cadence) {
            var assessed =
                    on(TODAY, new Schedule(cadence, null), Showing.nothing("duty:x", "Not yet."));
            assertThat(assessed.state()).isEqualTo(State.NOT_EVIDENCED);
            assertThat(assessed.why()).isEqualTo("Not yet.");
        }

        @Test
        void does_not_see_what_came_later() {
            assertThat(on(TODAY, ALWAYS, done(TODAY.plusDays(1))).state())
                    .isEqualTo(State.NOT_EVIDENCED);
        }
    }

    @Nested
    class What_is_seen_on_the_day {
        @Test
        void is_kept_while_it_is_so() {
            var assessed = on(TODAY, ALWAYS, seen("role:dsl", true));
            assertThat(assessed.state()).isEqualTo(State.KEPT);
            assertThat(assessed.bases()).containsExactly(Basis.MEASURED);
            assertThat(assessed.nextDue()).isNull();
        }

        @Test
        void is_overdue_when_it_is_found_wanting() {
            var assessed = on(TODAY, ALWAYS, seen("role:dsl", false));
            assertThat(assessed.state()).isEqualTo(State.OVERDUE);
            assertThat(assessed.why()).isEqualTo("Vacant");
        }

        @Test
        void shows_its_fault_where_two_things_are_seen_at_once() {
            var both =
                    new Showing(
                            "control:x",
                            List.of(
                                    Evidence.seen(morning(TODAY), true, "good"),
                                    Evidence.seen(morning(TODAY), false, "bad")),
                            "");
            assertThat(on(TODAY, ALWAYS, both).why()).isEqualTo("bad");
        }
    }

    @Nested
    class A_check_that_lasts_until_a_day {
        @ParameterizedTest
        @CsvSource({"2026-11-26, KEPT", "2026-11-28, KEPT", "2026-11-29, OVERDUE"})
        void counts_up_to_that_day(LocalDate day, State state) {
            var check =
                    Showing.of(
                            "control:ledger",
                            new Evidence(
                                    Basis.MEASURED,
                                    morning(LocalDate.of(2026, 11, 26)),
                                    true,
                                    new Lasts.Until(LocalDate.of(2026, 11, 28)),
                                    "Proved",
                                    "Lanyard"));
            var assessed = on(day, ALWAYS, check);
            assertThat(assessed.state()).isEqualTo(state);
            assertThat(assessed.nextDue()).isEqualTo("2026-11-28");
        }
    }

    @Nested
    class What_recurs {
        @ParameterizedTest
        @CsvSource({
            // cadence, length, done, due
            "ANNUAL, , 2025-11-27, 2026-11-27",
            "ANNUAL, , 2024-02-29, 2025-02-28",
            "ANNUAL, P1Y, 2024-02-29, 2025-02-28",
            "EVERY_2_YEARS, , 2024-02-29, 2026-02-28",
            "EVERY_2_YEARS, , 2026-03-29, 2028-03-29",
            "TERMLY, , 2026-09-01, 2027-04-10",
            "TERMLY, , 2026-12-31, 2027-04-10",
            "TERMLY, , 2027-01-01, 2027-08-31",
            "TERMLY, P4M, 2026-10-31, 2027-02-28",
            "REGULAR, P1M, 2026-01-31, 2026-02-28",
            "REGULAR, P7D, 2026-10-24, 2026-10-31",
            "REGULAR, PT36H, 2026-11-01, 2026-11-03",
            "REGULAR, PT1H, 2026-11-01, 2026-11-02",
        })
        void is_due_again(Cadence cadence, String length, LocalDate done, LocalDate due) {
            assertThat(new Schedule(cadence, length(length)).nextAfter(done, TERMS)).hasValue(due);
        }

        @Test
        void is_due_after_working_days_where_the_school_counts_in_them() {
            var schedule = new Schedule(Cadence.REGULAR, WorkingDays.parse("5 working days"));
            assertThat(schedule.nextAfter(LocalDate.of(2026, 12, 23), TERMS))
                    .hasValue(LocalDate.of(2027, 1, 4));
        }

        private static TemporalAmount length(String text) {
            return text == null
                    ? null
                    : text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
        }

        @ParameterizedTest
        @CsvSource({
            // A year: soon for the last 30 days, and not late on the day itself.
            "P1Y, 2025-11-27, 2026-10-27, KEPT",
            "P1Y, 2025-11-27, 2026-10-28, DUE_SOON",
            "P1Y, 2025-11-27, 2026-11-27, DUE_SOON",
            "P1Y, 2025-11-27, 2026-11-28, OVERDUE",
            // A week: soon for the last quarter of it.
            "P7D, 2026-11-20, 2026-11-25, KEPT",
            "P7D, 2026-11-20, 2026-11-26, DUE_SOON",
            "P7D, 2026-11-20, 2026-11-27, DUE_SOON",
            "P7D, 2026-11-20, 2026-11-28, OVERDUE",
            // A day.
            "P1D, 2026-11-26, 2026-11-26, KEPT",
            "P1D, 2026-11-26, 2026-11-27, DUE_SOON",
            "P1D, 2026-11-26, 2026-11-28, OVERDUE",
        })
        void is_kept_then_due_soon_then_overdue(
                Period length, LocalDate done, LocalDate day, State state) {
            var assessed = on(day, new Schedule(Cadence.REGULAR, length), done(done));
            assertThat(assessed.state()).isEqualTo(state);
            assertThat(assessed.nextDue()).isEqualTo(done.plus(length));
        }

        @Test
        void counts_from_the_last_time_whatever_the_order() {
            var yearly = new Schedule(Cadence.ANNUAL, null);
            var assessed = on(TODAY, yearly, done(TODAY.minusDays(3), TODAY.minusYears(3)));
            assertThat(assessed.state()).isEqualTo(State.KEPT);
            assertThat(assessed.last().orElseThrow().at()).isEqualTo(morning(TODAY.minusDays(3)));
        }

        @Test
        void counts_the_day_in_England_on_either_side_of_the_clocks_going_back() {
            var late = Instant.parse("2026-10-24T23:30:00Z");
            var showing =
                    new Showing(
                            "duty:x",
                            List.of(
                                    new Evidence(
                                            Basis.SELF_REPORTED,
                                            late,
                                            true,
                                            new Lasts.ByCadence(),
                                            "Done",
                                            "Post")),
                            "");
            var weekly = new Schedule(Cadence.REGULAR, Period.ofDays(7));
            assertThat(on(LocalDate.of(2026, 10, 25), weekly, showing).nextDue())
                    .isEqualTo("2026-11-01");
        }
    }

    @Nested
    class What_does_not_recur {
        @ParameterizedTest
        @EnumSource(
                names = {
                    "NONE",
                    "CONTINUOUS",
                    "ON_EVENT",
                    "IMMEDIATE",
                    "WITHIN_72H",
                    "AT_INDUCTION"
                })
        void stays_kept_and_is_never_due(Cadence cadence) {
            var schedule = new Schedule(cadence, Period.ofDays(1));
            var assessed = on(TODAY, schedule, done(TODAY.minusYears(9)));
            assertThat(assessed.state()).isEqualTo(State.KEPT);
            assertThat(assessed.nextDue()).isNull();
        }

        @Test
        void nor_does_what_is_regular_in_an_edition_that_gave_no_number() {
            assertThat(new Schedule(Cadence.REGULAR, null).nextAfter(TODAY, TERMS)).isEmpty();
        }
    }

    @Nested
    class What_several_things_keep {
        @Test
        void is_kept_no_better_than_by_the_weakest() {
            var kept = seen("role:dsl", true);
            var broken = seen("role:dpo", false);
            var silent = Showing.nothing("duty:x", "Nothing.");
            assertThat(on(TODAY, ALWAYS, kept, silent).state()).isEqualTo(State.NOT_EVIDENCED);
            assertThat(on(TODAY, ALWAYS, silent, broken, kept).state()).isEqualTo(State.OVERDUE);
            assertThat(on(TODAY, ALWAYS, silent, broken, kept).why()).isEqualTo("Vacant");
        }

        @Test
        void says_what_each_rests_on_and_when_the_first_is_due() {
            var yearly = new Schedule(Cadence.ANNUAL, null);
            var assessed = on(TODAY, yearly, seen("role:dsl", true), done(TODAY.minusMonths(2)));
            assertThat(assessed.bases())
                    .containsExactlyInAnyOrder(Basis.MEASURED, Basis.SELF_REPORTED);
            assertThat(assessed.nextDue()).isEqualTo(TODAY.minusMonths(2).plusYears(1));
        }
    }

    /// Any pile of evidence has one answer, whatever its order, and more good evidence never makes
    /// it worse.
    @ParameterizedTest
    @MethodSource("seeds")
    void every_combination_has_one_answer(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var cadences = Cadence.values();
        var schedule =
                new Schedule(
                        cadences[random.nextInt(cadences.length)],
                        random.nextBoolean() ? null : Period.ofDays(1 + random.nextInt(800)));
        var evidence = new ArrayList<Evidence>();
        for (int i = random.nextInt(6); i > 0; i--) {
            evidence.add(
                    new Evidence(
                            random.nextBoolean() ? Basis.MEASURED : Basis.SELF_REPORTED,
                            morning(TODAY.minusDays(random.nextInt(1_200) - 20)),
                            random.nextInt(4) > 0,
                            switch (random.nextInt(3)) {
                                case 0 -> new Lasts.OnTheDay();
                                case 1 -> new Lasts.Until(TODAY.plusDays(random.nextInt(9) - 4));
                                default -> new Lasts.ByCadence();
                            },
                            "what " + i,
                            "by"));
        }
        var assessed = on(TODAY, schedule, new Showing("m", evidence, "nothing"));
        Collections.reverse(evidence);
        var turned = on(TODAY, schedule, new Showing("m", evidence, "nothing"));
        assertThat(turned).isEqualTo(assessed);
        assertThat(assessed.state()).isNotEqualTo(State.NOT_BOUND);
        evidence.add(Evidence.seen(morning(TODAY).plusSeconds(1), true, "now"));
        assertThat(on(TODAY, schedule, new Showing("m", evidence, "nothing")).state())
                .isEqualTo(State.KEPT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
