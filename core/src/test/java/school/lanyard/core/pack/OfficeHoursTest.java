// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/// When a contact answers, and whom to call when it does not.
class OfficeHoursTest {

    private static final Instant FRIDAY_AT_FOUR = Instant.parse("2026-11-27T16:00:00Z");
    private static final Instant FRIDAY_AT_FIVE = Instant.parse("2026-11-27T17:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-28T11:00:00Z");
    private static final Instant CHRISTMAS_DAY = Instant.parse("2026-12-25T11:00:00Z");
    private static final Instant SUMMER_AT_NINE = Instant.parse("2026-07-01T08:00:00Z");

    private final OfficeHours hours = OfficeHours.of("09:00-17:00");

    @Test
    void are_of_working_days_by_the_clock_in_england() {
        assertThat(hours.isOpen(FRIDAY_AT_FOUR)).isTrue();
        assertThat(hours.isOpen(FRIDAY_AT_FIVE)).isFalse();
        assertThat(hours.isOpen(SATURDAY)).isFalse();
        assertThat(hours.isOpen(CHRISTMAS_DAY)).isFalse();
        assertThat(hours.isOpen(SUMMER_AT_NINE)).as("nine in summer time").isTrue();
    }

    @Test
    void are_absent_where_none_are_written() {
        assertThat(OfficeHours.of("")).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(LocalTime.NOON, LocalTime.NOON));
    }

    @Test
    void over_send_the_call_to_the_duty_team() {
        var pack = ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load("boughton-leigh")).pack();
        var lado = pack.contact("lado");
        assertThat(lado.insteadAt(FRIDAY_AT_FOUR)).isEmpty();
        assertThat(lado.insteadAt(SATURDAY)).contains("local-authority-out-of-hours");
        assertThat(pack.contact("police").insteadAt(SATURDAY)).isEmpty();
    }
}
