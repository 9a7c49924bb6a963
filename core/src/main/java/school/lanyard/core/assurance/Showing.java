// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.util.List;

/// What one mechanism, such as `role:dsl`, has to show.
///
/// @param missing why there is nothing, in words for the page; used only where there is nothing
public record Showing(String mechanism, List<Evidence> evidence, String missing) {

    public Showing {
        evidence = List.copyOf(evidence);
    }

    public static Showing of(String mechanism, Evidence evidence) {
        return new Showing(mechanism, List.of(evidence), "");
    }

    public static Showing nothing(String mechanism, String why) {
        return new Showing(mechanism, List.of(), why);
    }
}
