// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Numbers the sets of lists as they turn up in any order, and at the end in one that depends on
/// the content alone. A set of one list has, until then, the number of the list.
final class Sets {

    private final int listings;
    private final Map<List<Integer>, Integer> numbers = new ConcurrentHashMap<>();

    Sets(int listings) {
        this.listings = listings;
    }

    int number(int[] set) {
        if (set.length == 1) {
            return set[0];
        }
        var key = Arrays.stream(set).boxed().toList();
        var known = numbers.get(key);
        if (known != null) {
            return known;
        }
        synchronized (numbers) {
            return numbers.computeIfAbsent(key, k -> listings + numbers.size());
        }
    }

    List<int[]> inOrder() {
        var order = new ArrayList<int[]>();
        for (int listing = 0; listing < listings; listing++) {
            order.add(new int[] {listing});
        }
        numbers.keySet().stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .sorted(
                        Comparator.comparingInt((int[] set) -> set.length)
                                .thenComparing(Arrays::compare))
                .forEach(order::add);
        return order;
    }

    /// By the number given out, the number in order.
    int[] renumbered(List<int[]> order) {
        var renumbered = new int[order.size()];
        for (int i = 0; i < order.size(); i++) {
            renumbered[number(order.get(i))] = i;
        }
        return renumbered;
    }
}
