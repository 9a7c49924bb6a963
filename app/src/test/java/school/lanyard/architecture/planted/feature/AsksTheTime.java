// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/// Asks the machine for the time, also through a method reference.
class AsksTheTime {
    private final Supplier<LocalDate> today = LocalDate::now;

    boolean past(Instant at) {
        return at.isBefore(Instant.now()) || today.get().isLeapYear();
    }
}
