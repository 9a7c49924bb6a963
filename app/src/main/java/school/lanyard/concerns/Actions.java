// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseGrid;

/// What the school's response grid has to say about an incident.
public final class Actions {

    private Actions() {}

    /// The grid for the group of people the incident was put under; a school may have none.
    public static Optional<ResponseGrid> grid(Pack pack, Incident incident) {
        return incident.classification()
                .map(classified -> pack.responses().get(classified.group()));
    }

    /// The actions that the policy proposes for this kind of incident.
    public static List<Action> proposed(Pack pack, Incident incident) {
        return incident.classification()
                .flatMap(classified ->
                        grid(pack, incident)
                                .flatMap(grid ->
                                        Optional.ofNullable(grid.rows().get(classified.category()))
                                                .map(grid::proposed)))
                .orElse(List.of());
    }

    /// Chosen actions that nobody has recorded as done.
    public static List<Action> undone(Pack pack, Incident incident) {
        var done =
                incident.actionsDone().stream()
                        .map(IncidentEvent.ActionDone::action)
                        .collect(Collectors.toSet());
        return incident.actions().stream()
                .flatMap(actions -> actions.chosen().stream())
                .filter(key -> !done.contains(key))
                .flatMap(key -> grid(pack, incident).map(grid -> grid.actions().get(key)).stream())
                .toList();
    }

    /// Those of them that closing waits for.
    public static List<Action> waiting(Pack pack, Incident incident) {
        return undone(pack, incident).stream().filter(Action::beforeClosing).toList();
    }
}
