// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Bar;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseGrid;

/// What the school's response grid has to say about an incident.
public final class Actions {

    /// What became of a chosen action.
    public sealed interface State {

        record Done() implements State {}

        record NotNeeded(String reason) implements State {}

        /// Nobody has recorded anything about it yet.
        record Waiting() implements State {}
    }

    /// An action that was chosen, and what became of it.
    public record Chosen(Action action, State state) {

        public boolean waits() {
            return state instanceof State.Waiting;
        }
    }

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

    /// The chosen actions, each with what became of it.
    public static List<Chosen> chosen(Pack pack, Incident incident) {
        var records = incident.actionRecords();
        return incident.actions().stream()
                .flatMap(actions -> actions.chosen().stream())
                .flatMap(key -> grid(pack, incident).map(grid -> grid.actions().get(key)).stream())
                .map(action ->
                        new Chosen(
                                action,
                                switch (records.get(action.key())) {
                                    case IncidentEvent.ActionDone _ -> new State.Done();
                                    case IncidentEvent.ActionNotNeeded(_, var reason) ->
                                            new State.NotNeeded(reason);
                                    case null, default -> new State.Waiting();
                                }))
                .toList();
    }

    /// The bar that keeps an action from being carried out now, whenever it was chosen.
    public static Optional<Bar> heldBy(Progress progress, Action action) {
        return Stream.concat(Stream.of(action.key()), action.countsAs().stream())
                .flatMap(kind -> Stream.ofNullable(progress.bars(kind)))
                .findFirst();
    }
}
