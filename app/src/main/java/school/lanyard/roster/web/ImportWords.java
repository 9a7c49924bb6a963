// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Directory;
import school.lanyard.roster.Imports;
import school.lanyard.roster.plan.Decision;
import school.lanyard.roster.plan.Difference;
import school.lanyard.roster.plan.Plan;
import school.lanyard.roster.plan.Question;
import school.lanyard.web.Choice;
import school.lanyard.web.Times;
import school.lanyard.web.YearGroups;

/// What an import does or did, in words.
final class ImportWords {

    private ImportWords() {}

    static String result(Imports.Import one) {
        var end = one.end();
        if (end == null) {
            return "Waits for you to apply or drop it";
        }
        if (!end.applied()) {
            return "Dropped";
        }
        var counts = end.counts();
        return "%,d added, %,d changed, %,d left as they are%s%s"
                .formatted(
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.closed() == 0 ? "" : ", %,d closed".formatted(counts.closed()),
                        counts.waiting() == 0
                                ? ""
                                : ", %,d not closed yet".formatted(counts.waiting()));
    }

    static String decision(Decision decision) {
        return switch (decision) {
            case Decision.Add _ -> "Add";
            case Decision.Change _ -> "Change";
            case Decision.Same _ -> "Leave as it is";
            case Decision.Joined _ -> "Same as another row";
            case Decision.Close _ -> "Close: has left";
            case Decision.LeftOut _ -> "Leave out";
            case Decision.Ask _ -> "Ask";
        };
    }

    static String detail(Pack pack, Plan.Row row) {
        return switch (row.decision()) {
            case Decision.Add _ -> newcomer(pack, row);
            case Decision.Change(_, var differences) ->
                    String.join(
                            "; ",
                            differences.stream().map(each -> difference(pack, each)).toList());
            default -> "";
        };
    }

    private static String newcomer(Pack pack, Plan.Row row) {
        var entry = row.entry();
        var parts = new java.util.ArrayList<String>();
        entry.groups().stream()
                .sorted()
                .forEach(each -> parts.add(GroupWords.capital(GroupWords.one(pack, each))));
        if (entry.year() != null) {
            parts.add(YearGroups.label(entry.year()));
        }
        entry.classes().stream().sorted().forEach(parts::add);
        if (entry.born() != null) {
            parts.add("born " + Times.day(entry.born()));
        }
        return String.join(", ", parts);
    }

    private static String difference(Pack pack, Difference each) {
        var before = value(pack, each.what(), each.before());
        var after = value(pack, each.what(), each.after());
        return each.what().label()
                + ": "
                + (before.isEmpty() ? after : before + " becomes " + after);
    }

    private static String value(Pack pack, Difference.What what, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (what) {
            case BORN -> Times.day(LocalDate.parse(value));
            case YEAR -> YearGroups.label(value);
            case GROUP -> GroupWords.one(pack, value);
            default -> value;
        };
    }

    /// What somebody is asked, in one sentence.
    static String asked(Directory directory, Question question) {
        var name = question.entry().name();
        var who =
                question.candidates().stream()
                        .filter(each -> each.startsWith("person:"))
                        .map(each -> directory.name(each.substring("person:".length())))
                        .findFirst()
                        .orElse(name);
        return switch (question.kind()) {
            case SAME_NAME -> "Is " + name + " somebody who is here already?";
            case TWO_NUMBERS -> "The numbers of " + name + " belong to two people. Who is it?";
            case OTHER_BIRTHDAY -> "Which date of birth of " + name + " is right?";
            case OTHER_NAME ->
                    "This number belongs to " + who + ". Is " + name + " the same person?";
        };
    }

    static List<Choice> choices(Directory directory, Question question, LocalDate today) {
        var entry = question.entry();
        var born = entry.born();
        return switch (question.kind()) {
            case SAME_NAME, TWO_NUMBERS -> {
                var all =
                        new java.util.ArrayList<>(
                                question.candidates().stream()
                                        .map(each -> candidate(directory, each, today))
                                        .toList());
                if (question.kind() == Question.Kind.SAME_NAME) {
                    all.add(Choice.of(Question.NEW, "No, somebody else: add them"));
                }
                all.add(Choice.of(Question.OUT, "Leave this row out"));
                yield all;
            }
            case OTHER_BIRTHDAY ->
                    List.of(
                            Choice.of(
                                    Question.TAKE,
                                    "The one in the file: "
                                            + (born == null ? "" : Times.day(born))),
                            Choice.of(Question.KEEP, "The one on record"),
                            Choice.of(Question.OUT, "Leave this row out"));
            case OTHER_NAME ->
                    List.of(
                            Choice.of(Question.TAKE, "Yes, their name has changed"),
                            Choice.of(Question.OUT, "No: leave this row out"));
        };
    }

    private static Choice candidate(Directory directory, String candidate, LocalDate today) {
        if (!candidate.startsWith("person:")) {
            return Choice.of(candidate, "Yes, the same person as in another row of this file");
        }
        var id = candidate.substring("person:".length());
        var known = directory.find(id);
        var year = known.map(each -> each.yearGroupOn(today)).orElse(null);
        var room = known.map(each -> each.className()).orElse(null);
        var hint = (year == null ? "" : YearGroups.label(year)) + (room == null ? "" : " " + room);
        return hint.isBlank()
                ? Choice.of(candidate, "Yes: " + directory.name(id))
                : Choice.of(candidate, "Yes: " + directory.name(id), hint.strip());
    }

    static String changed(String kind, String what) {
        return switch (kind) {
            case "added" -> "Added";
            case "closed" -> "Closed";
            case "waits" -> "Not closed yet: it takes a second person, or a post must end first";
            default ->
                    "Changed: "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(what.split(",", -1))
                                            .map(ImportWords::label)
                                            .toList());
        };
    }

    private static String label(String stored) {
        return Difference.What.valueOf(stored.toUpperCase(Locale.ROOT))
                .label()
                .toLowerCase(Locale.UK);
    }
}
