// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.finding.Search;
import school.lanyard.finding.store.FoundRows;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Csv;
import school.lanyard.web.Times;

/// The words for what a search found.
@Component
class FoundWords {

    private final People people;
    private final Editions editions;

    FoundWords(People people, Editions editions) {
        this.people = people;
        this.editions = editions;
    }

    FindController.Line line(SignedIn me, Search.Hit hit) {
        var row = hit.row();
        var directory = people.directory(me.schoolId());
        var concern = row.state() == null;
        return new FindController.Line(
                (concern ? "/concerns/" : "/incidents/") + row.reference(),
                hit.about().isEmpty()
                        ? "No person linked yet"
                        : hit.about().stream()
                                .map(directory::name)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                row.reference(),
                concern ? "Concern" : kind(me, row),
                state(row),
                Times.shortDay(row.openedAt()),
                hit.excerpt());
    }

    /// The same as a table.
    byte[] table(SignedIn me, List<Search.Hit> hits) {
        return Csv.of(
                List.of("Case", "People", "Kind", "State", "Received or opened"),
                hits.stream()
                        .map(hit -> line(me, hit))
                        .map(line ->
                                List.of(
                                        line.reference(),
                                        line.people(),
                                        line.kind(),
                                        line.state(),
                                        line.opened()))
                        .toList());
    }

    private String kind(SignedIn me, FoundRows.Row row) {
        var key = row.category();
        return key == null
                ? "Not sorted yet"
                : editions.find(me.schoolId(), row.edition())
                        .flatMap(edition -> edition.pack().categoryLabel(key))
                        .orElse(key);
    }

    private static String state(FoundRows.Row row) {
        if (row.state() != null) {
            return row.state().equals("closed") ? "Closed" : "Open";
        }
        return row.answeredAt() == null ? "Waiting" : "Answered";
    }
}
