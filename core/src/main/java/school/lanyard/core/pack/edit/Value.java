// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Yaml;

/// What a piece of a file means, whatever it looks like: two files of equal value say the same in
/// the same order.
public sealed interface Value {

    /// A String, Long, Double or Boolean, or null where the file leaves it blank.
    record Scalar(@Nullable Object value) implements Value {}

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Entry(String key, Value value) {}

    /// Keys in the order of the file.
    record Entries(List<Entry> entries) implements Value {

        public static final Entries NONE = new Entries(List.of());

        public Entries {
            entries = List.copyOf(entries);
        }

        public boolean has(String key) {
            return get(key) != null;
        }

        public @Nullable Value get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst()
                    .orElse(null);
        }

        public List<String> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        /// The same with a key set: where it stands already, or else at the end.
        public Entries with(String key, Value value) {
            return with(key, value, null);
        }

        /// The same with a key set: where it stands already, or else after another key.
        ///
        /// @param after at the end where it is null or not there
        public Entries with(String key, Value value, @Nullable String after) {
            var changed = new ArrayList<>(entries);
            int at = keys().indexOf(key);
            if (at >= 0) {
                changed.set(at, new Entry(key, value));
            } else {
                int before = after == null ? -1 : keys().indexOf(after);
                changed.add(before < 0 ? changed.size() : before + 1, new Entry(key, value));
            }
            return new Entries(changed);
        }

        public Entries without(String key) {
            return new Entries(entries.stream().filter(entry -> !entry.key().equals(key)).toList());
        }
    }

    static Value text(String text) {
        return new Scalar(text);
    }

    static Value flag(boolean flag) {
        return new Scalar(flag);
    }

    static Value texts(List<String> texts) {
        return new Items(texts.stream().map(Value::text).toList());
    }

    static Value of(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Scalar(_, var value, _) -> new Scalar(value);
            case Yaml.Sequence(_, var items) -> new Items(items.stream().map(Value::of).toList());
            case Yaml.Mapping mapping -> of(mapping);
        };
    }

    static Entries of(Yaml.Mapping mapping) {
        var entries = new ArrayList<Entry>();
        mapping.entries().forEach((key, entry) -> entries.add(new Entry(key, of(entry.value()))));
        return new Entries(entries);
    }
}
