// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Bar;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;

/// That something was barred in an incident, from when to when.
///
/// @param to absent while it is still barred, or where the incident was closed under it
public record BarSpan(Bar bar, Instant from, @Nullable Instant to) {

    /// Every bar that ever applied, in the order in which they began.
    public static List<BarSpan> of(Playbook playbook, Incident incident) {
        var spans = new ArrayList<BarSpan>();
        var running = new LinkedHashMap<String, BarSpan>();
        for (int known = 1; known <= incident.history().size(); known++) {
            var then = new Incident(incident.id(), incident.history().subList(0, known));
            var at = then.history().getLast().at();
            var bars =
                    playbook.progress(then.situation()).bars().stream()
                            .map(Progress.Barred::bar)
                            .collect(Collectors.toMap(Bar::key, bar -> bar));
            end(spans, running, bars.keySet(), at);
            bars.forEach((key, bar) -> running.putIfAbsent(key, new BarSpan(bar, at, null)));
        }
        spans.addAll(running.values());
        spans.sort(java.util.Comparator.comparing(BarSpan::from).thenComparing(s -> s.bar().key()));
        return List.copyOf(spans);
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
