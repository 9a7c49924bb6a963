// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import school.lanyard.concerns.store.FigureRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.people.Directory;

/// Takes from incidents what a report counts, and leaves behind which they are.
record Figures(Database database, Concerns concerns, String school) {

    List<Figure> of(List<IncidentRows.Row> rows) {
        var ids = rows.stream().map(IncidentRows.Row::id).toList();
        Map<String, List<String>> about = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        database.read(sql -> {
            var store = new FigureRows(sql, school);
            about.putAll(store.about(ids));
            first.putAll(store.firstConcerns(ids));
            return true;
        });
        var directory = concerns.directory(school);
        return rows.stream()
                .map(row ->
                        figure(
                                row,
                                about.getOrDefault(row.id(), List.of()),
                                Optional.ofNullable(first.get(row.id())),
                                directory))
                .toList();
    }

    private Figure figure(
            IncidentRows.Row row,
            List<String> about,
            Optional<String> concern,
            Directory directory) {
        var day = SchoolTime.day(row.openedAt());
        var years =
                about.stream()
                        .flatMap(person -> directory.find(person).stream())
                        .flatMap(known -> Optional.ofNullable(known.yearGroupOn(day)).stream())
                        .collect(Collectors.toSet());
        return new Figure(
                row.openedAt(),
                row.edition(),
                row.projection().category(),
                row.projection().mainRisk(),
                row.projection().outcome(),
                row.projection().firstActionAt(),
                concern.flatMap(id -> concerns.report(school, id))
                        .map(Report::place)
                        .orElse(Report.Place.UNKNOWN),
                years);
    }
}
