// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.Instant;
import java.time.LocalDate;

/// Asking everybody for one agreement by a day.
///
/// @param remindDays how many days lie between two reminders to one person
public record Campaign(
        String id,
        String agreement,
        LocalDate dueOn,
        int remindDays,
        String startedBy,
        Instant startedAt) {

    /// Whether somebody who was last reminded on a day is to be reminded again.
    boolean reminds(LocalDate last, LocalDate today) {
        return !today.isBefore(last.plusDays(remindDays));
    }

    public boolean overdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
