// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Repeats;
import school.lanyard.people.Directory;
import school.lanyard.web.Times;

/// That somebody went on after a warning or a sanction, as the viewer may know it.
///
/// @param kind the kind of incident that the policy has for it; absent where it has none, or the
///   incident is of that kind
public record RepeatView(List<Line> lines, @Nullable String kind) {

    /// An earlier incident.
    public record Line(String name, String reference, String opened, String given) {}

    static RepeatView of(
            List<Repeats.Earlier> earlier, Incidents.Opened opened, Directory directory) {
        var kind = Repeats.kind(opened);
        return new RepeatView(
                earlier.stream()
                        .map(each ->
                                new Line(
                                        directory.name(each.person()),
                                        each.reference(),
                                        Times.day(each.openedAt()),
                                        each.given()))
                        .toList(),
                kind == null ? null : kind.label());
    }
}
