// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import school.lanyard.core.digest.Sha256;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.file.Reading;

/// Makes the plan of an import. Numbers decide who somebody is; a name never does by itself.
public final class Planner {

    private static final String LEARNER = "learner";

    private final Reading reading;
    private final Standing standing;
    private final Map<String, String> answers;
    private final Set<String> whole;
    private final Map<String, List<Standing.Person>> byName;
    private final Map<String, Entry> seen = new HashMap<>();
    private final Map<String, String> matched = new HashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Set<String> present = new HashSet<>();
    private final Bonds bonds;

    /// @param answers to the questions of an earlier plan, by their keys
    /// @param whole the groups that the file is said to hold everybody of
    public Planner(
            Reading reading, Standing standing, Map<String, String> answers, Set<String> whole) {
        this.reading = reading;
        this.standing = standing;
        this.answers = answers;
        this.whole = reading.delta() ? Set.of() : whole;
        this.byName =
                standing.people().values().stream()
                        .collect(Collectors.groupingBy(each -> Names.folded(each.name())));
        this.bonds = new Bonds(reading, standing, matched, decisions);
    }

    public Plan plan() {
        var rows = new ArrayList<Plan.Row>();
        // Children first: a contact without a number is known by the child whose they are.
        inOrder().forEach(entry -> decisions.put(entry.key(), decide(entry)));
        for (var entry : reading.entries()) {
            rows.add(
                    new Plan.Row(
                            entry, decisions.getOrDefault(entry.key(), new Decision.LeftOut())));
        }
        return new Plan(rows, bonds.all(), bonds.orphans(), leavers(), covered());
    }

    private List<Entry> inOrder() {
        var all = new ArrayList<>(reading.entries());
        all.sort(java.util.Comparator.comparing(each -> !each.groups().contains(LEARNER)));
        return all;
    }

    private Decision decide(Entry entry) {
        var owners =
                entry.identifiers().stream()
                        .map(standing.numbers()::owner)
                        .flatMap(Optional::stream)
                        .filter(standing.people()::containsKey)
                        .distinct()
                        .toList();
        if (owners.size() > 1) {
            return several(entry, owners);
        }
        if (owners.size() == 1) {
            return known(entry, owners.getFirst());
        }
        return bonds.contact(entry).map(each -> match(entry, each)).orElseGet(() -> unknown(entry));
    }

    /// Two numbers of a row are two people's.
    private Decision several(Entry entry, List<String> owners) {
        present.addAll(owners);
        var chosen = answer(Question.Kind.TWO_NUMBERS, entry).orElse("");
        if (chosen.equals(Question.OUT)) {
            return new Decision.LeftOut();
        }
        return owners.stream()
                .filter(each -> chosen.equals(Question.PERSON + each))
                .findFirst()
                .map(each -> match(entry, each))
                .orElseGet(() ->
                        ask(
                                Question.Kind.TWO_NUMBERS,
                                entry,
                                owners.stream().map(each -> Question.PERSON + each).toList()));
    }

    /// A number says who it is. Where all else says that it is another, a person decides.
    private Decision known(Entry entry, String id) {
        var person = standing.people().get(id);
        if (person == null) {
            return new Decision.LeftOut();
        }
        if (!Names.alike(entry.name(), person.name())) {
            var answer = answer(Question.Kind.OTHER_NAME, entry);
            if (answer.isEmpty()) {
                present.add(id);
                return ask(Question.Kind.OTHER_NAME, entry, List.of(Question.PERSON + id));
            }
            if (answer.get().equals(Question.OUT)) {
                present.add(id);
                return new Decision.LeftOut();
            }
        }
        return match(entry, id);
    }

    /// No number is known: whoever has the name may be the same, or may not.
    private Decision unknown(Entry entry) {
        if (entry.left()) {
            return new Decision.LeftOut();
        }
        var candidates = candidates(entry);
        var twin = twin(entry);
        twin.ifPresent(candidates::add);
        if (candidates.isEmpty()) {
            seen.putIfAbsent(Names.folded(entry.name()) + adult(entry), entry);
            return new Decision.Add();
        }
        var answer =
                answer(Question.Kind.SAME_NAME, entry)
                        .filter(each ->
                                each.equals(Question.NEW)
                                        || each.equals(Question.OUT)
                                        || candidates.contains(each));
        if (!answer.filter(each -> !each.equals(Question.OUT)).isPresent()) {
            // As long as it may be one of them, none of them is missing.
            candidates.stream()
                    .filter(each -> each.startsWith(Question.PERSON))
                    .forEach(each -> present.add(each.substring(Question.PERSON.length())));
        }
        if (answer.isEmpty()) {
            return ask(Question.Kind.SAME_NAME, entry, candidates);
        }
        return switch (answer.get()) {
            case Question.NEW -> new Decision.Add();
            case Question.OUT -> new Decision.LeftOut();
            default ->
                    answer.get().startsWith(Question.ROW)
                            ? new Decision.Joined(answer.get().substring(Question.ROW.length()))
                            : match(entry, answer.get().substring(Question.PERSON.length()));
        };
    }

