// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is looking, as the header shows it.
///
/// @param name absent when nobody is signed in
/// @param account where somebody changes their own password and second factor
/// @param signOut where the header's sign-out button posts to
public record Visitor(
        @Nullable String name,
        @Nullable String school,
        @Nullable String account,
        @Nullable String signOut,
        List<NavItem> navigation) {

    /// The navigation as it stands under the header.
    public List<NavPlace> places() {
        return NavPlace.of(navigation);
    }

    public static Visitor nobody() {
        return new Visitor(null, null, null, null, List.of());
    }

    public static Visitor nobodyAt(String school) {
        return new Visitor(null, school, null, null, List.of());
    }
}
