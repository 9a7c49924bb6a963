// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.Course;
import school.lanyard.testing.Willow;

/// When somebody is due, from sessions and a day.
class BookTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 9, 1);
    private static final String ONE = "one";

    private static Course course(String key) {
        return Willow.PACK.training().get(key);
    }

    private static Session held(String course, LocalDate day, String... items) {
        return new Session(
                UUID.randomUUID().toString(),
                course,
                Session.Provider.SCHOOL,
                day,
                Set.of(items),
                Set.of(ONE),
                "somebody",
                Instant.EPOCH);
    }

    private static Trained on(LocalDate day, String course, Session... sessions) {
        return new Book(Willow.PACK, day, List.of(sessions)).of(course(course), ONE, STARTED);
    }

    @Test
    void induction_opens_when_somebody_starts_and_is_overdue_after_the_schools_time() {
        assertThat(on(STARTED, "induction"))
                .isEqualTo(new Trained(null, STARTED.plusWeeks(4), List.of(), false));
        assertThat(on(STARTED.plusWeeks(4).plusDays(1), "induction").overdue()).isTrue();
    }

    @Test
    void it_stays_open_until_every_item_was_covered() {
        var day = STARTED.plusDays(10);
        var some =
                on(
                        day,
                        "induction",
                        held("induction", day, "this-policy", "agreements", "classroom"));
        assertThat(some.last()).isNull();
        assertThat(some.missing()).hasSize(3).contains("Professional conduct online");
        var all =
                on(
                        day,
                        "induction",
                        held("induction", STARTED, "this-policy", "agreements", "classroom"),
                        held("induction", day, "conduct", "reputation", "example"));
        assertThat(all.current()).isTrue();
        assertThat(all.due()).isNull();
    }

    @Test
    void a_yearly_course_is_due_a_year_after_the_item_that_is_longest_ago() {
        var first = STARTED.plusDays(5);
        var later = STARTED.plusDays(40);
        var trained =
                on(
                        later,
                        "safeguarding",
                        held("safeguarding", first, "safeguarding", "data-protection"),
                        held("safeguarding", later, "safeguarding", "online-safety"));
        assertThat(trained.last()).isEqualTo(first);
        assertThat(trained.due()).isEqualTo(first.plusYears(1));
        assertThat(on(first.plusYears(1), "safeguarding", all(first)).overdue()).isFalse();
        assertThat(on(first.plusYears(1).plusDays(1), "safeguarding", all(first)).overdue())
                .isTrue();
    }

    private static Session all(LocalDate day) {
        return held("safeguarding", day, "safeguarding", "data-protection", "online-safety");
    }

    @Test
    void a_session_of_another_course_or_of_somebody_else_counts_for_nothing() {
        assertThat(on(STARTED, "cyber", held("ai", STARTED)).last()).isNull();
        assertThat(
                        new Book(Willow.PACK, STARTED, List.of(held("cyber", STARTED)))
                                .of(course("cyber"), "another", STARTED)
                                .last())
                .isNull();
    }
}
