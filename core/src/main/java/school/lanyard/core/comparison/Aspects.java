// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import school.lanyard.core.comparison.Change.What;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Course;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.routing.Route;

/// What each part of a policy says, in words that two editions can be compared by.
final class Aspects {

    private Aspects() {}

    /// The parts that are new, gone or different, in the order of now, with what is gone last.
    static List<Change> changes(Pack was, Pack now, Function<Pack, Map<String, Facet>> parts) {
        var before = parts.apply(was);
        var after = parts.apply(now);
        var found = new ArrayList<Change>();
        after.forEach((key, facet) -> {
            var old = before.get(key);
            if (old == null) {
                found.add(new Change(What.ADDED, key, facet.title(), facet.all(true)));
            } else {
                var differences = old.differences(facet);
                if (!differences.isEmpty()) {
                    found.add(new Change(What.CHANGED, key, facet.title(), differences));
                }
            }
        });
        before.forEach((key, facet) -> {
            if (!after.containsKey(key)) {
                found.add(new Change(What.REMOVED, key, facet.title(), facet.all(false)));
            }
        });
        return found;
    }

    static Map<String, Facet> policy(Pack pack) {
        var base = pack.base();
        return Map.of(
                "policy:header",
                Facet.of(
                        pack.label(),
                        "Edition",
                        Plain.date(pack.edition()),
                        "Next review",
                        Plain.date(pack.nextReview()),
                        "Written against",
                        pack.writtenAgainst(),
                        "Builds on the law as of",
                        base == null
                                ? ""
                                : base.key() + ", edition of " + Plain.date(base.edition()),
                        "Whom to ask where the policy is silent",
                        pack.who(pack.ask()),
                        "Where there is no table of responses",
                        pack.proportionality()));
    }

    static Map<String, Facet> agreements(Pack pack) {
        return each(
                pack.agreements(),
                "agreement",
                agreement ->
                        Facet.of(
                                agreement.title(),
                                "For",
                                String.join(", ", agreement.groups()),
                                "Signed by",
                                agreement.signedBy(),
                                "What is agreed to",
                                agreement.text()));
    }

    static Map<String, Facet> training(Pack pack) {
        return each(
                pack.training(),
                "training",
                course ->
                        Facet.of(
                                course.label(),
                                "For",
                                String.join(", ", course.asked().stream().map(pack::who).toList()),
                                "Again after",
                                course.again(),
                                "New people have",
                                course.within(),
                                "What it covers",
                                String.join(
                                        "; ",
                                        course.items().stream().map(Course.Item::says).toList())));
    }

    static Map<String, Facet> headings(Pack pack) {
        return each(
                pack.headings(),
                "heading",
                heading ->
                        Facet.of(
                                "Heading: " + heading.title(),
                                "Introduction",
                                heading.intro(),
                                "Chapter",
                                heading.part()));
    }

    static Map<String, Facet> clauses(Pack pack) {
        return each(pack.clauses(), "clause", clause -> clause(pack, clause));
    }

    private static Facet clause(Pack pack, Clause clause) {
        var heading = pack.headings().get(clause.section());
        var kind = clause.kind();
        return Facet.of(
                clause.id(),
                "Words",
                clause.says(),
                "Whom it binds",
                names(pack, clause.who()) + (clause.whoInferred() ? " (our reading)" : ""),
                "How often",
                Plain.cadence(clause.cadence())
                        + (clause.cadenceInferred() ? " (our reading)" : ""),
                "Within",
                interval(pack, clause.interval()),
                "Heading",
                heading == null ? "" : heading.title(),
                "Sort of promise",
                kind == null ? "" : Plain.kind(kind),
                "Shown to be kept by",
                clause.by().isEmpty()
                        ? "Nothing in Lanyard yet"
                        : String.join(" and ", clause.evidence()));
    }

    static Map<String, Facet> decisions(Pack pack) {
        return each(
                pack.decisions(),
                "decision",
                table -> {
                    var says = new LinkedHashMap<String, String>();
                    Facet.put(says, "Note", table.note());
                    for (var subject : table.subjects().values()) {
                        for (var column : table.columns()) {
                            var cell = subject.cell(column.key());
                            Facet.put(
                                    says,
                                    subject.label() + ", " + column.label(),
                                    cell.marks().isEmpty()
                                            ? "Not stated"
                                            : cell.marks().stream()
                                                    .map(Plain::mark)
                                                    .collect(Collectors.joining("; ")));
                        }
                    }
                    return new Facet(table.label(), says);
                });
    }

    static Map<String, Facet> responses(Pack pack) {
        return each(
                pack.responses(),
                "response",
                grid -> {
                    var says = new LinkedHashMap<String, String>();
                    Facet.put(says, "Note", grid.note());
                    Facet.put(
                            says,
                            "Actions that may be proposed",
                            grid.actions().values().stream()
                                    .map(action -> action.label())
                                    .collect(Collectors.joining("; ")));
                    for (var row : grid.rows().values()) {
                        Facet.put(
                                says,
                                row.label(),
                                grid.proposed(row).stream()
                                                .map(action -> action.label())
                                                .collect(Collectors.joining("; "))
                                        + (row.illegal() ? " (illegal)" : ""));
                    }
                    return new Facet(grid.label(), says);
                });
    }

