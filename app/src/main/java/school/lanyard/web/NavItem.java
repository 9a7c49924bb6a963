// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import org.jspecify.annotations.Nullable;

/// A place in the navigation under the header.
///
/// @param count shown beside the words when above zero, such as how many wait
/// @param strong the one thing that every page offers first, shown as a button
/// @param group whose menu it is in where somebody has many places; one without stands by itself
public record NavItem(
        String href, String text, int count, boolean strong, @Nullable NavGroup group) {

    public static NavItem of(String href, String text) {
        return new NavItem(href, text, 0, false, null);
    }

    public NavItem count(int waiting) {
        return new NavItem(href, text, waiting, strong, group);
    }

    public NavItem emphasised() {
        return new NavItem(href, text, count, true, group);
    }

    public NavItem in(NavGroup menu) {
        return new NavItem(href, text, count, strong, menu);
    }

    /// The first item ("/") is current only on its own page; others on every page beneath them.
    public boolean current(String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }
}
