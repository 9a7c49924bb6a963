// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.Births;
import school.lanyard.people.ClassMember;
import school.lanyard.people.Classes;
import school.lanyard.people.Guarded;
import school.lanyard.people.Guardian;
import school.lanyard.people.Guardians;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;
import school.lanyard.setup.Founding;

/// Founds the invented school through the services that found a real one: its policy, its people,
/// their families, posts and accounts.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoFounder {

    private static final String PACK = "boughton-leigh";

    /// The law as it was when the school's first edition was written.
    private static final String LAW = "extends: england-2025";

    /// From the range kept for invented people. One is left out, as at many a school.
    private static final Map<String, String> NUMBERS =
            new TreeMap<>(
                    Map.of(
                            "lado", "01632 960 105",
                            "local-authority", "01632 960 110",
                            "local-authority-out-of-hours", "01632 960 199"));

    /// How old, in whole years, everybody in the first of these is when it begins.
    private static final int YOUNGEST = 4;

    private static final List<String> YEARS = List.of("reception", "year-1", "year-2");

    /// The school that was founded.
    ///
    /// @param people their ids by those that the invented school knows them by
    record Founded(String id, Map<String, String> people) {

        String person(String invented) {
            return DemoFounder.id(people, invented);
        }
    }

    private final Database database;
    private final Seals seals;
    private final Editions editions;
    private final People people;
    private final Births births;
    private final Classes classes;
    private final Guardians guardians;
    private final Posts posts;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Founding founding;
    private final LocalNumbers numbers;
    private final Packs packs;
    private final InstantSource clock;

    DemoFounder(
            Database database,
            Seals seals,
            Editions editions,
            People people,
            Births births,
            Classes classes,
            Guardians guardians,
            Posts posts,
            Accounts accounts,
            Passwords passwords,
            Founding founding,
            LocalNumbers numbers,
            @Value("${lanyard.packs:packs}") String packs,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.editions = editions;
        this.people = people;
        this.births = births;
        this.classes = classes;
        this.guardians = guardians;
        this.posts = posts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.founding = founding;
        this.numbers = numbers;
        this.packs = Packs.in(Path.of(packs));
        this.clock = clock;
    }

    Founded found(DemoSchool school, DemoSecrets secrets) {
        var id = UUID.randomUUID().toString();
        var files = files();
        var pack = pack(files);
        seals.foundSchool(id);
        var known =
                database.found(
                        id,
                        tx -> {
                            founding.insert(tx, school.name(), true);
                            editions.publish(tx, Actor.NOBODY, pack, files.texts(), today());
                            NUMBERS.forEach((contact, number) ->
                                    numbers.set(
                                            tx, Actor.NOBODY, contact, number, clock.instant()));
                            var all = enrol(tx, school);
                            school.pupils().forEach(each -> born(tx, each, all));
                            return all;
                        });
        var hash = passwords.hash(secrets.password());
        database.change(
                id,
                tx -> {
                    relate(tx, school, known);
                    rooms(tx, school, known);
                    workers(school).forEach(one -> appoint(tx, one, known));
                    workers(school)
                            .filter(one -> !invitedLater(one))
                            .forEach(one -> account(tx, pack, one, known, hash, secrets.totp()));
                });
        return new Founded(id, known);
    }

    /// The kitchen has been sent invitations and nobody there has followed theirs yet.
    void invite(DemoSchool school, Founded founded, Actor by) {
        database.change(
                founded.id(),
                tx ->
                        workers(school)
                                .filter(DemoFounder::invitedLater)
                                .forEach(one ->
                                        accounts.invite(
                                                tx,
                                                by,
                                                id(founded.people(), one.id()),
                                                one.email())));
    }

    private PackFiles files() {
        var shipped = packs.files(PACK);
        var texts = new TreeMap<>(shipped.texts());
        // The first line says whose policy it is, and that is no invented school's.
        texts.computeIfPresent(
                "pack.yaml",
                (_, header) ->
                        header.replaceFirst("\\A#.*\n", "").replaceFirst("(?m)^extends:.*$", LAW));
        return new PackFiles(shipped.folder(), texts);
    }

    private Pack pack(PackFiles files) {
        return switch (packs.load(files)) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken broken ->
                    throw new IllegalStateException("the pack has faults: " + broken.faults());
        };
    }

    private Map<String, String> enrol(Tx tx, DemoSchool school) {
        var newcomers = school.people().filter(each -> sameAs(each) == null).toList();
        var ids =
                people.add(
                        tx,
                        Actor.NOBODY,
                        newcomers.stream().map(each -> entry(school, each)).toList());
        var known = new LinkedHashMap<String, String>();
        for (int i = 0; i < newcomers.size(); i++) known.put(newcomers.get(i).id(), ids.get(i));
        school.guardians().stream()
                .filter(each -> each.sameAs() != null)
                .forEach(each -> known.put(each.id(), id(known, String.valueOf(each.sameAs()))));
        return Map.copyOf(known);
    }

    /// Some day of the school year that makes the child as old as the class is.
    private void born(Tx tx, DemoSchool.Pupil pupil, Map<String, String> known) {
        int age = YOUNGEST + YEARS.indexOf(pupil.year());
        var september = LocalDate.of(today().getYear() + 1 - age, 9, 1);
        var day = september.minusDays(1 + Math.floorMod(pupil.number().hashCode(), 364));
        births.record(tx, Actor.NOBODY, id(known, pupil.id()), day, clock.instant());
    }

    private NewPerson entry(DemoSchool school, DemoSchool.Person person) {
        var name = person.given() + " " + person.family();
        var memberships = new ArrayList<Membership>();
        String room = null;
        switch (person) {
            case DemoSchool.Pupil pupil -> {
                room = pupil.classroom();
                memberships.addAll(yearByYear(pupil));
            }
            case DemoSchool.Staff _ -> memberships.add(Membership.since(today(), "staff"));
            case DemoSchool.Governor _ -> memberships.add(Membership.since(today(), "governor"));
            case DemoSchool.Guardian _ -> memberships.add(Membership.since(today(), "parent"));
        }
        if (!(person instanceof DemoSchool.Guardian)
                && school.guardians().stream().anyMatch(g -> person.id().equals(g.sameAs())))
            memberships.add(Membership.since(today(), "parent"));
        return new NewPerson(name, room, memberships);
    }

    /// In the year of founding each child was a year group lower; the youngest came a year later.
    private List<Membership> yearByYear(DemoSchool.Pupil pupil) {
        int now = YEARS.indexOf(pupil.year());
        var september = LocalDate.of(today().getYear() + 1, 9, 1);
        var present = new Membership("learner", pupil.year(), september, null);
        return now == 0
                ? List.of(present)
                : List.of(
                        new Membership(
                                "learner", YEARS.get(now - 1), today(), september.minusDays(1)),
                        present);
    }

    /// Parents have parental responsibility, other relatives have not, and one must not be
    /// contacted.
    private void relate(Tx tx, DemoSchool school, Map<String, String> known) {
        var never = school.guardians().size() / 2;
        guardians.record(
                tx,
                Actor.NOBODY,
                school.guardians().stream()
                        .flatMap(guardian ->
                                guardian.children().stream()
                                        .map(child ->
                                                new Guardian(
                                                        id(known, child),
                                                        id(known, guardian.id()),
                                                        true,
                                                        guardian.relation().equals("parent"),
                                                        school.guardians().indexOf(guardian)
                                                                != never)))
                        .toList(),
                clock.instant());
    }

    /// The classes of the year that is now; of the year before, each child knows their own.
    private void rooms(Tx tx, DemoSchool school, Map<String, String> known) {
        var september = LocalDate.of(today().getYear() + 1, 9, 1);
        var years = new LinkedHashMap<String, String>();
        school.pupils().forEach(each -> years.putIfAbsent(each.classroom(), each.year()));
        var titles = List.copyOf(years.keySet());
        var made =
                classes.begin(
                        tx,
                        Actor.NOBODY,
                        titles.stream()
                                .map(each -> new Classes.Begun(each, years.get(each)))
                                .toList(),
                        september,
                        clock.instant());
        var places = new ArrayList<Classes.Place>();
        for (var each : school.pupils()) {
            places.add(
                    new Classes.Place(
                            made.get(titles.indexOf(each.classroom())),
                            id(known, each.id()),
                            ClassMember.Part.LEARNER));
        }
        for (var each : school.staff()) {
            var room = each.classroom();
            if (room != null && titles.contains(room)) {
                places.add(
                        new Classes.Place(
                                made.get(titles.indexOf(room)),
                                id(known, each.id()),
                                ClassMember.Part.STAFF));
            }
        }
        classes.join(tx, Actor.NOBODY, places, september, clock.instant());
    }

    private void appoint(Tx tx, Worker one, Map<String, String> known) {
        var person = id(known, one.id());
        for (var role : one.roles()) {
            posts.refusal(tx, person, role, today(), null)
                    .ifPresent(why -> {
                        throw new IllegalStateException(role + " is refused: " + why);
                    });
            posts.make(tx, Actor.NOBODY, person, role, today(), null, "made-at-set-up");
        }
    }

    private void account(
            Tx tx, Pack pack, Worker one, Map<String, String> known, String hash, String totp) {
        var can = Posts.capabilities(pack, Set.copyOf(one.roles()));
        var guarded = Guarded.needsSecondFactor(can);
        accounts.seed(
                tx, Actor.NOBODY, id(known, one.id()), one.email(), hash, guarded ? totp : null);
    }

    /// Somebody who holds posts and signs in.
    private record Worker(String id, String post, List<String> roles, String email) {}

    private static Stream<Worker> workers(DemoSchool school) {
        return Stream.concat(
                school.staff().stream()
                        .map(s -> new Worker(s.id(), s.post(), s.roles(), s.email())),
                school.governors().stream()
                        .map(g -> new Worker(g.id(), "governor", g.roles(), g.email())));
    }

    private static boolean invitedLater(Worker one) {
        return one.post().equals("cook");
    }

    private static @Nullable String sameAs(DemoSchool.Person person) {
        return person instanceof DemoSchool.Guardian guardian ? guardian.sameAs() : null;
    }

    private static String id(Map<String, String> known, String id) {
        var found = known.get(id);
        if (found == null) throw new IllegalStateException("nobody is " + id);
        return found;
    }

    private LocalDate today() {
        return SchoolDay.today(clock);
    }
}
