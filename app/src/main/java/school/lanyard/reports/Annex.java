// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Figure;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;

/// The leaders' annex: how many cases stand apart from the governors' report, of those that the
/// viewer may read. It is worked out for each viewer anew, and says the same to somebody whom a
/// case is closed to as if there were no such case.
@Service
public final class Annex {

    /// One year's counts.
    public record Line(SchoolYear year, int opened, int closed) {}

    private final Incidents incidents;
    private final ReportReaders readers;

    Annex(Incidents incidents, ReportReaders readers) {
        this.incidents = incidents;
        this.readers = readers;
    }

    /// This year and the last, the read entered first.
    public List<Line> of(Viewer viewer, Instant at) {
        var year = SchoolYear.of(viewer.today());
        var before = new SchoolYear(year.start() - 1);
        var from = before.from().atStartOfDay(SchoolTime.ZONE).toInstant();
        var to = year.next().atStartOfDay(SchoolTime.ZONE).toInstant();
        var figures =
                incidents.figuresApart(
                        viewer, from, to, readers.on(viewer.school(), viewer.today()), at);
        return Stream.of(year, before).map(each -> line(each, figures)).toList();
    }

    private static Line line(SchoolYear year, List<Figure> figures) {
        var opened =
                figures.stream()
                        .filter(each -> SchoolYear.of(SchoolTime.day(each.openedAt())).equals(year))
                        .toList();
        var closed = opened.stream().filter(each -> each.outcome() != null).count();
        return new Line(year, opened.size(), (int) closed);
    }
}
