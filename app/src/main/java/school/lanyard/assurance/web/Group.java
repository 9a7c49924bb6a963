// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.util.ArrayList;
import java.util.Arrays;
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
/// @param counts a number for each state, in their order
public record Group(String label, String address, int all, List<Integer> counts) {

    /// A state's part of the group's bar, in hundredths of its length.
    public record Bar(State state, int from, int length) {}

    public Group {
        counts = List.copyOf(counts);
    }

    /// In the order in which the policy has them.
    static List<Group> by(
            List<Standing> all,
            Function<Standing, String> key,
            Function<String, String> label,
            Function<String, String> address) {
        Map<String, List<Standing>> groups = new LinkedHashMap<>();
        all.forEach(each ->
                groups.computeIfAbsent(key.apply(each), _ -> new ArrayList<>()).add(each));
        return groups.entrySet().stream()
                .map(each ->
                        new Group(
                                label.apply(each.getKey()),
                                address.apply(each.getKey()),
                                each.getValue().size(),
                                counts(each.getValue())))
                .toList();
    }

    private static List<Integer> counts(List<Standing> clauses) {
        return Arrays.stream(State.values())
                .map(state -> Picture.count(clauses, state))
                .toList();
    }

    /// Such as "20 clauses: 2 kept, 18 not bound".
    public String words() {
        return Words.count(all, "clause")
                + ": "
                + Arrays.stream(State.values())
                        .filter(state -> count(state) > 0)
                        .map(state ->
                                count(state) + " " + state.words().toLowerCase(Locale.UK))
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

    private int count(State state) {
        return counts.get(state.ordinal());
    }
}
