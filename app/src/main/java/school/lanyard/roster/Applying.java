// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Births;
import school.lanyard.people.ClassMember;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardian;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.Identifiers.Numbered;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.plan.Decision;
import school.lanyard.roster.plan.Difference;
import school.lanyard.roster.plan.Plan;
import school.lanyard.roster.store.ImportRows;

/// Does what a plan says, all of it in one transaction.
final class Applying {

    private static final String LEARNER = "learner";

    /// What it works with.
    record Means(
            People people,
            Births births,
            Classes classes,
            Guardians guardians,
            Identifiers identifiers,
            AccessRequests access) {}

    private final Means means;
    private final Tx tx;
    private final Actor by;
    private final Plan plan;
    private final LocalDate today;
    private final Instant at;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Numbered> numbers = new ArrayList<>();
    private final List<ImportRows.Change> changes = new ArrayList<>();
    private @Nullable Map<String, List<Identifiers.Printed>> known;
    private int closed;
    private int waiting;

    Applying(Means means, Tx tx, Actor by, Plan plan, LocalDate today, Instant at) {
        this.means = means;
        this.tx = tx;
        this.by = by;
        this.plan = plan;
        this.today = today;
        this.at = at;
    }

    /// Does it all, and says what it came to.
    ImportCounts all() {
        plan.rows().forEach(row -> entries.put(row.entry().key(), row.entry()));
        add();
        for (var row : plan.rows()) {
            if (row.decision() instanceof Decision.Change(var person, var differences)) {
                ids.put(row.entry().key(), person);
                change(person, row.entry(), differences);
            } else if (row.decision() instanceof Decision.Same(var person)) {
                ids.put(row.entry().key(), person);
            }
        }
        means.identifiers().record(tx, by, numbers, at);
        enrol();
        bond();
        leave();
        return new ImportCounts(
                (int) plan.count(Decision.Add.class),
                (int) plan.count(Decision.Change.class),
                (int) plan.count(Decision.Same.class),
                closed,
                waiting);
    }

    List<ImportRows.Change> changes() {
        return changes;
    }

    private void add() {
        var added =
                plan.rows().stream()
                        .filter(row -> row.decision() instanceof Decision.Add)
                        .map(Plan.Row::entry)
                        .toList();
        if (added.isEmpty()) {
            return;
        }
        var made = means.people().add(tx, by, added.stream().map(this::newcomer).toList());
        var born = new LinkedHashMap<String, LocalDate>();
        for (int i = 0; i < made.size(); i++) {
            var entry = added.get(i);
            var id = made.get(i);
            ids.put(entry.key(), id);
            if (entry.born() != null) {
                born.put(id, entry.born());
            }
            entry.identifiers()
                    .forEach(each ->
                            numbers.add(
                                    new Numbered(
                                            id, Standings.stored(each.scheme()), each.value())));
            if (entry.email() != null) {
                numbers.add(new Numbered(id, Identifiers.EMAIL, entry.email()));
            }
            changes.add(new ImportRows.Change(id, "added", ""));
        }
        means.births().record(tx, by, born, at);
    }

    private NewPerson newcomer(Entry entry) {
        return new NewPerson(
                entry.name(),
                null,
                entry.groups().stream()
                        .sorted()
                        .map(group -> membership(group, entry.year()))
                        .toList());
    }

    private Membership membership(String group, @Nullable String year) {
        return new Membership(group, group.equals(LEARNER) ? year : null, today, null);
    }

    private void change(String person, Entry entry, List<Difference> differences) {
        var what = new LinkedHashSet<String>();
        for (var each : differences) {
            what.add(each.what().stored());
            switch (each.what()) {
                case NAME -> means.people().rename(tx, by, person, each.after());
                case BORN ->
                        means.births().record(tx, by, person, LocalDate.parse(each.after()), at);
                case GROUP ->
                        means.people().join(tx, by, person, membership(each.after(), entry.year()));
                case YEAR -> {
                    // Whoever joins as a learner now joins in the year.
                    if (differences.stream().noneMatch(Applying::joinsAsLearner)) {
                        means.people().moveYear(tx, by, person, membership(LEARNER, each.after()));
                    }
                }
                case EMAIL -> numbers.add(new Numbered(person, Identifiers.EMAIL, each.after()));
                case NUMBER, CLASS -> {
                    // Together with everybody else's, below.
                }
            }
        }
        if (what.contains(Difference.What.NUMBER.stored())) {
            number(person, entry);
        }
        changes.add(new ImportRows.Change(person, "changed", String.join(",", what)));
    }

    private static boolean joinsAsLearner(Difference each) {
        return each.what() == Difference.What.GROUP && each.after().equals(LEARNER);
    }

