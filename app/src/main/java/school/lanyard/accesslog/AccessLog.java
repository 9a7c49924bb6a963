// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.accesslog.store.LogRows;
import school.lanyard.core.calendar.SchoolTime;
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
    /// @param all how many lines this viewer's log has, of those that were asked for
    public record Lines(List<Line> lines, int page, int all) {}

    /// Which part of the log somebody asks for.
    ///
    /// @param who read it; absent for anybody
    /// @param week a Monday; absent for all time
    public record Asked(@Nullable String who, @Nullable LocalDate week, int page) {

        public static Asked page(int page) {
            return new Asked(null, null, page);
        }
    }

    /// What a viewer's log can be narrowed to.
    ///
    /// @param readers everybody who has a line in it, as opaque ids
    /// @param since when its first line was entered; absent while it has none
    public record Range(Set<String> readers, @Nullable Instant since) {}

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
    /// @param asked its page is counted from one; one past the end is the last
    public Lines page(Viewer viewer, Asked asked, Instant at) {
        var week = asked.week();
        var filter =
                everything(viewer)
                        .narrowed(
                                asked.who(),
                                week == null ? null : start(week),
                                week == null ? null : start(week.plusWeeks(1)));
        var all = database.read(sql -> new LogRows(sql, viewer.school()).count(filter));
        var page = Math.clamp(asked.page(), 1, Math.max(1, Math.ceilDiv(all, PAGE)));
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

    /// What the viewer's own log can be narrowed to, which says no more than the log itself.
    public Range range(Viewer viewer) {
        var filter = everything(viewer);
        return database.read(sql -> {
            var rows = new LogRows(sql, viewer.school());
            return new Range(rows.actors(filter), rows.first(filter).orElse(null));
        });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SchoolTime.ZONE).toInstant();
    }

    private LogRows.Filter everything(Viewer viewer) {
        return LogRows.Filter.of(
                viewer, Looked.actions(true), Looked.actions(false), safeRoutes(viewer));
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
