// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.stream.Collectors;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Directory;
import school.lanyard.policy.EditionName;

/// What stands above the heading of every page of a case, so that nobody writes into the wrong one:
/// its reference, and whom it is about. Never for a title or an address, which are seen elsewhere.
///
/// @param people in words; empty where nobody is linked yet
/// @param edition of the policy that the case stays on, in words
public record CaseTop(String reference, String people, String edition) {

    static CaseTop of(Incidents.Opened opened, Directory directory) {
        var book =
                new Namebook(
                        directory,
                        opened.edition().pack().vocabulary(),
                        SchoolTime.day(opened.file().openedAt()));
        return new CaseTop(
                opened.file().reference(),
                opened.incident().people().entrySet().stream()
                        .filter(linked -> linked.getValue().isAbout())
                        .map(linked -> label(book, directory, linked.getKey()))
                        .sorted()
                        .collect(Collectors.joining("; ")),
                EditionName.decidedUnder(opened.edition().pack()));
    }

    private static String label(Namebook book, Directory directory, String person) {
        return book.label(person).orElseGet(() -> directory.name(person));
    }
}
