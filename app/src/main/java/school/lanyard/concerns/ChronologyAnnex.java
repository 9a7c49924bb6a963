// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import school.lanyard.access.Viewer;

/// What is written about an incident and is in no chronology unless a handler puts it there on
/// purpose. The feature that keeps it supplies the one bean.
public interface ChronologyAnnex {

    /// One thing written.
    ///
    /// @param by an opaque id
    record Entry(Instant at, String by, String text) {}

    /// Whether the viewer may put it into a chronology.
    boolean offeredTo(Viewer viewer, String reference);

    /// All of it, the read entered first; nothing for a viewer who may not read it.
    List<Entry> of(Viewer viewer, String reference, Instant at);
}
