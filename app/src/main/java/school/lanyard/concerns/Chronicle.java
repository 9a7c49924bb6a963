// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;

/// What happened in cases as lines fit to be read, in the same words on every page and paper. The
/// cases have been opened for somebody who may read them.
public interface Chronicle {

    /// One thing that happened.
    ///
    /// @param reference of the case
    /// @param on the day when it happened or was done, which may be long before it was recorded
    /// @param time absent where only the day is known
    /// @param by who recorded it, with the posts they held then
    /// @param decision whether somebody chose here between what could have been done
    record Entry(
            String reference,
            LocalDate on,
            @Nullable LocalTime time,
            Instant recordedAt,
            String title,
            List<String> details,
            String by,
            boolean decision) {

        /// In the order in which things happened; on one day, what has no time comes first.
        public static final Comparator<Entry> IN_ORDER =
                Comparator.comparing(Entry::on)
                        .thenComparing(
                                Entry::time, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Entry::recordedAt);

        public Entry {
            details = List.copyOf(details);
        }

        /// Whether it was recorded on a later day than it happened.
        public boolean backdated() {
            return SchoolTime.day(recordedAt).isAfter(on);
        }

        @Override
        public String toString() {
            return "Entry";
        }
    }

    /// Everything in an incident, with the reports that it was made of.
    List<Entry> of(String school, Incidents.Opened incident);

    /// A concern that is in no incident.
    List<Entry> of(String school, Concerns.Opened concern);
}
