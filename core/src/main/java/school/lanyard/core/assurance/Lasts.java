// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.time.LocalDate;

/// For how long something that was seen or said goes on counting.
public sealed interface Lasts {

    /// It was true on the very day that is asked about, such as that somebody holds a post.
    record OnTheDay() implements Lasts {}

    /// Up to and including a day, such as a self-check that is made again each day.
    record Until(LocalDate day) implements Lasts {}

    /// Until the clause's own cadence asks for it again.
    record ByCadence() implements Lasts {}
}
