// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

/// A place in the navigation under the header.
///
/// @param count shown beside the words when above zero, such as how many wait
/// @param strong the one thing that every page offers first, shown as a button
public record NavItem(String href, String text, int count, boolean strong) {

    public static NavItem of(String href, String text) {
        return new NavItem(href, text, 0, false);
    }

    public NavItem count(int waiting) {
        return new NavItem(href, text, waiting, strong);
    }

    public NavItem emphasised() {
        return new NavItem(href, text, count, true);
    }

    /// The first item ("/") is current only on its own page; others on every page beneath them.
    public boolean current(String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }
}
