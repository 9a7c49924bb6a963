// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import school.lanyard.access.Viewer;

/// What another feature records about a concern and what belongs to its record, for whoever takes
/// the whole of it out. Each source asks the one door.
@FunctionalInterface
public interface RecordsBeside {

    /// One thing recorded.
    ///
    /// @param by an opaque id; of nobody on the register where it was a reporter without a name
    record Entry(Instant at, String by, String title, List<String> details, boolean decision) {

        public Entry {
            details = details.stream().filter(each -> !each.isBlank()).toList();
        }

        @Override
        public String toString() {
            return "Entry";
        }
    }

    /// All of it; that it leaves was entered before.
    List<Entry> of(Viewer viewer, Concerns.Opened concern);
}
