// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Bar;

/// That something was barred in an incident, from when to when.
///
/// @param to absent while it is still barred, or where the incident was closed under it
public record BarSpan(Bar bar, Instant from, @Nullable Instant to) {

    /// Every bar that ever applied, in the order in which they began.
    public static List<BarSpan> of(Standing standing) {
        var spans = new ArrayList<BarSpan>();
        var running = new LinkedHashMap<String, BarSpan>();
        for (int known = 1; known <= standing.incident().history().size(); known++) {
            var then = standing.after(known);
            follow(spans, running, then, then.incident().history().getLast().at());
        }
        if (!standing.newer().isEmpty()) {
            follow(spans, running, standing, standing.newer().getLast().at());
        }
        spans.addAll(running.values());
        spans.sort(Comparator.comparing(BarSpan::from).thenComparing(s -> s.bar().key()));
        return List.copyOf(spans);
    }

    private static void follow(
            List<BarSpan> spans,
            LinkedHashMap<String, BarSpan> running,
            Standing then,
            Instant at) {
        var bars =
                then.progress().bars().stream()
                        .collect(Collectors.toMap(barred -> barred.bar().key(), barred -> barred));
        end(spans, running, bars.keySet(), at);
        bars.forEach((key, barred) ->
                running.putIfAbsent(key, new BarSpan(barred.bar(), barred.since(), null)));
    }

    private static void end(
            List<BarSpan> spans,
            LinkedHashMap<String, BarSpan> running,
            Set<String> on,
            Instant at) {
        running.values()
                .removeIf(span -> {
                    var over = !on.contains(span.bar().key());
                    if (over) {
                        spans.add(new BarSpan(span.bar(), span.from(), at));
                    }
                    return over;
                });
    }
}
