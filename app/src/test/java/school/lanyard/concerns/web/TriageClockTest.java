// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import school.lanyard.testing.Willow;

class TriageClockTest {

    private static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");

    @Test
    void a_fresh_concern_says_its_age_and_by_when_to_act_on_it() {
        var clock = after(Duration.ofMinutes(3));
        assertThat(clock.age()).isEqualTo("Received 3 minutes ago");
        assertThat(clock.words()).isEqualTo("Act on it by 3pm today");
        assertThat(clock.late()).isFalse();
    }

    @Test
    void one_that_waits_past_its_time_says_how_long_it_is_overdue() {
        var clock = after(Duration.ofHours(7));
        assertThat(clock.words()).isEqualTo("Overdue by 3 hours");
        assertThat(clock.late()).isTrue();
    }

    @Test
    void a_time_on_another_day_is_said_in_full() {
        var evening = ELEVEN.plus(Duration.ofHours(11));
        assertThat(TriageClock.of(Willow.PACK, evening, evening).words())
                .isEqualTo("Act on it by 21 November 2026 at 2am");
    }

    @Test
    void where_the_policy_sets_no_time_only_the_age_is_shown() {
        var clock = new TriageClock(ELEVEN, null, ELEVEN.plus(Duration.ofDays(3)));
        assertThat(clock.age()).isEqualTo("Received 3 days ago");
        assertThat(clock.words()).isEmpty();
        assertThat(clock.late()).isFalse();
    }

    private static TriageClock after(Duration length) {
        return TriageClock.of(Willow.PACK, ELEVEN, ELEVEN.plus(length));
    }
}