    /// Only those that nobody has yet.
    private void number(String person, Entry entry) {
        if (known == null) {
            known = means.identifiers().prints(tx.school());
        }
        for (var each : entry.identifiers()) {
            var scheme = Standings.stored(each.scheme());
            var print = means.identifiers().print(tx.school(), scheme, each.value());
            if (known.getOrDefault(print, List.of()).stream()
                    .noneMatch(one -> one.scheme().equals(scheme))) {
                numbers.add(new Numbered(person, scheme, each.value()));
            }
        }
    }

    /// Begins the classes that are new, and puts everybody where the file has them.
    private void enrol() {
        var movers = new LinkedHashMap<String, Entry>();
        for (var row : plan.rows()) {
            var id = ids.get(row.entry().key());
            if (id != null && !row.entry().classes().isEmpty() && moves(row.decision())) {
                movers.put(id, row.entry());
            }
        }
        var byTitle = Standings.byTitle(means.classes().on(tx, today));
        begin(movers, byTitle);
        var before =
                means.classes().members(tx, today).stream()
                        .filter(each -> movers.containsKey(each.person()))
                        .collect(Collectors.groupingBy(ClassMember::person));
        var left = new ArrayList<ClassMember>();
        var joined = new ArrayList<Classes.Place>();
        movers.forEach((id, entry) -> {
            var wanted =
                    entry.classes().stream()
                            .map(each -> byTitle.getOrDefault(Standings.folded(each), ""))
                            .collect(Collectors.toSet());
            var now = before.getOrDefault(id, List.of());
            now.stream().filter(each -> !wanted.contains(each.schoolClass())).forEach(left::add);
            var part =
                    entry.groups().contains(LEARNER)
                            ? ClassMember.Part.LEARNER
                            : ClassMember.Part.STAFF;
            wanted.stream()
                    .filter(each -> now.stream().noneMatch(one -> one.schoolClass().equals(each)))
                    .forEach(each -> joined.add(new Classes.Place(each, id, part)));
        });
        means.classes().leave(tx, by, left, today.minusDays(1), at);
        means.classes().join(tx, by, joined, today, at);
    }

    private static boolean moves(Decision decision) {
        return decision instanceof Decision.Add
                || (decision instanceof Decision.Change(_, var differences)
                        && differences.stream()
                                .anyMatch(each -> each.what() == Difference.What.CLASS));
    }

    private void begin(Map<String, Entry> movers, Map<String, String> byTitle) {
        var titles = new LinkedHashMap<String, String>();
        var years = new HashMap<String, Set<String>>();
        for (var entry : movers.values()) {
            for (var title : entry.classes()) {
                var folded = Standings.folded(title);
                if (!byTitle.containsKey(folded)) {
                    titles.putIfAbsent(folded, title.strip());
                    if (entry.year() != null) {
                        years.computeIfAbsent(folded, _ -> new LinkedHashSet<>()).add(entry.year());
                    }
                }
            }
        }
        var folded = List.copyOf(titles.keySet());
        var made =
                means.classes()
                        .begin(
                                tx,
                                by,
                                folded.stream()
                                        .map(each ->
                                                new Classes.Begun(
                                                        titles.getOrDefault(each, each),
                                                        only(years.getOrDefault(each, Set.of()))))
                                        .toList(),
                                today,
                                at);
        for (int i = 0; i < folded.size(); i++) {
            byTitle.put(folded.get(i), made.get(i));
        }
    }

    /// The year of a class whose children are all in one.
    private static @Nullable String only(Set<String> years) {
        return years.size() == 1 ? years.iterator().next() : null;
    }

    private void bond() {
        Function<Plan.End, @Nullable String> id =
                end ->
                        switch (end) {
                            case Plan.End.Known(var person) -> person;
                            case Plan.End.Added(var row) -> ids.get(row);
                        };
        var bonds = new ArrayList<Guardian>();
        for (var each : plan.bonds()) {
            var child = id.apply(each.child());
            var adult = id.apply(each.adult());
            if (child != null && adult != null) {
                bonds.add(
                        new Guardian(
                                child,
                                adult,
                                each.guardian(),
                                each.responsible(),
                                each.mayContact()));
            }
        }
        means.guardians().record(tx, by, bonds, at);
    }

    /// Somebody who is gone was last here yesterday, as far as anybody can tell.
    private void leave() {
        for (var row : plan.rows()) {
            if (row.decision() instanceof Decision.Close(var person)) {
                var on = row.entry().leftOn();
                row.entry()
                        .groups()
                        .forEach(group ->
                                close(person, group, on == null ? today.minusDays(1) : on));
            }
        }
        plan.leavers().forEach((person, group) -> close(person, group, today.minusDays(1)));
    }

    private void close(String person, String group, LocalDate lastDay) {
        switch (means.access().leave(tx, by.id(), person, group, lastDay)) {
            case Outcome.Done _ -> {
                closed++;
                changes.add(new ImportRows.Change(person, "closed", ""));
            }
            case Outcome.Waits _, Outcome.Refused _ -> {
                waiting++;
                changes.add(new ImportRows.Change(person, "waits", ""));
            }
        }
    }
}
