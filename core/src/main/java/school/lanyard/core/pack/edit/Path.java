// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The way from the top of a file to a piece of it: keys, and places in lists counted from 0.
public record Path(List<Step> steps) {

    public sealed interface Step {}

    public record Key(String key) implements Step {}

    public record Index(int index) implements Step {}

    public static final Path TOP = new Path(List.of());

    public Path {
        steps = List.copyOf(steps);
    }

    public static Path to(String... keys) {
        var path = TOP;
        for (var key : keys) {
            path = path.key(key);
        }
        return path;
    }

    public Path key(String key) {
        return then(new Key(key));
    }

    public Path at(int index) {
        return then(new Index(index));
    }

    private Path then(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Path(longer);
    }

    public boolean isTop() {
        return steps.isEmpty();
    }

    public Step last() {
        return steps.getLast();
    }

    public Path parent() {
        return new Path(steps.subList(0, steps.size() - 1));
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(step ->
                        switch (step) {
                            case Key(var key) -> key;
                            case Index(var index) -> String.valueOf(index + 1);
                        })
                .collect(Collectors.joining("/"));
    }
}
