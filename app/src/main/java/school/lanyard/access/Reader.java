// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who may read a case today, the post through which they may, and the reason recorded
/// when the case was sent to that post.
///
/// @param until the last day, for whoever stands in for somebody or broke the glass
/// @param covers whom they stand in for; absent for whoever reads by a post of their own
public record Reader(
        String person,
        String role,
        String why,
        @Nullable LocalDate until,
        @Nullable String covers) {

    /// Why somebody reads who opened the case in an emergency, past its routing.
    public static final String GLASS = "glass";

    /// Whether a handler opened the case to their post, which the policy does not send it to.
    public boolean opened() {
        return why.equals("opened");
    }

    /// Whether they read only because they broke the glass.
    public boolean byGlass() {
        return why.equals(GLASS);
    }
}
