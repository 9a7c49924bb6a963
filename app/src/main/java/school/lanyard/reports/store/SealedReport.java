// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.lanyard.reports.SchoolYear;
import school.lanyard.reports.Table;
import school.lanyard.reports.disclosure.Cell;
import school.lanyard.reports.disclosure.Counts;
import school.lanyard.reports.disclosure.Frame;
import school.lanyard.reports.disclosure.Issue;
import school.lanyard.reports.disclosure.Place;
import school.lanyard.reports.disclosure.Release;
import tools.jackson.databind.json.JsonMapper;

/// What is sealed of a report: the true counts, which later reports must repeat, what was printed
/// of them, and the words.
///
/// @param issuedBy the issuer's name and post as they were
public record SealedReport(
        List<String> terms,
        int ended,
        List<Table> tables,
        List<Count> counts,
        List<Count> printed,
        String summary,
        String edition,
        String issuedBy) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// A count and where it stands; without a term it is the year's, without a line a total.
    public record Count(
            @Nullable String table, @Nullable String term, @Nullable String line, int count) {}

    public static SealedReport of(
            List<Table> tables, Issue issue, String summary, String edition, String issuedBy) {
        var counts = new ArrayList<Count>();
        issue.counts().inTerm().forEach((place, count) -> counts.add(count(place, count)));
        var printed = new ArrayList<Count>();
        var release = issue.release();
        for (Place place : release.frame().places()) {
            if (release.at(place) instanceof Cell.Exact(int count)) {
                printed.add(count(place, count));
            }
        }
        return new SealedReport(
                release.frame().terms(),
                release.frame().ended(),
                tables,
                counts,
                printed,
                summary,
                edition,
                issuedBy);
    }

    public byte[] bytes() {
        return MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    public static SealedReport read(byte[] bytes) {
        return MAPPER.readValue(new String(bytes, StandardCharsets.UTF_8), SealedReport.class);
    }

    /// The report as disclosure control knows it.
    public Issue issue(SchoolYear year) {
        var dimensions = new LinkedHashMap<String, List<String>>();
        tables.forEach(table ->
                dimensions.put(table.key(), table.lines().stream().map(Table.Line::key).toList()));
        var frame = new Frame(year.label(), terms, ended, dimensions);
        var inTerm = new HashMap<Place.InTerm, Integer>();
        for (Count each : counts) {
            if (place(each) instanceof Place.InTerm cell) {
                inTerm.put(cell, each.count());
            }
        }
        Map<Place, Cell> cells = new HashMap<>();
        frame.places().forEach(place -> cells.put(place, new Cell.Withheld()));
        printed.forEach(each -> cells.put(place(each), new Cell.Exact(each.count())));
        return new Issue(new Counts(frame, inTerm), new Release(frame, cells));
    }

    private static Count count(Place place, int count) {
        return switch (place) {
            case Place.InTerm(var table, var term, var line) -> new Count(table, term, line, count);
            case Place.OfTerm(var term) -> new Count(null, term, null, count);
            case Place.InYear(var table, var line) -> new Count(table, null, line, count);
            case Place.OfYear() -> new Count(null, null, null, count);
        };
    }

    private static Place place(Count count) {
        var table = count.table();
        var term = count.term();
        var line = count.line();
        if (table != null && line != null) {
            return term == null
                    ? new Place.InYear(table, line)
                    : new Place.InTerm(table, term, line);
        }
        return term == null ? new Place.OfYear() : new Place.OfTerm(term);
    }
}
