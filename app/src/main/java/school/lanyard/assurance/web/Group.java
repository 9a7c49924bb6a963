// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import school.lanyard.assurance.Picture;
import school.lanyard.assurance.Picture.Standing;
import school.lanyard.core.assurance.State;

/// One area or heading of the policy in numbers.
///
/// @param byState how many clauses stand so
public record Group(String label, String address, int all, Map<State, Integer> byState) {

    /// A state's part of the group's bar, in hundredths of its length.
    public record Bar(State state, int from, int length) {}

    public Group {
        byState = Map.copyOf(byState);
    }

    /// In the order in which the policy has them.
    static List<Group> by(
            List<Standing> all,
            Function<Standing, String> key,
            Function<String, String> label,
            Function<String, String> address) {
        Map<String, List<Standing>> groups = new LinkedHashMap<>();
        all.forEach(
                each -> groups.computeIfAbsent(key.apply(each), _ -> new ArrayList<>()).add(each));
        return groups.entrySet().stream()
                .map(each ->
                        new Group(
                                label.apply(each.getKey()),
                                address.apply(each.getKey()),
                                each.getValue().size(),
                                byState(each.getValue())))
                .toList();
    }

    private static Map<State, Integer> byState(List<Standing> clauses) {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            counts.put(state, Picture.count(clauses, state));
        }
        return counts;
    }

    /// Such as "20 clauses: 2 kept, 18 not bound".
    public String words() {
        return Words.count(all, "clause")
                + ": "
                + Arrays.stream(State.values())
                        .filter(state -> count(state) > 0)
                        .map(state -> count(state) + " " + state.words().toLowerCase(Locale.UK))
                        .collect(Collectors.joining(", "));
    }

    /// The bar, from the state that wants somebody most.
    public List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        int before = 0;
        for (var state : State.values()) {
            int from = before * 100 / all;
            before += count(state);
            bars.add(new Bar(state, from, before * 100 / all - from));
        }
        return bars.stream().filter(bar -> bar.length() > 0).toList();
    }

    /// A number for each state, in their order.
    public List<Integer> counts() {
        return Arrays.stream(State.values()).map(this::count).toList();
    }

    private int count(State state) {
        return byState.getOrDefault(state, 0);
    }
}
