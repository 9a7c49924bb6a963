// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog.web;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
import school.lanyard.web.Choice;
import school.lanyard.web.Column;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// Who read what and when, as far as the viewer may know, a page at a time.
@Controller
public class AccessLogController {

    private static final List<Column> COLUMNS =
            List.of(Column.of("When"), Column.of("Who"), Column.of("What"), Column.of("Case"));

    /// A page of the log, and what it can be narrowed to.
    public record LogPage(
            Form form,
            List<Choice> people,
            List<Choice> weeks,
            int all,
            List<Column> columns,
            List<Row> rows,
            Paging paging) {}

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
    ModelAndView log(
            SignedIn me,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "1") String page) {
        var now = clock.instant();
        var viewer = new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
        var directory = people.directory(me.schoolId());
        var range = log.range(viewer);
        var readers = readers(range, directory);
        var weeks = weeks(range, viewer.today());
        var chosenWho = one(readers, who);
        var chosenWeek = one(weeks, week);
        var found =
                log.page(
                        viewer,
                        new AccessLog.Asked(
                                chosenWho.isEmpty() ? null : chosenWho,
                                chosenWeek.isEmpty() ? null : LocalDate.parse(chosenWeek),
                                Paging.asked(page)),
                        now);
        return Pages.of(
                "accesslog/log",
                new LogPage(
                        Form.blank().with("who", chosenWho).with("week", chosenWeek),
                        readers,
                        weeks,
                        found.all(),
                        COLUMNS,
                        found.lines().stream().map(line -> row(line, directory)).toList(),
                        Paging.of(
                                found.page(),
                                found.all(),
                                AccessLog.PAGE,
                                "/access-log?who=" + chosenWho + "&week=" + chosenWeek)));
    }

    /// A value of a list; none where it is not in it.
    private static String one(List<Choice> choices, String value) {
        return choices.stream().map(Choice::value).filter(value::equals).findFirst().orElse("");
    }

    private static List<Choice> readers(AccessLog.Range range, Directory directory) {
        return range.readers().stream()
                .map(id -> Choice.of(id, directory.name(id)))
                .sorted(Comparator.comparing(Choice::label).thenComparing(Choice::value))
                .toList();
    }

    private static List<Choice> weeks(AccessLog.Range range, LocalDate today) {
        var since = range.since();
        if (since == null) {
            return List.of();
        }
        var first = monday(SchoolTime.day(since));
        return Stream.iterate(monday(today), day -> !day.isBefore(first), day -> day.minusWeeks(1))
                .map(day -> Choice.of(day.toString(), "Week of " + Times.day(day)))
                .toList();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Row row(AccessLog.Line line, Directory directory) {
        return Row.of(
                Times.dayAndTime(line.at()),
                directory.name(line.who()),
                line.what().words(),
                line.references().isEmpty() ? null : String.join(", ", line.references()));
    }
}
