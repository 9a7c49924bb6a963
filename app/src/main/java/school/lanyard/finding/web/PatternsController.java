// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.web;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.finding.Patterns;
import school.lanyard.policy.Editions;
import school.lanyard.reports.SchoolYear;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.YearGroups;

/// What the incidents of a school year have in common, for those who handle them.
@Controller
public class PatternsController {

    private static final int YEARS = 10;
    private static final int MOST = 12;

    public record PatternsPage(
            Form form, List<Choice> years, String year, int incidents, List<Grid> grids) {}

    /// One way to sort them.
    public record Grid(String title, List<Line> lines) {}

    /// How many there are of one sort.
    ///
    /// @param share of the largest line, from 0 to 100
    public record Line(String label, int count, int share) {}

    private final Patterns patterns;
    private final Editions editions;
    private final InstantSource clock;

    PatternsController(Patterns patterns, Editions editions, InstantSource clock) {
        this.patterns = patterns;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/patterns")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView patterns(SignedIn me, @RequestParam(defaultValue = "") String year) {
        var now = clock.instant();
        var today = SchoolTime.day(now);
        var years =
                IntStream.range(0, YEARS)
                        .mapToObj(back -> new SchoolYear(SchoolYear.of(today).start() - back))
                        .toList();
        var chosen =
                years.stream()
                        .filter(each -> String.valueOf(each.start()).equals(year))
                        .findFirst()
                        .orElse(years.getFirst());
        var counted = patterns.of(new Viewer(me.schoolId(), me.personId(), today), chosen, now);
        return Pages.of(
                "finding/patterns",
                new PatternsPage(
                        Form.blank().with("year", String.valueOf(chosen.start())),
                        years.stream()
                                .map(each -> Choice.of(String.valueOf(each.start()), each.label()))
                                .toList(),
                        chosen.label(),
                        counted.size(),
                        grids(editions.running(me.schoolId()).pack(), chosen, counted)));
    }

    private static List<Grid> grids(Pack pack, SchoolYear year, List<Patterns.Counted> counted) {
        return List.of(
                grid("Main area of risk", counted, each -> Stream.of(risk(pack, each))),
                grid("Kind of incident", counted, each -> Stream.of(kind(pack, each))),
                grid("Where", counted, each -> Stream.of(place(each.place()))),
                grid("System or device", counted, each -> Stream.of(system(each.system()))),
                grid(
                        "Year group of each child it is about",
                        counted,
                        each -> each.years().stream().map(YearGroups::label)),
                grid(
                        "Term",
                        counted,
                        each ->
                                Stream.of(
                                        year.term(SchoolTime.day(each.row().openedAt())).label())),
                grid("Outcome", counted, each -> Stream.of(outcome(each.row().outcome()))));
    }

    /// The most frequent first.
    private static Grid grid(
            String title,
            List<Patterns.Counted> counted,
            Function<Patterns.Counted, Stream<String>> labels) {
        Map<String, Integer> counts = new HashMap<>();
        counted.stream().flatMap(labels).forEach(label -> counts.merge(label, 1, Integer::sum));
        var largest = counts.values().stream().max(Comparator.naturalOrder()).orElse(1);
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return new Grid(
                title,
                sorted.entrySet().stream()
                        .limit(MOST)
                        .map(each ->
                                new Line(
                                        each.getKey(),
                                        each.getValue(),
                                        100 * each.getValue() / largest))
                        .toList());
    }

    private static String risk(Pack pack, Patterns.Counted each) {
        var key = each.row().mainRisk();
        var risk = key == null ? null : pack.risks().get(key);
        return risk == null ? key == null ? "Not sorted yet" : key : risk.label();
    }

    private static String kind(Pack pack, Patterns.Counted each) {
        var key = each.row().category();
        return key == null ? "Not sorted yet" : pack.categoryLabel(key).orElse(key);
    }

    private static String place(@Nullable String place) {
        return switch (place) {
            case "ON_SITE" -> "At school";
            case "OFF_SITE" -> "Away from school";
            case null, default -> "Not known";
        };
    }

    /// As it was written, but for capitals.
    private static String system(String system) {
        if (system.isEmpty()) {
            return "Not said";
        }
        var lower = system.toLowerCase(Locale.UK);
        return lower.substring(0, 1).toUpperCase(Locale.UK) + lower.substring(1);
    }

    private static String outcome(@Nullable String outcome) {
        return outcome == null ? "Still open" : ClosingOutcome.label(outcome);
    }
}
