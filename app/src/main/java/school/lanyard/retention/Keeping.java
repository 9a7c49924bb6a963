// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.core.retention.Kept;
import school.lanyard.core.retention.Schedule;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.people.Births;
import school.lanyard.people.Known;
import school.lanyard.people.Membership;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.retention.store.HoldRows;
import school.lanyard.retention.store.KeptRows;
import school.lanyard.retention.store.ReviewRows;
import school.lanyard.sealing.Seals;

/// Works out how long cases are kept, from who is linked to them and what was decided of them.
@Component
final class Keeping {

    /// How many cases one query asks about.
    private static final int MOST = 1_000;

    private final Database database;
    private final Seals seals;
    private final People people;
    private final Births births;
    private final Editions editions;

    Keeping(Database database, Seals seals, People people, Births births, Editions editions) {
        this.database = database;
        this.seals = seals;
        this.people = people;
        this.births = births;
        this.editions = editions;
    }

    /// What rests on the law and the policy of today, and on who was a child here.
    ///
    /// @param left the last day of everybody who has left
    /// @param lowLevel the kinds of report that go into the register of low-level concerns
    private record Rules(
            Schedule schedule,
            Set<String> children,
            Map<String, LocalDate> left,
            Set<String> lowLevel) {

        Kept kept(String person, KeptRows.Row row, Map<String, LocalDate> born) {
            if (children.contains(person)) {
                return new Kept.Child(born.get(person));
            }
            var report = row.report();
            return report != null && lowLevel.contains(report)
                    ? new Kept.Colleague(left.get(person))
                    : new Kept.Adult();
        }
    }

    List<KeptCase> of(Viewer viewer, List<KeptRows.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var rules = rules(viewer.school());
        return database.read(sql -> {
            var linked =
                    new KeptRows(sql, viewer.school())
                            .people(viewer, rows.size() == 1 ? rows.getFirst().id() : null);
            var born = births.of(viewer.school(), known(linked, rules));
            return together(sql, viewer.school(), rows, linked, rules, born);
        });
    }

    /// Every ended case of a school, for the software itself: the door is not asked.
    List<KeptCase> ofEverybody(String school) {
        var rules = rules(school);
        return database.read(sql -> {
            var all = new KeptRows(sql, school);
            var linked = all.peopleOfAll();
            var born = births.of(school, known(linked, rules));
            return together(sql, school, all.endedOfAll(), linked, rules, born);
        });
    }

    KeptCase of(Tx tx, Viewer viewer, KeptRows.Row row) {
        var rules = rules(viewer.school());
        var linked = new KeptRows(tx.sql(), tx.school()).people(viewer, row.id());
        var known = new HashSet<>(linked.getOrDefault(row.id(), List.of()));
        known.retainAll(rules.children());
        return together(tx.sql(), tx.school(), List.of(row), linked, rules, births.of(tx, known))
                .getFirst();
    }

    /// Whose date of birth is asked for.
    private static Set<String> known(Map<String, List<String>> linked, Rules rules) {
        var known = linked.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        known.retainAll(rules.children());
        return known;
    }

    private List<KeptCase> together(
            DSLContext sql,
            String school,
            List<KeptRows.Row> rows,
            Map<String, List<String>> linked,
            Rules rules,
            Map<String, LocalDate> born) {
        var holds = new HashMap<String, HoldRows.Row>();
        var reviews = new HashMap<String, ReviewRows.Row>();
        for (int from = 0; from < rows.size(); from += MOST) {
            var ids =
                    rows.subList(from, Math.min(rows.size(), from + MOST)).stream()
                            .map(KeptRows.Row::id)
                            .toList();
            new HoldRows(sql, school)
                    .standing(ids)
                    .forEach(hold -> holds.putIfAbsent(hold.caseId(), hold));
            new ReviewRows(sql, school)
                    .of(ids)
                    .forEach(review -> reviews.put(review.caseId(), review));
        }
        var reasons = new Reasons(seals, school);
        return rows.stream()
                .map(row ->
                        kept(
                                row,
                                linked.getOrDefault(row.id(), List.of()),
                                rules,
                                born,
                                hold(reasons, holds.get(row.id())),
                                reasons,
                                reviews.get(row.id())))
                .toList();
    }

    private static KeptCase kept(
            KeptRows.Row row,
            List<String> linked,
            Rules rules,
            Map<String, LocalDate> born,
            KeptCase.@Nullable Hold hold,
            Reasons reasons,
            ReviewRows.@Nullable Row last) {
        var ended = row.endedAt();
        var who = linked.stream().map(person -> rules.kept(person, row, born)).toList();
        return new KeptCase(
                row.id(),
                row.kind(),
                row.reference(),
                row.edition(),
                row.category(),
                ended,
                linked,
                linked.stream()
                        .filter(rules.children()::contains)
                        .filter(person -> !born.containsKey(person))
                        .toList(),
                ended == null ? null : rules.schedule().of(SchoolTime.day(ended), who),
                hold,
                last == null || !last.waits() ? null : review(reasons, last),
                last == null ? null : last.keepUntil());
    }

    private static KeptCase.@Nullable Hold hold(Reasons reasons, HoldRows.@Nullable Row row) {
        return row == null
                ? null
                : new KeptCase.Hold(
                        row.id(),
                        reasons.hold(row.keyId(), row.id(), row.sealed()),
                        row.by(),
                        row.at());
    }

    private static KeptCase.Review review(Reasons reasons, ReviewRows.Row row) {
        return new KeptCase.Review(
                row.id(), reasons.review(row.keyId(), row.id(), row.sealed()), row.by(), row.at());
    }

    /// Whoever was ever in a group of children is held as one.
    private Rules rules(String school) {
        var pack = editions.running(school).pack();
        var groups = pack.vocabulary().groups();
        var everybody = people.directory(school).everybody();
        var children =
                everybody.stream()
                        .filter(each ->
                                each.memberships().stream()
                                        .map(Membership::group)
                                        .anyMatch(group ->
                                                groups.containsKey(group)
                                                        && groups.get(group).child()))
                        .map(each -> each.id())
                        .collect(Collectors.toSet());
        var left = new HashMap<String, LocalDate>();
        everybody.forEach(each -> lastDay(each).ifPresent(day -> left.put(each.id(), day)));
        var lowLevel =
                pack.kinds().values().stream()
                        .filter(ReportKind::register)
                        .map(ReportKind::key)
                        .collect(Collectors.toSet());
        return new Rules(Intervals.schedule(pack), children, left, lowLevel);
    }

    /// The last day of somebody whose every membership has an end.
    private static Optional<LocalDate> lastDay(Known known) {
        return known.memberships().stream().anyMatch(each -> each.to() == null)
                ? Optional.empty()
                : known.memberships().stream()
                        .flatMap(each -> Stream.ofNullable(each.to()))
                        .max(Comparator.naturalOrder());
    }
}
