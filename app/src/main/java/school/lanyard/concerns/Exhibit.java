// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.concerns.IncidentEvent.ExhibitKept;

/// A file kept with an incident, as the incident's events tell it.
///
/// @param keeping who added it and when
/// @param asked that somebody asked for it to be disposed of; absent where nothing waits
/// @param disposed that a second person agreed; absent while it is kept
public record Exhibit(
        ExhibitKept kept,
        Happening keeping,
        @Nullable Happening asked,
        @Nullable Happening disposed) {

    public String id() {
        return kept.exhibit();
    }

    /// Every file of an incident, in the order in which they were added.
    public static List<Exhibit> of(Incident incident) {
        var exhibits = new LinkedHashMap<String, Exhibit>();
        for (var each : incident.history()) {
            switch (each.event()) {
                case ExhibitKept kept ->
                        exhibits.put(kept.exhibit(), new Exhibit(kept, each, null, null));
                case ExhibitDisposalAsked asked ->
                        exhibits.computeIfPresent(
                                asked.exhibit(),
                                (_, now) -> new Exhibit(now.kept, now.keeping, each, now.disposed));
                case ExhibitDisposalDecided decided ->
                        exhibits.computeIfPresent(
                                decided.exhibit(),
                                (_, now) ->
                                        new Exhibit(
                                                now.kept,
                                                now.keeping,
                                                null,
                                                decided.agreed() ? each : now.disposed));
                default -> {}
            }
        }
        return List.copyOf(exhibits.values());
    }

    public static Optional<Exhibit> of(Incident incident, String id) {
        return of(incident).stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