    /// Everybody of the name who may be the one: of the same age, as far as both are known, and
    /// without another number of the same kind.
    private List<String> candidates(Entry entry) {
        return byName.getOrDefault(Names.folded(entry.name()), List.of()).stream()
                .filter(each -> each.ever().contains(LEARNER) == !adult(entry))
                .filter(each ->
                        entry.born() == null
                                || each.born() == null
                                || entry.born().equals(each.born()))
                .filter(each ->
                        entry.identifiers().stream()
                                .noneMatch(number ->
                                        standing.numbers().has(each.id(), number.scheme())))
                .map(each -> Question.PERSON + each.id())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// Another row of the same name from which nothing tells this one apart.
    private Optional<String> twin(Entry entry) {
        var other = seen.get(Names.folded(entry.name()) + adult(entry));
        return other != null
                        && (entry.identifiers().isEmpty() || other.identifiers().isEmpty())
                        && (entry.born() == null
                                || other.born() == null
                                || entry.born().equals(other.born()))
                ? Optional.of(Question.ROW + other.key())
                : Optional.empty();
    }

    private static boolean adult(Entry entry) {
        return !entry.groups().contains(LEARNER);
    }

    private Decision match(Entry entry, String id) {
        var person = standing.people().get(id);
        if (person == null) {
            return new Decision.LeftOut();
        }
        if (entry.left()) {
            return person.groups().stream().anyMatch(entry.groups()::contains)
                    ? new Decision.Close(id)
                    : new Decision.LeftOut();
        }
        present.add(id);
        var takesBirthday = true;
        if (entry.born() != null && person.born() != null && !entry.born().equals(person.born())) {
            var answer = answer(Question.Kind.OTHER_BIRTHDAY, entry);
            if (answer.isEmpty()) {
                return ask(Question.Kind.OTHER_BIRTHDAY, entry, List.of(Question.PERSON + id));
            }
            if (answer.get().equals(Question.OUT)) {
                return new Decision.LeftOut();
            }
            takesBirthday = answer.get().equals(Question.TAKE);
        }
        matched.put(entry.key(), id);
        var differences = Differences.between(entry, person, standing.numbers(), takesBirthday);
        return differences.isEmpty() ? new Decision.Same(id) : new Decision.Change(id, differences);
    }

    private Optional<String> answer(Question.Kind kind, Entry entry) {
        return Optional.ofNullable(answers.get(key(kind, entry)));
    }

    private static Decision ask(Question.Kind kind, Entry entry, List<String> candidates) {
        return new Decision.Ask(new Question(key(kind, entry), kind, entry, candidates));
    }

    private static String key(Question.Kind kind, Entry entry) {
        return Sha256.hex(kind + " " + entry.key() + " " + entry.name() + " " + entry.born())
                .substring(0, 16);
    }

    /// Whoever a whole file no longer has. Nobody who may be one of its rows is among them.
    private Map<String, String> leavers() {
        var found = new LinkedHashMap<String, String>();
        for (var person : standing.people().values()) {
            person.groups().stream()
                    .filter(whole::contains)
                    .filter(_ -> !present.contains(person.id()))
                    .findFirst()
                    .ifPresent(group -> found.put(person.id(), group));
        }
        decisions
                .values()
                .forEach(each -> {
                    if (each instanceof Decision.Close(var person)) {
                        found.remove(person);
                    }
                });
        return found;
    }

    private int covered() {
        var groups = new HashSet<>(whole);
        if (whole.isEmpty()) {
            reading.entries().forEach(each -> groups.addAll(each.groups()));
        }
        return (int)
                standing.people().values().stream()
                        .filter(each -> each.groups().stream().anyMatch(groups::contains))
                        .count();
    }
}
