// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    static final Schedule SCHEDULE = new Schedule(Period.ofYears(25), Period.ofYears(10));
    static final LocalDate ENDED = LocalDate.of(2026, 9, 14);
    static final LocalDate BORN = LocalDate.of(2020, 2, 29);

    @Test
    void a_case_about_a_child_is_kept_from_its_birth() {
        assertThat(SCHEDULE.of(ENDED, List.of(new Kept.Child(BORN))))
                .isEqualTo(new Term.From(LocalDate.of(2045, 2, 28), Term.Reason.BIRTH));
    }

    @Test
    void a_case_about_adults_is_kept_from_its_end() {
        assertThat(SCHEDULE.of(ENDED, List.of(new Kept.Adult())))
                .isEqualTo(new Term.From(LocalDate.of(2036, 9, 14), Term.Reason.END));
    }

    @Test
    void a_case_that_names_nobody_is_kept_from_its_end() {
        assertThat(SCHEDULE.of(ENDED, List.of()))
                .isEqualTo(new Term.From(LocalDate.of(2036, 9, 14), Term.Reason.END));
    }

    @Test
    void nobody_can_tell_while_one_birth_is_missing() {
        assertThat(SCHEDULE.of(ENDED, List.of(new Kept.Child(BORN), new Kept.Child(null))))
                .isEqualTo(new Term.BirthMissing());
    }

    @Test
    void a_policy_that_does_not_say_keeps_it() {
        assertThat(new Schedule(null, Period.ofYears(10)).of(ENDED, List.of(new Kept.Child(BORN))))
                .isEqualTo(new Term.NotStated());
        assertThat(new Schedule(Period.ofYears(25), null).of(ENDED, List.of()))
                .isEqualTo(new Term.NotStated());
    }

    @Test
    void a_low_level_concern_is_kept_from_when_the_adult_left_and_never_less_than_from_its_end() {
        var schedule = new Schedule(Period.ofYears(25), null, Period.ofYears(6));
        assertThat(schedule.of(ENDED, List.of(new Kept.Colleague(null))))
                .isEqualTo(new Term.NotLeft());
        assertThat(schedule.of(ENDED, List.of(new Kept.Colleague(ENDED.plusYears(3)))))
                .isEqualTo(new Term.From(LocalDate.of(2035, 9, 14), Term.Reason.LEFT));
        assertThat(schedule.of(ENDED, List.of(new Kept.Colleague(ENDED.minusYears(3)))))
                .isEqualTo(new Term.From(LocalDate.of(2032, 9, 14), Term.Reason.LEFT));
        assertThat(SCHEDULE.of(ENDED, List.of(new Kept.Colleague(ENDED))))
                .isEqualTo(new Term.NotStated());
        var both = List.<Kept>of(new Kept.Colleague(ENDED), new Kept.Child(BORN));
        assertThat(schedule.of(ENDED, both))
                .isEqualTo(new Term.From(LocalDate.of(2045, 2, 28), Term.Reason.BIRTH));
    }

    /// Whoever is added to a case can only make it be kept longer.
    @ParameterizedTest
    @MethodSource("seeds")
    void one_more_person_never_shortens_it(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var people = new ArrayList<Kept>(List.of(new Kept.Adult()));
        var before = day(people);
        for (int i = 0; i < 5; i++) {
            people.add(
                    random.nextBoolean()
                            ? new Kept.Adult()
                            : new Kept.Child(BORN.minusDays(random.nextInt(4000))));
            assertThat(day(people)).as("seed %d", seed).isAfterOrEqualTo(before);
            before = day(people);
        }
    }

    private static LocalDate day(List<Kept> people) {
        return ((Term.From) SCHEDULE.of(ENDED, people)).day();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }
}
