// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.people.Kinship;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.policy.Editions;

/// An invented infant school on a real pack: a few people, their posts and families, by name.
public final class Willow {

    public static final LocalDate TERM = LocalDate.of(2026, 9, 1);
    public static final LocalDate TODAY = SchoolTime.day(NINE);
    public static final Pack PACK = pack();

    public static final String TEACHER = "Robin Fielding";
    public static final String DSL = "Helen Brownlow";
    public static final String DEPUTY = "Marcus Oyelaran";
    public static final String HEAD = "Judith Penhale";
    public static final String CHAIR = "Stephen Quayle";
    public static final String VICE_CHAIR = "Ottoline Zeller";
    public static final String CHILD = "Amelia Hart";
    public static final String HEADS_CHILD = "Tomos Griffith";

    private final Database database;
    private final String school;
    private final People people;
    private final Posts posts;
    private final Map<String, String> ids = new HashMap<>();

    private Willow(Database database, String school, People people, Posts posts) {
        this.database = database;
        this.school = school;
        this.people = people;
        this.posts = posts;
    }

    /// Fills a school that was only just founded.
    public static Willow fill(
            Database database, String school, People people, Editions editions, Posts posts) {
        var willow = new Willow(database, school, people, posts);
        database.change(school, tx -> editions.publish(tx, Actor.LANYARD, PACK, TERM));
        willow.adult(TEACHER, "staff", "class-teacher");
        willow.adult(DSL, "staff", "dsl");
        willow.adult(DEPUTY, "staff", "deputy-dsl");
        willow.adult(HEAD, "staff", "headteacher");
        willow.adult(CHAIR, "governor", "chair-of-governors");
        willow.adult(VICE_CHAIR, "governor", "vice-chair");
        willow.learner(CHILD, "Kestrels", "1");
        willow.learner(HEADS_CHILD, "Wrens", "R");
        willow.related(HEADS_CHILD, HEAD);
        return willow;
    }

    /// The same, without Spring.
    public static Willow fill(House house, Ledger ledger) {
        var editions = new Editions(house.database(), ledger, () -> NINE);
        return fill(
                house.database(),
                house.school(),
                new People(house.database(), house.seals(), ledger, () -> NINE),
                editions,
                new Posts(new Appointments(house.database()), editions, ledger, () -> NINE));
    }

    public String school() {
        return school;
    }

    public String id(String name) {
        return ids.get(name);
    }

    public String name(String id) {
        return ids.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public Viewer viewer(String name) {
        return new Viewer(school, id(name), TODAY);
    }

    public String adult(String name, String group, @Nullable String role) {
        var id = add(NewPerson.named(name, Membership.since(TERM, group)));
        database.change(
                school,
                tx -> {
                    account(tx, id);
                    if (role != null) {
                        appoint(tx, id, role);
                    }
                });
        return id;
    }

    public String learner(String name, String className, String year) {
        return add(
                new NewPerson(
                        name, className, List.of(new Membership("learner", year, TERM, null))));
    }

    public void related(String person, String relative) {
        database.change(
                school,
                tx ->
                        people.relate(
                                tx,
                                Actor.LANYARD,
                                List.of(
                                        new Kinship(
                                                id(person), id(relative), Kinship.Kind.GUARDIAN))));
    }

    public void appoint(String name, String role) {
        database.change(school, tx -> appoint(tx, id(name), role));
    }

    public void vacate(String role) {
        database.change(
                school,
                tx -> tx.sql().deleteFrom(APPOINTMENT).where(APPOINTMENT.ROLE.eq(role)).execute());
    }

    private String add(NewPerson person) {
        var id = database.write(school, tx -> people.add(tx, Actor.LANYARD, person));
        ids.put(person.name(), id);
        return id;
    }

    private static void account(Tx tx, String person) {
        tx.sql()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ID, UUID.randomUUID().toString())
                .set(ACCOUNT.SCHOOL, tx.school())
                .set(ACCOUNT.PERSON, person)
                .set(ACCOUNT.ADDRESS_PRINT, UUID.randomUUID().toString())
                .set(ACCOUNT.SEALED, new byte[] {0})
                .set(ACCOUNT.TOTP_STEP, 0L)
                .set(ACCOUNT.CHANGED_AT, NINE)
                .execute();
    }

    private void appoint(Tx tx, String person, String role) {
        posts.make(tx, Actor.LANYARD, person, role, TERM, null, "made");
    }

    private static Pack pack() {
        var loaded = Packs.in(Path.of("../packs")).load("boughton-leigh");
        return switch (loaded) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken broken -> throw new IllegalStateException(broken.toString());
        };
    }
}