    static Map<String, Facet> playbooks(Pack pack) {
        return each(pack.playbooks(), "playbook", playbook -> Chart.of(pack, playbook));
    }

    static Map<String, Facet> roles(Pack pack) {
        return each(pack.roles(), "role", role -> role(pack, role));
    }

    private static Facet role(Pack pack, Role role) {
        return Facet.of(
                role.label(),
                "Short name",
                role.shortLabel(),
                "How many hold it",
                role.single() ? "One person at a time" : "Several people",
                "Must it be filled",
                role.required() ? "Yes" : "No",
                "What holders may do",
                role.capabilities().stream()
                        .sorted()
                        .map(Plain::capability)
                        .collect(Collectors.joining("; ")),
                "Who may hold it",
                role.groups().stream()
                        .sorted()
                        .map(pack.vocabulary()::many)
                        .collect(Collectors.joining(", ")),
                "Note",
                role.note());
    }

    static Map<String, Facet> routes(Pack pack) {
        return pack.routes().stream()
                .collect(
                        Collectors.toMap(
                                route -> "route:" + route.key(),
                                route -> route(pack, route),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static Facet route(Pack pack, Route route) {
        return Facet.of(
                route.label(),
                "Goes to",
                route.tiers().stream()
                        .map(tier -> names(pack, tier))
                        .collect(Collectors.joining("; if nobody there may, ")),
                "At last to",
                contact(pack, route.contact()),
                "Also told",
                route.alsoTell().stream()
                        .map(key -> contact(pack, key))
                        .collect(Collectors.joining(", ")),
                "Kept apart as about a leader",
                route.leader() ? "Yes" : "");
    }

    static Map<String, Facet> contacts(Pack pack) {
        return each(
                pack.contacts(),
                "contact",
                contact ->
                        Facet.of(
                                contact.label(),
                                "When to use it",
                                contact.useWhen(),
                                "Number",
                                contact.local() ? "The school’s own" : contact.call(),
                                "Web",
                                contact.web()));
    }

    static Map<String, Facet> intervals(Pack pack) {
        return each(
                pack.intervals(),
                "interval",
                interval ->
                        Facet.of(
                                interval.label(),
                                "Length",
                                Plain.length(interval.length()),
                                "Chosen by",
                                chosenBy(interval),
                                "Note",
                                interval.note()));
    }

    static Map<String, Facet> words(Pack pack) {
        var found = new LinkedHashMap<String, Facet>();
        pack.vocabulary()
                .groups()
                .forEach((key, group) ->
                        found.put(
                                "word:" + key,
                                Facet.of(
                                        "Word for " + key,
                                        "One",
                                        group.one(),
                                        "Several",
                                        group.many())));
        pack.vocabulary()
                .terms()
                .forEach((key, term) ->
                        found.put(
                                "word:" + key,
                                Facet.of(
                                        "Word for " + key,
                                        "One",
                                        term.one(),
                                        "Several",
                                        term.many())));
        pack.facts()
                .forEach((key, fact) ->
                        found.put(
                                "fact:" + key,
                                Facet.of("Question of a condition", "Asks", fact.label())));
        return found;
    }

    static Map<String, Facet> incidents(Pack pack) {
        var found = new LinkedHashMap<String, Facet>();
        pack.risks()
                .forEach((key, risk) ->
                        found.put(
                                "risk:" + key,
                                Facet.of("Area of risk: " + risk.label(), "Means", risk.means())));
        for (var category : pack.categories()) {
            if (!category.gridded()) {
                found.put(
                        "category:" + category.group() + "/" + category.key(),
                        Facet.of(
                                category.label(),
                                "By",
                                pack.vocabulary().many(category.group()),
                                "Areas of risk",
                                category.risks().stream()
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                "Illegal",
                                category.illegal() ? "Yes" : ""));
            }
        }
        return found;
    }

    static Map<String, Facet> law(Pack pack) {
        return each(
                pack.law(),
                "law",
                fact ->
                        Facet.of(
                                fact.key().replace('-', ' '),
                                "Says",
                                fact.says(),
                                "Source",
                                fact.source()));
    }

    static String names(Pack pack, Collection<String> keys) {
        return keys.stream().map(pack::who).collect(Collectors.joining(", "));
    }

    private static String contact(Pack pack, String key) {
        var contact = pack.contacts().get(key);
        return contact == null ? key : contact.label();
    }

    private static String interval(Pack pack, String key) {
        var interval = pack.intervals().get(key);
        return interval == null
                ? ""
                : Plain.length(interval.length())
                        + " ("
                        + chosenBy(interval).toLowerCase(java.util.Locale.UK)
                        + ")";
    }

    private static String chosenBy(Interval interval) {
        return switch (interval.chosenBy()) {
            case LAW -> "The law or national guidance";
            case POLICY -> "The policy";
            case SCHOOL -> "The school’s own choice";
        };
    }

    private static <V> Map<String, Facet> each(
            Map<String, V> parts, String sort, Function<V, Facet> facet) {
        var found = new LinkedHashMap<String, Facet>();
        parts.forEach((key, part) -> found.put(sort + ":" + key, facet.apply(part)));
        return found;
    }
}
