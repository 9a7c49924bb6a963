// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Reader;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.NeedToKnow;
import school.lanyard.people.Directory;

/// Whom an incident is with, whether it is restricted, and who reads it only because of an
/// emergency: what stands on its page about need to know.
///
/// @param name of whoever it was handed over to last; absent where it never was
/// @param taken whether they have taken it on
/// @param mine whether the viewer handles it, and so reads the handlers' private notes
/// @param emergency who opened it in an emergency, and until when
public record CaseWith(
        @Nullable String name,
        boolean taken,
        boolean restricted,
        List<Emergency> emergency,
        boolean mine) {

    /// Somebody who reads past the routing.
    public record Emergency(String name, @Nullable LocalDate until) {}

    static CaseWith of(Incidents.Opened opened, Directory directory, boolean mine) {
        var known = new NeedToKnow(opened.incident());
        return new CaseWith(
                known.handover()
                        .map(each -> directory.name(((HandedOver) each.event()).to()))
                        .orElse(null),
                known.waitingHandover().isEmpty(),
                known.isRestricted(),
                opened.readers().stream()
                        .filter(Reader::byGlass)
                        .map(each -> new Emergency(directory.name(each.person()), each.until()))
                        .toList(),
                mine);
    }
}
