// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.accesslog.AccessLog;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.web.Column;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// Who read what and when, as far as the viewer may know, a page at a time.
@Controller
public class AccessLogController {

    private static final List<Column> COLUMNS =
            List.of(Column.of("When"), Column.of("Who"), Column.of("What"), Column.of("Case"));

    public record LogPage(List<Column> columns, List<Row> rows, Paging paging) {}

    private final AccessLog log;
    private final People people;
    private final InstantSource clock;

    AccessLogController(AccessLog log, People people, InstantSource clock) {
        this.log = log;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/access-log")
    @MayCall(Caller.READ_ACCESS_LOG)
    ModelAndView log(SignedIn me, @RequestParam(defaultValue = "1") String page) {
        var now = clock.instant();
        var viewer = new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
        var found = log.page(viewer, number(page), now);
        var directory = people.directory(me.schoolId());
        return Pages.of(
                "accesslog/log",
                new LogPage(
                        COLUMNS,
                        found.lines().stream().map(line -> row(line, directory)).toList(),
                        Paging.of(found.page(), found.all(), AccessLog.PAGE, "/access-log")));
    }

    private static Row row(AccessLog.Line line, Directory directory) {
        return Row.of(
                Times.dayAndTime(line.at()),
                directory.name(line.who()),
                line.what().words(),
                line.references().isEmpty() ? null : String.join(", ", line.references()));
    }

    private static int number(String page) {
        return page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }
}
