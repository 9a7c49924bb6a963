// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.assurance.Assurance;
import school.lanyard.assurance.Picture;
import school.lanyard.assurance.Picture.Standing;
import school.lanyard.assurance.web.ExportController.PrintPage.Part;
import school.lanyard.core.assurance.Basis;
import school.lanyard.core.assurance.State;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.comparison.Plain;

/// Every clause as the document and the table print it.
final class Prints {

    /// Without this mark a spreadsheet takes the letters for others.
    private static final String UTF_8_MARK = "\uFEFF";

    /// What a spreadsheet would run as a formula.
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private static final List<String> COLUMNS =
            List.of(
                    "Clause",
                    "Heading",
                    "Area",
                    "What it says",
                    "Who",
                    "How often",
                    "Interval",
                    "Kept by",
                    "State",
                    "Why",
                    "Measured or self-reported",
                    "Last evidence",
                    "By",
                    "Next due");

    private Prints() {}

    /// The clauses under the policy's headings, in its order.
    static List<Part> parts(Picture picture, OnDay day) {
        var parts = new LinkedHashMap<String, List<Line>>();
        for (var each : picture.clauses()) {
            parts.computeIfAbsent(
                            Words.heading(each.clause().section(), picture.asked().pack()),
                            _ -> new ArrayList<>())
                    .add(Line.of(each, day, true));
        }
        return parts.entrySet().stream()
                .map(each ->
                        new Part(
                                each.getKey(),
                                bound(each.getValue(), true),
                                bound(each.getValue(), false)))
                .toList();
    }

    private static List<Line> bound(List<Line> lines, boolean bound) {
        return lines.stream().filter(each -> bound == (each.state() != State.NOT_BOUND)).toList();
    }

    static String csv(Picture picture, Assurance assurance) {
        var out = new StringWriter();
        out.write(UTF_8_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            for (var each : picture.clauses()) {
                csv.writeRecord(row(each, picture, assurance).map(Prints::harmless).toList());
            }
        } catch (java.io.IOException never) {
            throw new java.io.UncheckedIOException(never);
        }
        return out.toString();
    }

    private static java.util.stream.Stream<String> row(
            Standing each, Picture picture, Assurance assurance) {
        var clause = each.clause();
        var pack = picture.asked().pack();
        var assessed = each.assessed();
        var last = assessed.last();
        return java.util.stream.Stream.of(
                clause.id(),
                Words.heading(clause.section(), pack),
                Words.area(clause.area()),
                clause.says(),
                Words.who(clause, pack),
                Plain.cadence(clause.cadence()),
                Words.interval(clause, pack),
                clause.by().stream()
                        .map(mechanism -> assurance.keeper(picture.asked(), mechanism).words())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                assessed.state().words(),
                assessed.why(),
                assessed.bases().stream()
                        .sorted()
                        .map(Basis::words)
                        .collect(Collectors.joining(" and ")),
                last.map(found -> SchoolTime.day(found.at()).toString()).orElse(""),
                last.map(found -> found.by()).orElse(""),
                text(assessed.nextDue()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// A cell that a spreadsheet takes for text, whatever it begins with.
    static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
