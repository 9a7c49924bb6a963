// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NavPlaceTest {

    private static final NavItem REPORT = NavItem.of("/report", "Report").emphasised();

    private static List<NavItem> plain(int count) {
        return IntStream.range(0, count).mapToObj(i -> NavItem.of("/p" + i, "P" + i)).toList();
    }

    private static List<NavItem> joined(List<NavItem> some, NavItem... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    @Test
    void few_places_stand_side_by_side() {
        var items =
                joined(
                        plain(5),
                        NavItem.of("/a", "A").in(NavGroup.RECORDS),
                        NavItem.of("/b", "B").in(NavGroup.RECORDS),
                        REPORT);
        assertThat(NavPlace.of(items)).noneMatch(NavPlace::menu).hasSize(8);
    }

    @Test
    void of_many_a_group_shares_a_menu_where_its_first_would_stand() {
        var items =
                joined(
                        joined(plain(3), NavItem.of("/a", "A").count(2).in(NavGroup.RECORDS)),
                        NavItem.of("/c", "C").in(NavGroup.POLICY),
                        NavItem.of("/d", "D"),
                        NavItem.of("/e", "E"),
                        NavItem.of("/b", "B").count(1).in(NavGroup.RECORDS),
                        REPORT);
        var places = NavPlace.of(items);
        assertThat(places)
                .extracting(NavPlace::text)
                .containsExactly("P0", "P1", "P2", "Records", "C", "D", "E", "Report");
        var menu = places.get(3);
        assertThat(menu.items()).extracting(NavItem::text).containsExactly("A", "B");
        assertThat(menu.count()).isEqualTo(3);
        assertThat(menu.current("/b/1")).isTrue();
        assertThat(menu.current("/c")).isFalse();
    }
}
