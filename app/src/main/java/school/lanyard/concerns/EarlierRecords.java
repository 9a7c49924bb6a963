// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import school.lanyard.access.Viewer;

/// What came with a person from elsewhere, for their chronology. Each source asks the one door, and
/// enters what it shows before it opens it.
@FunctionalInterface
public interface EarlierRecords {

    List<Chronicle.Entry> about(Viewer viewer, String person, Instant at);
}
