// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.detect.Alert.Severity;
import school.lanyard.signals.detect.SearchEngines.Route;

/// All that the detectors know about a host. Worked out once, and used for each line about it.
///
/// `never` hosts are passed over. `category` is empty where the host is on no list.
record Site(
        String name,
        boolean never,
        List<Route> routes,
        boolean bypass,
        boolean harmless,
        String category,
        @Nullable Severity watched) {

    /// Nothing in a line about it can need a person, unless it was blocked.
    boolean isDull() {
        return !never && routes.isEmpty() && !bypass && watched == null;
    }
}
