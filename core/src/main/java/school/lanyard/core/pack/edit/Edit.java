// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change to what a file says.
public sealed interface Edit {

    Path path();

    /// Gives a key or an item that is there another value, or adds a key that is not.
    ///
    /// @param after the key that an added one follows; at the end where it is null
    record Put(Path path, Value value, @Nullable String after) implements Edit {
        public Put(Path path, Value value) {
            this(path, value, null);
        }
    }

    /// Adds an item to a list, before the one that stands at the path's last index now.
    record Insert(Path path, Value value) implements Edit {}

    /// Takes away an entry or an item, with the comments that are about it alone.
    record Remove(Path path) implements Edit {}

    /// Says that a path leads nowhere, or through something of another kind.
    final class Nowhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Nowhere(Path path) {
            super("There is nothing at " + path + ".");
        }
    }

    /// What a whole says after this change.
    ///
    /// @throws Nowhere where the path does not lead to anything that could change so
    default Value applied(Value whole) {
        return applied(whole, path().steps());
    }

    private Value applied(Value whole, List<Path.Step> way) {
        if (way.isEmpty()) {
            if (this instanceof Put put) {
                return put.value();
            }
            throw new Nowhere(path());
        }
        return switch (way.getFirst()) {
            case Path.Key(var key) when whole instanceof Value.Entries entries ->
                    under(entries, key, way);
            case Path.Index(var index) when whole instanceof Value.Items(var items) ->
                    new Value.Items(among(new ArrayList<>(items), index, way));
            default -> throw new Nowhere(path());
        };
    }

    private Value under(Value.Entries entries, String key, List<Path.Step> way) {
        var there = entries.get(key);
        if (way.size() == 1) {
            return switch (this) {
                case Put put -> entries.with(key, put.value(), put.after());
                case Remove _ when there != null -> entries.without(key);
                default -> throw new Nowhere(path());
            };
        }
        if (there == null) {
            throw new Nowhere(path());
        }
        return entries.with(key, applied(there, way.subList(1, way.size())));
    }

    private List<Value> among(List<Value> items, int index, List<Path.Step> way) {
        boolean last = way.size() == 1;
        if (index < 0 || index > items.size() || (index == items.size() && !adds(last))) {
            throw new Nowhere(path());
        }
        switch (this) {
            case Insert insert when last -> items.add(index, insert.value());
            case Remove _ when last -> items.remove(index);
            default -> items.set(index, applied(items.get(index), way.subList(1, way.size())));
        }
        return items;
    }

    private boolean adds(boolean last) {
        return last && this instanceof Insert;
    }
}
