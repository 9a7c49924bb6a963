// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.accesslog.store.LogRows;
import school.lanyard.core.routing.Route;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;

/// The access log of every school, as each viewer may see it.
///
/// A look at a case stands in it where the viewer could open the case, with its reference; where
/// the case cannot be about the viewer or their family, in general terms; and otherwise not at all.
/// Nothing is numbered, and nothing counts what is not there.
@Service
public final class AccessLog {

    /// How many lines a page has.
    public static final int PAGE = 50;

    /// One look.
    ///
    /// @param who an opaque id
    /// @param references of the cases looked at, of those that the viewer could open
    public record Line(Instant at, String who, Looked what, List<String> references) {}

    /// A page of the log.
    ///
    /// @param all how many lines this viewer's log has
    public record Lines(List<Line> lines, int page, int all) {}

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;
    private final Appointments appointments;
    private final People people;

    AccessLog(
            Database database,
            Ledger ledger,
            Editions editions,
            Appointments appointments,
            People people) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
        this.appointments = appointments;
        this.people = people;
    }

    /// A page of the log, newest first. That it is looked at is entered first, with each entry that
    /// is shown.
    ///
    /// @param asked counted from one; one past the end is the last
    public Lines page(Viewer viewer, int asked, Instant at) {
        var filter =
                new LogRows.Filter(
                        viewer, Looked.actions(true), Looked.actions(false), safeRoutes(viewer));
        var all = database.read(sql -> new LogRows(sql, viewer.school()).count(filter));
        var page = Math.clamp(asked, 1, Math.max(1, Math.ceilDiv(all, PAGE)));
        var rows =
                database.read(sql ->
                        new LogRows(sql, viewer.school()).page(filter, PAGE, (page - 1) * PAGE));
        ledger.enterRead(
                viewer.school(),
                at,
                Actor.person(viewer.person()),
                Looked.AT_LOG.action(),
                rows.stream().map(LogRows.Row::id).toList());
        return new Lines(rows.stream().map(AccessLog::line).toList(), page, all);
    }

    private static Line line(LogRows.Row row) {
        return new Line(
                row.at(), row.actor(), Looked.of(row.action()).orElseThrow(), row.references());
    }

    /// The routes for matters that cannot be about the viewer: not for leaders, and not for anybody
    /// of the viewer's posts and groups.
    private Set<String> safeRoutes(Viewer viewer) {
        var roles = appointments.rolesOf(viewer.school(), viewer.person(), viewer.today());
        var groups =
                people.directory(viewer.school())
                        .find(viewer.person())
                        .map(known -> groups(known, viewer))
                        .orElse(Set.of());
        return editions.running(viewer.school()).pack().routing().routes().stream()
                .filter(route -> !route.leader())
                .filter(route -> route.aboutRoles().stream().noneMatch(roles::contains))
                .filter(route -> route.aboutGroups().stream().noneMatch(groups::contains))
                .map(Route::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> groups(Known known, Viewer viewer) {
        return known.groupsOn(viewer.today());
    }
}
