// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of a pack file that still knows its file and line.
///
/// The accessors are lenient (a missing or wrong-typed entry reads as empty), because the schema
/// has its own say about shape and one check must list every fault, not only the first.
public sealed interface Yaml {

    Place place();

    /// The text of a scalar; empty for anything else.
    default String text() {
        return "";
    }

    /// Keys in the order of the file.
    record Mapping(Place place, Map<String, Entry> entries) implements Yaml {

        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        public @Nullable Yaml get(String key) {
            var entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /// Where the key stands, or the mapping itself when there is no such key.
        public Place placeOf(String key) {
            var entry = entries.get(key);
            return entry == null ? place : entry.place();
        }

        public String text(String key) {
            var value = get(key);
            return value == null ? "" : value.text();
        }

        public String text(String key, String otherwise) {
            return has(key) ? text(key) : otherwise;
        }

        public boolean flag(String key) {
            return get(key) instanceof Scalar(_, var value, _) && Boolean.TRUE.equals(value);
        }

        public int number(String key, int otherwise) {
            return get(key) instanceof Scalar(_, Number value, _) ? value.intValue() : otherwise;
        }

        public Mapping mapping(String key) {
            return get(key) instanceof Mapping mapping ? mapping : empty(placeOf(key));
        }

        /// The items of a list; a single value reads as a list of one.
        public List<Yaml> items(String key) {
            // Not a switch over types, here and wherever a stored pack is read (ADR 72).
            var found = get(key);
            if (found instanceof Sequence sequence) {
                return sequence.items();
            }
            var blank = found instanceof Scalar(_, var value, _) && value == null;
            return found == null || blank ? List.of() : List.of(found);
        }

        public List<Mapping> mappings(String key) {
            var found = new ArrayList<Mapping>();
            for (var item : items(key)) {
                if (item instanceof Mapping mapping) {
                    found.add(mapping);
                }
            }
            return List.copyOf(found);
        }

        /// The scalars of a list as text; a single scalar reads as a list of one.
        public List<Scalar> scalars(String key) {
            var found = new ArrayList<Scalar>();
            for (var item : items(key)) {
                if (item instanceof Scalar scalar) {
                    found.add(scalar);
                }
            }
            return List.copyOf(found);
        }

        public List<String> texts(String key) {
            return scalars(key).stream().map(Scalar::text).toList();
        }

        /// The entries that are mappings themselves, by key, in the order of the file.
        public Map<String, Mapping> children() {
            var found = new LinkedHashMap<String, Mapping>();
            entries.forEach((key, entry) -> {
                if (entry.value() instanceof Mapping mapping) {
                    found.put(key, mapping);
                }
            });
            return java.util.Collections.unmodifiableMap(found);
        }
    }

    /// A value under a key; the place is the key's own.
    record Entry(Place place, Yaml value) {}

    record Sequence(Place place, List<Yaml> items) implements Yaml {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// The value is a String, Long, Double or Boolean, or null where the file leaves it blank.
    record Scalar(Place place, @Nullable Object value, String text) implements Yaml {}
}
