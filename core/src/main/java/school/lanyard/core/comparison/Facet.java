// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A part of a policy as a reader sees it: its title, and each thing that it says under a name.
record Facet(String title, Map<String, String> says) {

    Facet {
        says = new LinkedHashMap<>(says);
    }

    /// A part, from names and what stands under each; what is empty is left out.
    static Facet of(String title, String... pairs) {
        var says = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            put(says, pairs[i], pairs[i + 1]);
        }
        return new Facet(title, says);
    }

    static void put(Map<String, String> says, String name, String text) {
        if (!text.isEmpty()) {
            // Two rows of a table may have the same words.
            says.merge(name, text, (first, second) -> first + "; " + second);
        }
    }

    List<Change.Difference> differences(Facet now) {
        var names = new LinkedHashSet<>(now.says.keySet());
        names.addAll(says.keySet());
        var found = new ArrayList<Change.Difference>();
        if (!title.equals(now.title)) {
            found.add(new Change.Difference("Name", title, now.title));
        }
        for (var name : names) {
            var before = says.getOrDefault(name, "");
            var after = now.says.getOrDefault(name, "");
            if (!before.equals(after)) {
                found.add(new Change.Difference(name, before, after));
            }
        }
        return found;
    }

    /// Everything that it says, as new or as gone.
    List<Change.Difference> all(boolean added) {
        return says.entrySet().stream()
                .map(each ->
                        new Change.Difference(
                                each.getKey(),
                                added ? "" : each.getValue(),
                                added ? each.getValue() : ""))
                .toList();
    }
}
