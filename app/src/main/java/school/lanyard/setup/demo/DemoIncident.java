// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDateTime;
import java.util.List;

/// A case with its whole course so far; without a closing act it is still open.
///
/// @param concernIds the concern that it began with, then those that joined it
/// @param group whose behaviour the category is about: learner, staff or parent
/// @param category key of the kind of incident: a slug of the response grid, or of the base pack
/// @param risk the main one of the four areas of risk
public record DemoIncident(
        String id,
        List<String> concernIds,
        String group,
        String category,
        String risk,
        String handlerId,
        LocalDateTime openedAt,
        List<DemoConcern.Part> people,
        List<Act> acts) {

    public DemoIncident {
        concernIds = List.copyOf(concernIds);
        people = List.copyOf(people);
        acts = List.copyOf(acts);
    }

    public boolean closed() {
        return !acts.isEmpty() && acts.getLast() instanceof Act.Closed;
    }
}
