// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

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
import school.lanyard.web.Csv;

/// Every clause as the document and the table print it.
final class Prints {

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

    static byte[] csv(Picture picture, Assurance assurance) {
        return Csv.of(
                COLUMNS,
                picture.clauses().stream()
                        .map(each -> row(each, picture, assurance).toList())
                        .toList());
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
}
