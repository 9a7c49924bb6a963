// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.Objects;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Incidents;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.web.Times;

/// The safety plans that somebody has to look at today, on the first page of those who may: each
/// links to its case, which says whose it is. A plan stays here after its incident was closed.
final class SafetyPlansAtHome {

    private SafetyPlansAtHome() {}

    static List<AtHome> items(Incidents incidents, Viewer viewer) {
        return incidents.toReviewBy(viewer, viewer.today()).stream()
                .<AtHome>map(row -> {
                    var day = Objects.requireNonNull(row.projection().reviewOn());
                    return new AtHome.Need(
                            day.isBefore(viewer.today()) ? Urgency.OVERDUE : Urgency.WAITING,
                            "Review a safety plan in incident " + row.reference(),
                            "/incidents/" + row.reference() + "#following",
                            "It was to be reviewed on " + Times.day(day) + ".");
                })
                .toList();
    }
}
