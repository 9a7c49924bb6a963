// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Chronicle;
import school.lanyard.concerns.ChronologyAnnex;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.RecordsBeside;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.people.People;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.web.Times;

/// What belongs to a child's file beside the events of the cases: what was written to and from
/// reporters, what stands about the child, and, if somebody asks for them, private notes.
@Component
class Beside {

    private static final String NOBODY = "A reporter without a name";

    private final List<RecordsBeside> records;
    private final ChronologyAnnex annex;
    private final Flags flags;
    private final People people;

    Beside(
            ObjectProvider<RecordsBeside> records,
            ChronologyAnnex annex,
            Flags flags,
            People people) {
        this.records = records.stream().toList();
        this.annex = annex;
        this.flags = flags;
        this.people = people;
    }

    /// What other features recorded about a concern.
    List<Chronicle.Entry> about(Viewer viewer, Concerns.Opened concern) {
        return records.stream()
                .flatMap(each -> each.of(viewer, concern).stream())
                .map(each -> entry(viewer, concern.reference(), each))
                .toList();
    }

    /// The private notes of an incident; none for whoever does not handle it.
    List<Chronicle.Entry> notes(Viewer viewer, String reference, Instant at) {
        return annex.of(viewer, reference, at).stream()
                .map(each ->
                        entry(
                                viewer,
                                reference,
                                new RecordsBeside.Entry(
                                        each.at(),
                                        each.by(),
                                        "Private note of a handler",
                                        List.of(each.text()),
                                        false)))
                .toList();
    }

    private Chronicle.Entry entry(Viewer viewer, String reference, RecordsBeside.Entry each) {
        return new Chronicle.Entry(
                reference,
                SchoolTime.day(each.at()),
                each.at().atZone(SchoolTime.ZONE).toLocalTime(),
                each.at(),
                each.title(),
                each.details(),
                name(viewer, each.by()),
                each.decision());
    }

    /// What stands and stood about the child, as one part of the file; nothing where the viewer may
    /// not know.
    List<Bundle.Case> standing(Viewer viewer, String person, Instant at) {
        var all = flags.read(viewer, person, at).orElse(List.of());
        return all.isEmpty()
                ? List.of()
                : List.of(
                        new Bundle.Case(
                                "About the child",
                                "standing",
                                null,
                                null,
                                all.stream()
                                        .map(flag -> entry(viewer, flag))
                                        .sorted(Bundle.Entry.IN_ORDER)
                                        .toList()));
    }

    private Bundle.Entry entry(Viewer viewer, Flag flag) {
        var details = new ArrayList<String>();
        var who = flag.guardian() == null ? flag.said().who() : name(viewer, flag.guardian());
        if (!who.isBlank()) {
            details.add("Who: " + who);
        }
        if (!flag.said().detail().isBlank()) {
            details.add(flag.said().detail());
        }
        var ended = flag.ended();
        details.add(
                ended == null
                        ? "Stands when this file was made"
                        : "Ended on " + Times.day(ended.at()));
        return new Bundle.Entry(
                flag.since(),
                null,
                flag.setAt(),
                flag.said().kind().label(),
                details,
                name(viewer, flag.setBy()),
                false);
    }

    private String name(Viewer viewer, String person) {
        return people.directory(viewer.school())
                .find(person)
                .map(each -> each.name())
                .orElse(NOBODY);
    }
}
