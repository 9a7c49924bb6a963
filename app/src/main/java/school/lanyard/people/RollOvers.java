// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.MembershipRows;
import school.lanyard.people.store.RollOverRows;
import school.lanyard.web.YearGroups;

/// Takes a school over to its next year in one step: every child goes up a year, every class has
/// its next name, and the oldest leave. It can be taken back.
@Service
public final class RollOvers {

    static final String LEARNER = "learner";
    private static final String PARENT = "parent";
    private static final int LAST_YEAR = 13;

    /// A class as it is, and where its children go.
    ///
    /// @param nextYear absent for a class whose children leave, or are of several years
    public record Room(SchoolClass now, long children, @Nullable String nextYear, boolean leaves) {}

    /// What a roll-over would do.
    ///
    /// @param years the year groups that have children now, youngest first
    /// @param lastYear the one whose children leave
    /// @param withoutYear children of whom nobody knows the year, who stay as they are
    public record Preview(
            List<String> years,
            String lastYear,
            List<Room> rooms,
            int moving,
            int leaving,
            int withoutYear) {}

    /// One that was made.
    ///
    /// @param undoneAt absent while it stands
    public record RollOver(
            String id,
            LocalDate firstOn,
            int moved,
            String madeBy,
            Instant madeAt,
            @Nullable Instant undoneAt) {}

    /// What is asked for.
    ///
    /// @param titles the next name of each class by its id; none where its children get no class
    ///   yet
    public record Asked(LocalDate firstOn, String lastYear, Map<String, String> titles) {}

    private final Database database;
    private final Ledger ledger;
    private final People people;
    private final Classes classes;

    public RollOvers(Database database, Ledger ledger, People people, Classes classes) {
        this.database = database;
        this.ledger = ledger;
        this.people = people;
        this.classes = classes;
    }

    /// The year after a year; absent after the last.
    static Optional<String> after(String year) {
        return switch (year) {
            case "nursery" -> Optional.of("reception");
            case "reception" -> Optional.of("year-1");
            default -> {
                var digits = year.replaceAll("\\D", "");
                var next =
                        digits.isEmpty() || digits.length() > 2 ? 0 : Integer.parseInt(digits) + 1;
                yield next == 0 || next > LAST_YEAR
                        ? Optional.empty()
                        : Optional.of(year.replace(digits, String.valueOf(next)));
            }
        };
    }

    /// Everything that was rolled over, newest first.
    public List<RollOver> all(String school) {
        return database.read(sql -> new RollOverRows(sql, school).all());
    }

    /// What a roll-over would do.
    ///
    /// @param lastYear whose children leave; absent for the oldest there is
    public Preview preview(String school, LocalDate today, @Nullable String lastYear) {
        return database.read(sql -> {
            var learners = learners(new MembershipRows(sql, school).on(today));
            var years =
                    learners.stream()
                            .map(MembershipRows.Row::yearGroup)
                            .filter(each -> each != null)
                            .distinct()
                            .sorted(YearGroups.IN_ORDER)
                            .toList();
            var last =
                    lastYear != null && years.contains(lastYear)
                            ? lastYear
                            : years.isEmpty() ? "" : years.getLast();
            var leaving = learners.stream().filter(each -> leaves(each.yearGroup(), last)).count();
            var without = learners.stream().filter(each -> each.yearGroup() == null).count();
            return new Preview(
                    years,
                    last,
                    rooms(school, today, last),
                    (int) (learners.size() - leaving - without),
                    (int) leaving,
                    (int) without);
        });
    }

    private List<Room> rooms(String school, LocalDate today, String last) {
        var children =
                classes.members(school, today).stream()
                        .filter(each -> each.part() == ClassMember.Part.LEARNER)
                        .collect(groupingBy(ClassMember::schoolClass, counting()));
        return classes.on(school, today).stream()
                .map(each ->
                        new Room(
                                each,
                                children.getOrDefault(each.id(), 0L),
                                each.yearGroup() == null
                                        ? null
                                        : after(each.yearGroup()).orElse(null),
                                leaves(each.yearGroup(), last)))
                .toList();
    }

