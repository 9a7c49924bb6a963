// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Course;
import school.lanyard.core.pack.Pack;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.policy.Editions;
import school.lanyard.training.Session;
import school.lanyard.training.Training;
import school.lanyard.training.Training.Line;
import school.lanyard.training.Training.Sheet;
import school.lanyard.web.Column;
import school.lanyard.web.Csv;
import school.lanyard.web.Download;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// Who needs which training, when they last had it, when it is next, and who is overdue.
@Controller
public class TrainingController {

    static final String ADDRESS = "/training";
    static final String COURSE = ADDRESS + "/{course:[a-z][a-z0-9-]*}";

    private static final String TAKEN_OUT = "training.taken-out";

    private final Training training;
    private final Editions editions;
    private final Ledger ledger;
    private final InstantSource clock;

    TrainingController(Training training, Editions editions, Ledger ledger, InstantSource clock) {
        this.training = training;
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A course in the list.
    public record Entry(
            String address, String label, String asked, long current, int all, int overdue) {}

    public record OverviewPage(List<Entry> courses) {}

    /// Everybody with every course that they need.
    public record MatrixPage(List<Column> columns, List<Row> rows) {}

    /// One course.
    ///
    /// @param cadence how often, in words
    public record CoursePage(
            Entry entry,
            String cadence,
            List<String> items,
            List<Row> people,
            List<Row> sessions) {}

    @GetMapping(ADDRESS)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView overview(SignedIn me) {
        var pack = pack(me);
        return Pages.of(
                "training/overview",
                new OverviewPage(
                        training.sheets(me.schoolId()).stream()
                                .map(sheet -> entry(pack, sheet))
                                .toList()));
    }

    private static Entry entry(Pack pack, Sheet sheet) {
        var course = sheet.course();
        var asked = String.join(", ", course.asked().stream().map(pack::who).toList());
        return new Entry(
                ADDRESS + "/" + course.key(),
                course.label(),
                Character.toUpperCase(asked.charAt(0)) + asked.substring(1),
                sheet.current(),
                sheet.lines().size(),
                sheet.overdue().size());
    }

    @GetMapping("/training-matrix")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView matrix(SignedIn me) {
        var sheets = training.sheets(me.schoolId());
        var columns = new ArrayList<Column>();
        columns.add(Column.of("Name"));
        sheets.forEach(sheet -> columns.add(Column.of(sheet.course().label())));
        return Pages.of("training/matrix", new MatrixPage(columns, rows(sheets)));
    }

    /// A person is there once they need anything; a course that they do not need is a dash.
    private static List<Row> rows(List<Sheet> sheets) {
        var byPerson = new LinkedHashMap<String, Map<String, Line>>();
        var names = new LinkedHashMap<String, String>();
        for (var sheet : sheets) {
            for (var line : sheet.lines()) {
                var person = line.needs().person();
                names.put(person.id(), person.name());
                byPerson.computeIfAbsent(person.id(), _ -> new LinkedHashMap<>())
                        .put(sheet.course().key(), line);
            }
        }
        return byPerson.entrySet().stream()
                .sorted(
                        java.util.Comparator.comparing(
                                each -> names.getOrDefault(each.getKey(), "")))
                .map(each -> row(names.getOrDefault(each.getKey(), ""), each.getValue(), sheets))
                .toList();
    }

    private static Row row(String name, Map<String, Line> own, Collection<Sheet> sheets) {
        var cells = new ArrayList<Object>();
        cells.add(name);
        for (var sheet : sheets) {
            var line = own.get(sheet.course().key());
            cells.add(line == null ? "Not needed" : Standings.words(line.trained()));
        }
        return Row.of(cells.toArray());
    }

    @GetMapping(COURSE)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView course(SignedIn me, @PathVariable String course) {
        var pack = pack(me);
        var sheet = sheet(me, course);
        return Pages.of(
                "training/course",
                new CoursePage(
                        entry(pack, sheet),
                        cadence(pack, sheet.course()),
                        sheet.course().items().stream().map(Course.Item::says).toList(),
                        sorted(sheet).stream()
                                .map(line ->
                                        Row.of(
                                                line.needs().person().name(),
                                                Standings.words(line.trained())))
                                .toList(),
                        training.sessions(me.schoolId()).stream()
                                .filter(each -> each.course().equals(course))
                                .map(TrainingController::row)
                                .toList()));
    }

    /// Whoever is overdue comes first.
    private static List<Line> sorted(Sheet sheet) {
        return sheet.lines().stream()
                .sorted(java.util.Comparator.comparing(line -> !line.trained().overdue()))
                .toList();
    }

    private static Row row(Session session) {
        return Row.of(
                Link.to(
                        SessionController.ADDRESS + "/" + session.id(),
                        Times.day(session.heldOn())),
                session.provider().words(),
                session.people().size());
    }

    private static String cadence(Pack pack, Course course) {
        var again = pack.intervals().get(course.again());
        var within = pack.intervals().get(course.within());
        return (again == null
                        ? "Once is enough. "
                        : "It is due again after a time: %s. ".formatted(lowerFirst(again.label())))
                + (within == null
                        ? "It is due from the first day."
                        : "Somebody new has time for it: %s."
                                .formatted(lowerFirst(within.label())));
    }

    private static String lowerFirst(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /// Who is overdue, as a table. That it was taken out stands in the ledger before it is.
    @GetMapping(COURSE + "/overdue.csv")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> overdue(SignedIn me, @PathVariable String course) {
        var sheet = sheet(me, course);
        ledger.enterRead(
                me.schoolId(),
                clock.instant(),
                Actor.person(me.personId()),
                TAKEN_OUT,
                sheet.overdue().stream().map(line -> line.needs().person().id()).toList());
        var csv =
                Csv.of(
                        List.of("Name", "Course", "State"),
                        sheet.overdue().stream()
                                .map(line ->
                                        List.of(
                                                line.needs().person().name(),
                                                sheet.course().label(),
                                                Standings.words(line.trained())))
                                .toList());
        return Download.csv("overdue.csv", csv);
    }

    private Sheet sheet(SignedIn me, String course) {
        return training.sheets(me.schoolId()).stream()
                .filter(each -> each.course().key().equals(course))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Pack pack(SignedIn me) {
        return editions.running(me.schoolId()).pack();
    }
}
