// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PaceTest {

    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    final Pace pace = new Pace(InstantSource.fixed(NINE));

    @Test
    void a_whole_school_behind_one_address_is_not_held_up() {
        sent("10.0.0.1", Pace.FREE);
        assertThat(pace.waitOf("10.0.0.2", NINE)).isZero();
    }

    @Test
    void whoever_sends_very_much_waits_longer_each_time_and_never_for_ever() {
        sent("10.0.0.1", Pace.FREE);
        assertThat(pace.waitOf("10.0.0.1", NINE)).isEqualTo(Pace.FIRST_WAIT);
        assertThat(pace.waitOf("10.0.0.1", NINE)).isEqualTo(Pace.FIRST_WAIT.multipliedBy(2));
        sent("10.0.0.1", 1000);
        assertThat(pace.waitOf("10.0.0.1", NINE)).isEqualTo(Pace.LONGEST_WAIT);
    }

    @Test
    void after_the_window_it_begins_again() {
        sent("10.0.0.1", Pace.FREE + 5);
        var later = NINE.plus(Pace.WINDOW).plus(Duration.ofSeconds(1));
        assertThat(pace.waitOf("10.0.0.1", later)).isZero();
    }

    @Test
    void a_clock_that_is_put_back_holds_nobody_up() {
        sent("10.0.0.1", Pace.FREE + 1000);
        assertThat(pace.waitOf("10.0.0.1", NINE.minus(Duration.ofHours(9)))).isZero();
    }

    private void sent(String network, int times) {
        for (int n = 0; n < times; n++) {
            pace.waitOf(network, NINE);
        }
    }
}