    private static List<MembershipRows.Row> learners(List<MembershipRows.Row> all) {
        return all.stream().filter(each -> each.group().equals(LEARNER)).toList();
    }

    private static boolean leaves(@Nullable String year, String last) {
        return year != null
                && !last.isEmpty()
                && (year.equals(last) || YearGroups.IN_ORDER.compare(year, last) > 0);
    }

    /// Why a school cannot be rolled over from a day on; absent if it can.
    public Optional<String> refusal(String school, LocalDate firstOn, LocalDate today) {
        if (firstOn.isBefore(today.minusDays(90)) || firstOn.isAfter(today.plusDays(120))) {
            return Optional.of(
                    "The first day of the new year must be within the last 90 or the next 120 days");
        }
        return all(school).stream()
                .filter(each -> each.undoneAt() == null)
                .filter(each -> each.firstOn().plusMonths(6).isAfter(firstOn))
                .findFirst()
                .map(_ ->
                        "The school was rolled over less than six months before that day already");
    }

    /// Does it, in one transaction.
    public void roll(String school, Actor by, Asked asked, Instant at) {
        database.change(school, tx -> new Rolling(tx, by, asked, at).all());
    }

    /// Takes one back. What somebody has changed since stays as they made it.
    ///
    /// @return whether there was one to take back
    public boolean undo(String school, Actor by, String id, Instant at) {
        return database.write(
                school,
                tx -> {
                    var rows = new RollOverRows(tx.sql(), tx.school());
                    var newest =
                            rows.all().stream().filter(each -> each.undoneAt() == null).findFirst();
                    if (newest.filter(each -> each.id().equals(id)).isEmpty()) {
                        return false;
                    }
                    rows.takeBack(newest.get());
                    rows.undone(id, by.id(), at);
                    ledger.enter(tx, Note.of(at, by, "roster.roll-over-undone", id));
                    people.forgetAfter(tx);
                    return true;
                });
    }

    /// One roll-over as it is made.
    private final class Rolling {

        private final Tx tx;
        private final Actor by;
        private final Asked asked;
        private final Instant at;
        private final LocalDate lastDay;
        private final MembershipRows memberships;
        private final RollOverRows rows;
        private final String id;

        Rolling(Tx tx, Actor by, Asked asked, Instant at) {
            this.tx = tx;
            this.by = by;
            this.asked = asked;
            this.at = at;
            this.lastDay = asked.firstOn().minusDays(1);
            this.memberships = new MembershipRows(tx.sql(), tx.school());
            this.rows = new RollOverRows(tx.sql(), tx.school());
            this.id = RollOverRows.newId();
        }

        void all() {
            var before = learners(memberships.on(lastDay));
            var moving =
                    before.stream()
                            .filter(each -> each.yearGroup() != null && each.to() == null)
                            .toList();
            rows.insert(id, asked.firstOn(), moving.size(), by.id(), at);
            var gone =
                    moving.stream()
                            .filter(each -> leaves(each.yearGroup(), asked.lastYear()))
                            .map(MembershipRows.Row::person)
                            .collect(Collectors.toSet());
            moving.forEach(each -> move(each, gone.contains(each.person())));
            parentsOf(gone, before);
            rooms(gone);
            ledger.enter(tx, Note.of(at, by, "roster.rolled-over", id));
            people.forgetAfter(tx);
        }

        private void move(MembershipRows.Row row, boolean leaving) {
            var next = row.yearGroup() == null ? null : after(row.yearGroup()).orElse(null);
            memberships.end(row.id(), lastDay);
            rows.step(id, RollOverRows.Kind.MEMBERSHIP_ENDED, row.id());
            if (!leaving && next != null) {
                rows.step(
                        id,
                        RollOverRows.Kind.MEMBERSHIP_BEGUN,
                        memberships.begin(row.person(), LEARNER, next, asked.firstOn()));
            }
        }

