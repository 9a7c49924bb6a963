// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.stream.Collectors;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.flags.Flag;
import school.lanyard.people.Directory;
import school.lanyard.policy.EditionName;
import school.lanyard.web.Times;

/// What stands above the heading of every page of a case, so that nobody writes into the wrong one:
/// its reference, and whom it is about. Never for a title or an address, which are seen elsewhere.
///
/// @param people in words; empty where nobody is linked yet
/// @param edition of the policy that the case stays on, in words
/// @param notTold who must not be told, so that nobody writes to them: a sentence each
/// @param standing what else stands about the children in the case: a line each
public record CaseTop(
        String reference,
        String people,
        String edition,
        List<String> notTold,
        List<String> standing) {

    public CaseTop {
        notTold = List.copyOf(notTold);
        standing = List.copyOf(standing);
    }

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
                EditionName.decidedUnder(opened.edition().pack()),
                opened.flags().stream()
                        .filter(flag -> flag.said().kind().forbidsTelling())
                        .map(flag -> notTold(flag, directory))
                        .toList(),
                opened.flags().stream()
                        .filter(flag -> !flag.said().kind().forbidsTelling())
                        .map(flag -> standing(flag, directory))
                        .toList());
    }

    private static String notTold(Flag flag, Directory directory) {
        return "Must not be told about "
                + directory.name(flag.person())
                + ": "
                + flag.said().who()
                + ". "
                + flag.said().kind().reason()
                + ".";
    }

    private static String standing(Flag flag, Directory directory) {
        return directory.name(flag.person())
                + ": "
                + Words.lower(flag.said().kind().label())
                + ", since "
                + Times.day(flag.since())
                + " (recorded by "
                + directory.name(flag.setBy())
                + ")";
    }

    private static String label(Namebook book, Directory directory, String person) {
        return book.label(person).orElseGet(() -> directory.name(person));
    }
}
