// SPDX-License-Identifier: Apache-2.0
package school.lanyard.checkdevices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device that no learner uses and that the police could take away, on which the school checks
/// what is suspected.
///
/// @param holders who holds it, the last one first
/// @param endedAt when it was taken out of use; absent while it is in use
public record CheckDevice(
        String id, Said said, List<Holder> holders, Instant addedAt, @Nullable Instant endedAt) {

    public CheckDevice {
        holders = List.copyOf(holders);
    }

    /// What is sealed of it.
    ///
    /// @param name as it is labelled, with its asset number where it has one
    /// @param kept where it is kept
    public record Said(String name, String kept) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /// Somebody who holds it, from a day.
    public record Holder(String person, LocalDate since) {}

    public boolean inUse() {
        return endedAt == null;
    }

    /// As the record of a check calls it for ever.
    public String words() {
        return said.name() + ", kept in " + said.kept();
    }
}
