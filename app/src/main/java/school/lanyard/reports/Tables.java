// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Figure;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.reports.disclosure.Counts;
import school.lanyard.reports.disclosure.Frame;
import school.lanyard.web.YearGroups;

/// The tables of the governors' report, and how an incident is counted in them. Pure.
final class Tables {

    /// Of a kind that the table's edition of the policy does not have.
    static final String OTHER = "-other";

    private static final String NONE = "-none";

    private static final String TYPE = "type";
    private static final String RISK = "risk";
    private static final String OUTCOME = "outcome";
    private static final String FIRST_ACTION = "first-action";
    private static final String PLACE = "place";
    private static final String YEAR = "year-group";

    /// Of an incident about children of more than one year group.
    private static final String SEVERAL = "-several";

    private Tables() {}

    /// @param years the year groups of the school, in order
    static List<Table> of(Pack pack, List<String> years) {
        return List.of(
                table(TYPE, "Type of incident", kinds(pack), "Not sorted yet", "Another type"),
                table(RISK, "Main area of risk", risks(pack), "Not sorted yet", "Another area"),
                table(OUTCOME, "Outcome", outcomes(), "Still open", "Another outcome"),
                table(
                        FIRST_ACTION,
                        "Time from opening the incident to the first action",
                        times(),
                        "No action yet",
                        null),
                table(PLACE, "Where it happened", places(), "Not known", null),
                table(
                        YEAR,
                        "Year group of those it is about",
                        years(years),
                        "No child, or not known",
                        "Another year group"));
    }

    private static Table table(
            String key,
            String title,
            Map<String, String> lines,
            String none,
            @Nullable String other) {
        var all = new ArrayList<Table.Line>();
        lines.forEach((line, label) -> all.add(new Table.Line(line, label)));
        all.add(new Table.Line(NONE, none));
        if (other != null) {
            all.add(new Table.Line(OTHER, other));
        }
        return new Table(key, title, all);
    }

    /// The same kind may stand in the grids of several groups; it is one line.
    private static Map<String, String> kinds(Pack pack) {
        return pack.categories().stream()
                .collect(
                        Collectors.toMap(
                                Category::key,
                                Category::label,
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static Map<String, String> risks(Pack pack) {
        var risks = new LinkedHashMap<String, String>();
        pack.risks().forEach((key, risk) -> risks.put(key, risk.label()));
        return risks;
    }

    private static Map<String, String> outcomes() {
        return Arrays.stream(ClosingOutcome.values())
                .collect(
                        Collectors.toMap(
                                ClosingOutcome::key,
                                ClosingOutcome::label,
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put(Report.Place.ON_SITE.name(), "At school");
        places.put(Report.Place.OFF_SITE.name(), "Away from school");
        return places;
    }

    private static Map<String, String> years(List<String> years) {
        var lines = new LinkedHashMap<String, String>();
        years.forEach(year -> lines.put(year, YearGroups.label(year)));
        lines.put(SEVERAL, "More than one year group");
        return lines;
    }

    private static Map<String, String> times() {
        var times = new LinkedHashMap<String, String>();
        times.put("hour", "Within an hour");
        times.put("day", "Later on the same day");
        times.put("week", "Within a week");
        times.put("later", "Later");
        return times;
    }

    static Frame frame(Period period, List<Table> tables) {
        var dimensions = new LinkedHashMap<String, List<String>>();
        tables.forEach(table ->
                dimensions.put(table.key(), table.lines().stream().map(Table.Line::key).toList()));
        var terms = period.year().terms().stream().map(SchoolYear.Term::key).toList();
        return new Frame(period.year().label(), terms, period.ended(), dimensions);
    }

    static Counts count(Period period, List<Table> tables, List<Figure> figures) {
        return Counts.of(
                frame(period, tables),
                figures.stream().map(figure -> counted(period, tables, figure)).toList());
    }

    private static Counts.Counted counted(Period period, List<Table> tables, Figure figure) {
        var values = new LinkedHashMap<String, String>();
        tables.forEach(table -> values.put(table.key(), table.line(value(table.key(), figure))));
        var term = period.year().term(SchoolTime.day(figure.openedAt()));
        return new Counts.Counted(term.key(), values);
    }

    private static String value(String table, Figure figure) {
        return switch (table) {
            case TYPE -> orNone(figure.category());
            case RISK -> orNone(figure.mainRisk());
            case OUTCOME -> orNone(figure.outcome());
            case FIRST_ACTION -> time(figure.openedAt(), figure.firstActionAt());
            case PLACE -> figure.place() == Report.Place.UNKNOWN ? NONE : figure.place().name();
            case YEAR -> year(figure.years());
            default -> OTHER;
        };
    }

    private static String year(Set<String> years) {
        return switch (years.size()) {
            case 0 -> NONE;
            case 1 -> years.iterator().next();
            default -> SEVERAL;
        };
    }

    private static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }

    private static String time(Instant opened, @Nullable Instant acted) {
        if (acted == null) {
            return NONE;
        }
        var length = Duration.between(opened, acted);
        if (length.compareTo(Duration.ofHours(1)) <= 0) {
            return "hour";
        }
        if (SchoolTime.day(opened).equals(SchoolTime.day(acted))) {
            return "day";
        }
        return length.compareTo(Duration.ofDays(7)) <= 0 ? "week" : "later";
    }
}
