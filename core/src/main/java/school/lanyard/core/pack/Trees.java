// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;

/// Joins what packs say: a school's own words over its base's.
final class Trees {

    private Trees() {}

    /// Entry by entry: tables are joined, anything else is replaced; the base's order comes first.
    static Yaml.Mapping over(Yaml.Mapping base, Yaml.Mapping own) {
        var entries = new LinkedHashMap<>(base.entries());
        own.entries()
                .forEach((key, entry) ->
                        entries.merge(key, entry, (below, above) -> over(below, above)));
        return new Yaml.Mapping(own.place(), entries);
    }

    private static Yaml.Entry over(Yaml.Entry below, Yaml.Entry above) {
        return below.value() instanceof Yaml.Mapping base
                        && above.value() instanceof Yaml.Mapping own
                ? new Yaml.Entry(above.place(), over(base, own))
                : above;
    }

    /// File by file: a school's file stands in place of the base's file of the same name.
    static Yaml.Mapping replacing(Yaml.Mapping base, Yaml.Mapping own) {
        var entries = new LinkedHashMap<>(base.entries());
        entries.putAll(own.entries());
        return new Yaml.Mapping(own.place(), entries);
    }
}