        /// Whoever has no other child at the school is a parent here no longer.
        private void parentsOf(Set<String> gone, List<MembershipRows.Row> before) {
            var staying =
                    before.stream()
                            .map(MembershipRows.Row::person)
                            .filter(each -> !gone.contains(each))
                            .collect(Collectors.toSet());
            var families =
                    rows.kin().stream()
                            .filter(each ->
                                    gone.contains(each.person()) || staying.contains(each.person()))
                            .collect(
                                    groupingBy(
                                            Kinship::relative,
                                            Collectors.mapping(
                                                    Kinship::person, Collectors.toSet())));
            memberships.on(lastDay).stream()
                    .filter(each -> each.group().equals(PARENT) && each.to() == null)
                    .filter(each -> families.containsKey(each.person()))
                    .filter(each ->
                            gone.containsAll(families.getOrDefault(each.person(), Set.of())))
                    .forEach(each -> {
                        memberships.end(each.id(), lastDay);
                        rows.step(id, RollOverRows.Kind.MEMBERSHIP_ENDED, each.id());
                    });
        }

        private void rooms(Set<String> gone) {
            var old = classes.on(tx, lastDay);
            var next = begin(old);
            var byClass =
                    classes.members(tx, lastDay).stream()
                            .filter(each -> each.to() == null)
                            .collect(groupingBy(ClassMember::schoolClass));
            for (var room : old) {
                if (room.to() == null) {
                    rows.endClass(room.id(), lastDay);
                    rows.step(id, RollOverRows.Kind.CLASS_ENDED, room.id());
                    byClass.getOrDefault(room.id(), List.of())
                            .forEach(each -> member(each, next.get(room.id()), gone));
                }
            }
        }

        private void member(ClassMember member, @Nullable String next, Set<String> gone) {
            rows.endMember(member.id(), lastDay);
            rows.step(id, RollOverRows.Kind.MEMBER_ENDED, member.id());
            if (next != null
                    && member.part() == ClassMember.Part.LEARNER
                    && !gone.contains(member.person())) {
                rows.step(
                        id,
                        RollOverRows.Kind.MEMBER_BEGUN,
                        rows.join(
                                new Classes.Place(next, member.person(), member.part()),
                                asked.firstOn()));
            }
        }

        /// The next class of each: those given one name become one.
        private Map<String, String> begin(List<SchoolClass> old) {
            var titles = new LinkedHashMap<String, SchoolClass>();
            for (var room : old) {
                var title = asked.titles().getOrDefault(room.id(), "").strip();
                if (!title.isEmpty() && !leaves(room.yearGroup(), asked.lastYear())) {
                    titles.putIfAbsent(title, room);
                }
            }
            var names = List.copyOf(titles.keySet());
            var made =
                    classes.begin(
                            tx,
                            by,
                            names.stream().map(each -> begun(each, titles.get(each))).toList(),
                            asked.firstOn(),
                            at);
            made.forEach(each -> rows.step(id, RollOverRows.Kind.CLASS_BEGUN, each));
            var byTitle = new HashMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                byTitle.put(names.get(i), made.get(i));
            }
            return old.stream()
                    .filter(each ->
                            byTitle.containsKey(asked.titles().getOrDefault(each.id(), "").strip()))
                    .collect(
                            toMap(
                                    SchoolClass::id,
                                    each ->
                                            byTitle.getOrDefault(
                                                    asked.titles()
                                                            .getOrDefault(each.id(), "")
                                                            .strip(),
                                                    "")));
        }

        private static Classes.Begun begun(String title, @Nullable SchoolClass from) {
            var year = from == null ? null : from.yearGroup();
            return new Classes.Begun(title, year == null ? null : after(year).orElse(null));
        }
    }
}
