// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.finding.store.FoundRows;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.reports.SchoolYear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What incidents have in common, as far as somebody may read them. For handlers alone: nothing is
/// withheld because it is small. Governors have their report.
@Service
public final class Patterns {

    /// The ledger's word for looking at them.
    public static final String READ = "patterns.read";

    private static final String RECEIVED = "concern.received";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One incident, as far as counting goes.
    ///
    /// @param place where its first report says that it happened; absent where it cannot be read
    /// @param system as its first report writes it
    /// @param years year groups, when it was opened, of the children that it is about
    public record Counted(
            FoundRows.Row row, @Nullable String place, String system, List<String> years) {}

    private final Database database;
    private final Ledger ledger;
    private final People people;

    Patterns(Database database, Ledger ledger, People people) {
        this.database = database;
        this.ledger = ledger;
        this.people = people;
    }

    /// The incidents of a school year that the viewer may read, entering first which they are.
    public List<Counted> of(Viewer viewer, SchoolYear year, Instant at) {
        var rows =
                database
                        .read(sql -> new FoundRows(sql, viewer.school()).find(viewer, in(year)))
                        .stream()
                        .filter(row -> row.state() != null)
                        .filter(row -> !day(row).isBefore(year.from()))
                        .filter(row -> day(row).isBefore(year.next()))
                        .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(FoundRows.Row::id).toList();
        ledger.enterRead(viewer.school(), at, Actor.person(viewer.person()), READ, ids);
        var directory = people.directory(viewer.school());
        Map<String, List<String>> about = new HashMap<>();
        Map<String, List<String>> concerns = new HashMap<>();
        database.read(sql -> {
            var store = new FoundRows(sql, viewer.school());
            about.putAll(store.about(ids));
            concerns.putAll(store.concernsOf(ids));
            return true;
        });
        return rows.stream()
                .map(row ->
                        counted(
                                row,
                                report(viewer.school(), concerns.get(row.id())),
                                years(row, about.getOrDefault(row.id(), List.of()), directory)))
                .toList();
    }

    private static FoundRows.Which in(SchoolYear year) {
        var from = year.from().atStartOfDay(SchoolTime.ZONE).toInstant();
        return new FoundRows.Which(null, null, null, null, from, null, null);
    }

    private static java.time.LocalDate day(FoundRows.Row row) {
        return SchoolTime.day(row.openedAt());
    }

    private static Counted counted(
            FoundRows.Row row, Optional<JsonNode> report, List<String> years) {
        return new Counted(
                row,
                report.map(each -> each.path("place").asString("")).orElse(null),
                report.map(each -> each.path("system").asString("").strip()).orElse(""),
                years);
    }

    /// Its first report.
    private Optional<JsonNode> report(String school, @Nullable List<String> concerns) {
        return concerns == null
                ? Optional.empty()
                : ledger.about(school, concerns.getFirst(), RECEIVED).stream()
                        .flatMap(entry -> Optional.ofNullable(entry.content()).stream())
                        .findFirst()
                        .map(JSON::readTree);
    }

    private static List<String> years(FoundRows.Row row, List<String> about, Directory directory) {
        return about.stream()
                .flatMap(person -> directory.find(person).stream())
                .flatMap((Known known) -> Optional.ofNullable(known.yearGroupOn(day(row))).stream())
                .toList();
    }
}
