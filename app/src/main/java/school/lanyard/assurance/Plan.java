// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.core.assurance.Schedule;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Pack;

/// What of an edition has to be asked about: worked out once, for an edition never changes.
///
/// @param byPrefix every mechanism that keeps a clause, by the first word of its name
record Plan(List<Item> items, Map<String, Set<String>> byPrefix) {

    /// A clause and how often it asks for what it asks.
    record Item(Clause clause, Schedule schedule) {}

    static Plan of(Pack pack) {
        var items = new ArrayList<Item>();
        var byPrefix = new LinkedHashMap<String, Set<String>>();
        for (var clause : pack.clauses().values()) {
            items.add(new Item(clause, Schedule.of(clause, pack)));
            for (var mechanism : clause.by()) {
                byPrefix.computeIfAbsent(prefix(mechanism), _ -> new LinkedHashSet<>())
                        .add(mechanism);
            }
        }
        return new Plan(List.copyOf(items), Map.copyOf(byPrefix));
    }

    static String prefix(String mechanism) {
        var colon = mechanism.indexOf(':');
        return colon < 0 ? mechanism : mechanism.substring(0, colon);
    }
}
