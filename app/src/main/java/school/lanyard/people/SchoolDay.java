// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// Which day it is in an English school.
public final class SchoolDay {

    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private SchoolDay() {}

    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ENGLAND);
    }
}
