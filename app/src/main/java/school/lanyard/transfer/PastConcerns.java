// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Concerns;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.digest.Sha256;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.transfer.file.PastTable;

/// Takes in past concerns from a table. Each child's rows come in together, as a file that came
/// from the earlier system, and stand in the chronology on the days when they happened.
@Service
public final class PastConcerns {

    /// A table that was looked at.
    ///
    /// @param byChild the rows of each child, by the child's id
    public record Looked(Map<String, List<PastTable.Row>> byChild, List<PastTable.Fault> faults) {

        public Looked {
            faults = List.copyOf(faults);
        }

        public int rows() {
            return byChild.values().stream().mapToInt(List::size).sum();
        }

        @Override
        public String toString() {
            return "Looked";
        }
    }

    private final People people;
    private final Received received;
    private final Concerns concerns;

    PastConcerns(People people, Received received, Concerns concerns) {
        this.people = people;
        this.received = received;
        this.concerns = concerns;
    }

    /// Reads a table and finds its children on the roster, without changing anything.
    public Looked look(String school, String text, Instant at) {
        var table = PastTable.read(text, SchoolTime.day(at));
        var faults = new ArrayList<>(table.faults());
        var names = names(school);
        var byChild = new LinkedHashMap<String, List<PastTable.Row>>();
        for (var row : table.rows()) {
            var found = names.getOrDefault(SameName.of(row.child()), List.of());
            if (found.size() == 1) {
                byChild.computeIfAbsent(found.getFirst(), _ -> new ArrayList<>()).add(row);
            } else {
                faults.add(
                        new PastTable.Fault(
                                row.line(),
                                found.isEmpty()
                                        ? "Nobody on the roster has this name."
                                        : "More than one person has this name."));
            }
        }
        faults.sort(java.util.Comparator.comparingLong(PastTable.Fault::line));
        return new Looked(byChild, faults);
    }

    private Map<String, List<String>> names(String school) {
        var names = new LinkedHashMap<String, List<String>>();
        for (Known each : people.directory(school).everybody()) {
            names.computeIfAbsent(SameName.of(each.name()), _ -> new ArrayList<>()).add(each.id());
        }
        return names;
    }

    /// Takes a table in that was looked at and has no fault. The same table again changes nothing,
    /// so that whatever stopped half way is finished by bringing it again.
    ///
    /// @param source the name of the earlier system or school
    public void take(Viewer viewer, Looked looked, String source, Instant at) {
        if (!looked.faults().isEmpty()) {
            throw new IllegalArgumentException("a table with faults is not taken in");
        }
        looked.byChild().forEach((child, rows) -> take(viewer, child, rows, source, at));
    }

    private void take(
            Viewer viewer, String child, List<PastTable.Row> rows, String source, Instant at) {
        var entries = rows.stream().map(row -> entry(row, source)).toList();
        var bundle =
                new Bundle(
                        Bundle.FORMAT,
                        Bundle.VERSION,
                        at,
                        source,
                        new Bundle.Child(
                                people.directory(viewer.school()).name(child), null, null, null),
                        List.of(new Bundle.Case("Past concerns", "earlier", null, null, entries)));
        var hash = Sha256.hex(source + "\n" + rows.stream().map(PastConcerns::said).toList());
        var reference = received.take(viewer, bundle, hash, child, at);
        concerns.answer(
                viewer,
                reference,
                new Concern.Answer(
                        "Past concerns were taken in from "
                                + source
                                + ". They were dealt with then.",
                        "Nobody: nothing in it is new.",
                        false,
                        "They were answered when they reported it."),
                UUID.nameUUIDFromBytes(Sha256.of(hash)).toString(),
                at);
    }

    private static String said(PastTable.Row row) {
        return row.on()
                + "|"
                + row.time()
                + "|"
                + row.concern()
                + "|"
                + row.action()
                + "|"
                + row.by();
    }

    private static Bundle.Entry entry(PastTable.Row row, String source) {
        var details = new ArrayList<String>(List.of(row.concern()));
        if (!row.action().isEmpty()) {
            details.add("Action: " + row.action());
        }
        var time = row.time() == null ? LocalTime.NOON : row.time();
        return new Bundle.Entry(
                row.on(),
                row.time(),
                row.on().atTime(time).atZone(SchoolTime.ZONE).toInstant(),
                "Past concern",
                details,
                row.by().isEmpty() ? source : row.by(),
                false);
    }
}
