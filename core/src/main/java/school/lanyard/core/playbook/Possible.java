// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import school.lanyard.core.playbook.Edge.Join;

/// Which steps may still come up, if every open question could yet get any answer.
final class Possible {
    private final Playbook book;
    private final Reach reach;
    private final Set<String> steps = new HashSet<>();
    private final Set<String> tracks = new HashSet<>();

    Possible(Playbook book, Reach reach) {
        this.book = book;
        this.reach = reach;
    }

    Set<String> steps() {
        steps.addAll(reach.arrivals.keySet());
        if (reach.track != null) {
            tracks.add(reach.track);
        }
        for (var track : book.tracks()) {
            if (track.triggers().stream()
                    .anyMatch(trigger -> !reach.facts.containsKey(trigger.fact()))) {
                tracks.add(track.key());
            }
        }
        while (spread()) {}
        return steps;
    }

    private boolean spread() {
        boolean grew = false;
        for (var edge : book.edges()) {
            if (canBeTaken(edge)) {
                if (edge.begins() != null) {
                    grew |= tracks.add(edge.begins());
                }
                for (var to : edge.to()) {
                    grew |= can(reach.step(to).card().tracks()) && steps.add(to);
                }
            }
        }
        return grew;
    }

    private boolean canBeTaken(Edge edge) {
        var from = edge.from().stream();
        var open =
                edge.join() == Join.ALL
                        ? from.allMatch(steps::contains)
                        : from.anyMatch(steps::contains);
        return open && can(edge.tracks()) && edge.when().test(reach.facts::get) != Truth.FALSE;
    }

    private boolean can(List<String> on) {
        return on.isEmpty() || on.stream().anyMatch(tracks::contains);
    }
}
