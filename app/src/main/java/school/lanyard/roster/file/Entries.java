// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The people of a file as it is read, each once.
final class Entries {

    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, String> byIdentifier = new HashMap<>();
    private final Remarks remarks;

    Entries(Remarks remarks) {
        this.remarks = remarks;
    }

    /// A second row of the same person adds to the first, unless it says otherwise.
    void add(Entry entry) {
        var before = byKey.get(same(entry));
        if (before == null) {
            byKey.put(entry.key(), entry);
            entry.identifiers().forEach(each -> byIdentifier.put(each.key(), entry.key()));
        } else if (before.contradicts(entry)) {
            remarks.bar(
                    entry.place(),
                    "is of the same person as "
                            + before.place().words().toLowerCase(java.util.Locale.ROOT)
                            + " by an identifier, and says something else of them.");
        } else {
            var both = before.and(entry);
            byKey.put(before.key(), both);
            both.identifiers().forEach(each -> byIdentifier.put(each.key(), before.key()));
            if (both.equals(before)) {
                remarks.note(entry.place(), "says again what another row says.");
            }
        }
    }

    private String same(Entry entry) {
        return byKey.containsKey(entry.key())
                ? entry.key()
                : entry.identifiers().stream()
                        .map(each -> byIdentifier.get(each.key()))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(entry.key());
    }

    @Nullable Entry get(String key) {
        return byKey.get(key);
    }

    boolean has(String key) {
        return byKey.containsKey(key) || byIdentifier.containsKey(key);
    }

    void change(String key, UnaryOperator<Entry> how) {
        byKey.computeIfPresent(key, (_, entry) -> how.apply(entry));
    }

    void remove(String key) {
        byKey.remove(key);
    }

    List<Entry> all() {
        return List.copyOf(byKey.values());
    }
}
