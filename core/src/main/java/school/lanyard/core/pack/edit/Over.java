// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Shape;

/// Works out what a pack's own file has to say so that the whole comes out as it should.
final class Over {

    static final String ADAPTS = "adapts";

    private final Section section;
    private final Value.Entries is;
    private final Value.Entries base;
    private final Value.Entries own;
    private final List<String> lost = new ArrayList<>();
    private final Shape shape = new Shape();

    Over(Section section, Value.Entries is, Value.Entries base, Value.Entries own) {
        this.section = section;
        this.is = is;
        this.base = base;
        this.own = own;
    }

    Optional<Value.Entries> whole() {
        var said = entries(is, base, own, List.of());
        return lost.isEmpty()
                ? Optional.of(said.with(ADAPTS, Value.text("base")))
                : Optional.empty();
    }

    /// Only one entry of the file changes.
    Optional<Value.Entries> top(String key, Edit edit) {
        var entry = is.get(key);
        if (entry == null) {
            note(base.has(key), key);
            return lost.isEmpty() ? Optional.of(own.without(key)) : Optional.empty();
        }
        var said = value(entry, base.get(key), own.get(key), List.of(key));
        var after = edit instanceof Edit.Put put ? put.after() : null;
        return lost.isEmpty() ? Optional.of(own.with(key, said, after)) : Optional.empty();
    }

    String lost() {
        return "%s comes from the base, and cannot be taken away.".formatted(lost.getFirst());
    }

    private void note(boolean isLost, String key) {
        if (isLost) {
            lost.add(key);
        }
    }

    private Value value(
            Value wanted, @Nullable Value below, @Nullable Value mine, List<String> way) {
        if (wanted instanceof Value.Entries all && below instanceof Value.Entries under) {
            return entries(all, under, mine instanceof Value.Entries said ? said : null, way);
        }
        return wanted;
    }

    private Value.Entries entries(
            Value.Entries wanted,
            Value.Entries below,
            Value.@Nullable Entries mine,
            List<String> way) {
        below.keys().forEach(key -> note(!wanted.has(key), key));
        var said = mine == null ? Value.Entries.NONE : mine;
        for (var key : said.keys()) {
            if (!wanted.has(key) && !key.equals(ADAPTS)) {
                said = said.without(key);
            }
        }
        var needed = needed(wanted, below, said, mine == null, way);
        for (var entry : wanted.entries()) {
            var under = below.get(entry.key());
            boolean differs = !entry.value().equals(under);
            if (differs || said.has(entry.key()) || needed.contains(entry.key())) {
                var deeper = new ArrayList<>(way);
                deeper.add(entry.key());
                said =
                        said.with(
                                entry.key(),
                                value(entry.value(), under, said.get(entry.key()), deeper));
            }
        }
        return said;
    }

    /// What the schema asks of the pack's own entry, which is checked before it is joined. A
    /// playbook that adapts its base's is checked only once it is whole.
    private List<String> needed(
            Value.Entries wanted,
            Value.Entries below,
            Value.Entries said,
            boolean isNew,
            List<String> way) {
        if (section == Section.PLAYBOOKS || way.isEmpty()) {
            return List.of();
        }
        var needed = new ArrayList<>(isNew ? shape.required(section, way) : List.<String>of());
        wanted.entries().stream()
                .filter(entry -> !entry.value().equals(below.get(entry.key())))
                .map(Value.Entry::key)
                .forEach(key -> needed.addAll(shape.required(section, way, key)));
        said.keys().forEach(key -> needed.addAll(shape.required(section, way, key)));
        return needed;
    }
}
