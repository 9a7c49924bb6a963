// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// One place in the bar under the header: a link, or a menu of several that opens without scripts.
///
/// @param text what the menu is called; a link has its own words
public record NavPlace(String text, List<NavItem> items) {

    /// As many links as stand side by side at the width of a desk.
    static final int SIDE_BY_SIDE = 7;

    public NavPlace {
        items = List.copyOf(items);
    }

    /// Few items stand as they are. Of many, those of a group share a menu, which stands where the
    /// first of them would.
    static List<NavPlace> of(List<NavItem> items) {
        var plain = items.stream().filter(each -> !each.strong()).toList();
        var places = new ArrayList<NavPlace>();
        if (plain.size() <= SIDE_BY_SIDE) {
            plain.forEach(each -> places.add(alone(each)));
        } else {
            places.addAll(grouped(plain));
        }
        items.stream().filter(NavItem::strong).forEach(each -> places.add(alone(each)));
        return List.copyOf(places);
    }

    private static List<NavPlace> grouped(List<NavItem> items) {
        var places = new LinkedHashMap<Object, NavPlace>();
        for (var item : items) {
            var group = item.group();
            if (group == null) {
                places.put(item, alone(item));
            } else {
                places.merge(group, alone(item), (all, one) -> all.with(group, one));
            }
        }
        return List.copyOf(places.values());
    }

    private static NavPlace alone(NavItem item) {
        return new NavPlace(item.text(), List.of(item));
    }

    /// A group of one is that one, under its own name.
    private NavPlace with(NavGroup group, NavPlace more) {
        var all = new ArrayList<>(items);
        all.addAll(more.items);
        return new NavPlace(group.text(), all);
    }

    public boolean menu() {
        return items.size() > 1;
    }

    public NavItem first() {
        return Objects.requireNonNull(items.getFirst());
    }

    /// How many wait in all of it.
    public int count() {
        return items.stream().mapToInt(NavItem::count).sum();
    }

    public boolean current(String path) {
        return items.stream().anyMatch(each -> each.current(path));
    }
}
