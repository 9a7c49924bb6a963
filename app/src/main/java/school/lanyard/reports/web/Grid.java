// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import school.lanyard.reports.Period;
import school.lanyard.reports.SchoolYear;
import school.lanyard.reports.Table;
import school.lanyard.reports.disclosure.Cell;
import school.lanyard.reports.disclosure.Place;
import school.lanyard.reports.disclosure.Release;
import school.lanyard.web.Column;
import school.lanyard.web.Row;

/// One table of a report as it is shown and printed.
public record Grid(String title, List<String> columns, List<Line> lines) {

    /// What stands wherever no number does. Whether it is none, few or held back to protect another
    /// number cannot be told.
    public static final String WITHHELD = "Not shown";

    private static final int FEW = 5;

    /// One line; the last one is the total.
    public record Line(String label, List<String> cells, boolean total) {
        boolean silent() {
            return !total && cells.stream().allMatch(WITHHELD::equals);
        }

        public Row row() {
            return Row.of(Stream.concat(Stream.of(label), cells.stream()).toArray());
        }
    }

    public static List<Grid> of(Period period, List<Table> tables, Release release) {
        return tables.stream().map(table -> of(period, table, release)).toList();
    }

    public List<Column> headings() {
        return Stream.concat(
                        Stream.of(Column.of("Incidents")), columns.stream().map(Column::numeric))
                .toList();
    }

    public List<Row> rows() {
        return lines.stream().map(Line::row).toList();
    }

    private static Grid of(Period period, Table table, Release release) {
        var terms = period.year().terms().subList(0, period.ended());
        var columns = new ArrayList<>(terms.stream().map(SchoolYear.Term::label).toList());
        if (period.isYear()) {
            columns.add("Whole year");
        }
        var lines = new ArrayList<Line>();
        table.lines()
                .forEach(line ->
                        lines.add(
                                new Line(
                                        line.label(),
                                        cells(
                                                period,
                                                release,
                                                terms.stream()
                                                        .<Place>map(term ->
                                                                new Place.InTerm(
                                                                        table.key(),
                                                                        term.key(),
                                                                        line.key()))
                                                        .toList(),
                                                new Place.InYear(table.key(), line.key())),
                                        false)));
        lines.add(
                new Line(
                        "All incidents",
                        cells(
                                period,
                                release,
                                terms.stream()
                                        .<Place>map(term -> new Place.OfTerm(term.key()))
                                        .toList(),
                                new Place.OfYear()),
                        true));
        return new Grid(table.title(), columns, folded(lines));
    }

    /// Lines of which nothing is shown tell nobody anything; many of them are told in one line.
    private static List<Line> folded(List<Line> lines) {
        var silent = lines.stream().filter(Line::silent).toList();
        if (silent.size() <= FEW) {
            return lines;
        }
        var folded = new ArrayList<>(lines.stream().filter(line -> !line.silent()).toList());
        folded.add(
                folded.size() - 1,
                new Line(
                        silent.size() + " other lines, not shown one by one",
                        silent.getFirst().cells(),
                        false));
        return folded;
    }

    private static List<String> cells(
            Period period, Release release, List<Place> inTerms, Place inYear) {
        var places = new ArrayList<>(inTerms);
        if (period.isYear()) {
            places.add(inYear);
        }
        return places.stream().map(place -> words(release.at(place))).toList();
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Exact(int count) -> String.valueOf(count);
            case Cell.Withheld() -> WITHHELD;
        };
    }
}
