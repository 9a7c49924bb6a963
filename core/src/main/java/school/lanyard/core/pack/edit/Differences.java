// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;

/// The fewest changes that lead from what a file says to what it should say.
public final class Differences {

    private final List<Edit> edits = new ArrayList<>();

    private Differences() {}

    /// In an order in which they can be made one after the other.
    public static List<Edit> between(Path path, Value was, Value is) {
        var differences = new Differences();
        differences.compare(path, was, is);
        return List.copyOf(differences.edits);
    }

    private void compare(Path path, Value was, Value is) {
        if (was.equals(is)) {
            return;
        }
        if (was instanceof Value.Entries before
                && is instanceof Value.Entries after
                && sameOrder(before, after)) {
            entries(path, before, after);
        } else if (was instanceof Value.Items(var before)
                && is instanceof Value.Items(var after)
                && !before.isEmpty()
                && !after.isEmpty()) {
            items(path, before, after);
        } else {
            edits.add(new Edit.Put(path, is));
        }
    }

    private static boolean sameOrder(Value.Entries before, Value.Entries after) {
        var kept = before.keys().stream().filter(after::has).toList();
        return kept.equals(after.keys().stream().filter(before::has).toList());
    }

    private void entries(Path path, Value.Entries before, Value.Entries after) {
        String last = null;
        for (var entry : after.entries()) {
            var was = before.get(entry.key());
            if (was == null) {
                edits.add(new Edit.Put(path.key(entry.key()), entry.value(), last));
            } else {
                compare(path.key(entry.key()), was, entry.value());
            }
            last = entry.key();
        }
        before.keys().stream()
                .filter(key -> !after.has(key))
                .forEach(key -> edits.add(new Edit.Remove(path.key(key))));
    }

    /// What both begin or end with stays; what is between is changed item by item.
    private void items(Path path, List<Value> before, List<Value> after) {
        int least = Math.min(before.size(), after.size());
        int start = 0;
        while (start < least && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int both = least - end;
        for (int at = start; at < both; at++) {
            compare(path.at(at), before.get(at), after.get(at));
        }
        for (int at = before.size() - end - 1; at >= both; at--) {
            edits.add(new Edit.Remove(path.at(at)));
        }
        for (int at = both; at < after.size() - end; at++) {
            edits.add(new Edit.Insert(path.at(at), after.get(at)));
        }
    }
}
