// SPDX-License-Identifier: Apache-2.0
package school.lanyard.evidence;

import java.time.Instant;
import java.time.LocalDate;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;

/// What is asked about: a school and the policy that was in force there at a moment.
///
/// @param since when that policy came into force
/// @param at the moment that is asked about: now, or the end of a day that is over
public record Asked(String school, Pack pack, Instant since, Instant at) {

    public LocalDate day() {
        return SchoolTime.day(at);
    }
}
