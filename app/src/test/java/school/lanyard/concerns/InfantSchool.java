// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.Kinship;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// A small school on Boughton Leigh's rules, with its real services on a real database.
final class InfantSchool implements AutoCloseable {

    static final Pack PACK =
            ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load("boughton-leigh")).pack();
    static final LocalDate TODAY = SchoolTime.day(NINE);

    final House house;
    final Ledger ledger;
    final People people;
    Instant now = NINE;
    final Editions editions;
    final Drafts drafts;
    final Concerns concerns;
    final Incidents incidents;
    final Queue queue;
    private final Map<String, String> ids = new HashMap<>();

    InfantSchool(Engine engine, Path directory) {
        this(House.fresh(engine, directory));
    }

    InfantSchool(House house) {
        this.house = house;
        var work = CaseWork.in(house, () -> now);
        ledger = work.ledger();
        people = work.people();
        editions = work.editions();
        drafts = work.drafts();
        concerns = work.concerns();
        incidents = work.incidents();
        queue = new Queue(house.database(), ledger);
        house.database()
                .change(
                        house.school(),
                        tx -> editions.publish(tx, Actor.LANYARD, PACK, TODAY.minusDays(1)));
        staff("dsl", "Diana Sharpe", "dsl");
        staff("deputy", "Devon Pell", "deputy-dsl");
        staff("head", "Harriet Stone", "headteacher");
        governor("chair", "Colin Hale", "chair-of-governors");
        governor("vice", "Vera Quill", "vice-chair");
        staff("teacher", "Tess Marlow", "class-teacher");
        pupil("pip", "Pip Underhill");
        pupil("bo", "Bo Larkin");
    }

    String staff(String key, String name, String role) {
        return add(key, name, "staff", role);
    }

    String governor(String key, String name, String role) {
        return add(key, name, "governor", role);
    }

    String pupil(String key, String name) {
        return add(key, name, "learner", null);
    }

    private String add(
            String key, String name, String group, @org.jspecify.annotations.Nullable String role) {
        var id =
                house.database()
                        .write(
                                house.school(),
                                tx ->
                                        people.add(
                                                tx,
                                                Actor.LANYARD,
                                                NewPerson.named(
                                                        name, Membership.since(TODAY, group))));
        ids.put(key, id);
        if (role != null) {
            account(id);
            appoint(key, role);
        }
        return id;
    }

    void appoint(String key, String role) {
        var made = UUID.randomUUID().toString();
        house.database()
                .change(
                        house.school(),
                        tx -> {
                            tx.sql()
                                    .insertInto(APPOINTMENT)
                                    .set(APPOINTMENT.ID, made)
                                    .set(APPOINTMENT.SCHOOL, tx.school())
                                    .set(APPOINTMENT.PERSON, id(key))
                                    .set(APPOINTMENT.ROLE, role)
                                    .set(APPOINTMENT.FROM_ON, TODAY)
                                    .set(APPOINTMENT.MADE_BY, "test")
                                    .set(APPOINTMENT.MADE_AT, NINE)
                                    .execute();
                            ledger.enter(
                                    tx,
                                    Note.of(
                                            NINE,
                                            Actor.LANYARD,
                                            "appointment.made",
                                            id(key),
                                            made));
                        });
    }

    void endAppointments(String key) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                tx.sql()
                                        .update(APPOINTMENT)
                                        .set(APPOINTMENT.TO_ON, TODAY.minusDays(1))
                                        .where(APPOINTMENT.PERSON.eq(id(key)))
                                        .execute());
    }

    void relate(String one, String other) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                people.relate(
                                        tx,
                                        Actor.LANYARD,
                                        List.of(
                                                new Kinship(
                                                        id(one),
                                                        id(other),
                                                        Kinship.Kind.RELATIVE))));
    }

    private void account(String person) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                tx.sql()
                                        .insertInto(ACCOUNT)
                                        .set(ACCOUNT.ID, UUID.randomUUID().toString())
                                        .set(ACCOUNT.SCHOOL, tx.school())
                                        .set(ACCOUNT.PERSON, person)
                                        .set(ACCOUNT.ADDRESS_PRINT, person)
                                        .set(ACCOUNT.SEALED, new byte[0])
                                        .set(ACCOUNT.TOTP_STEP, 0L)
                                        .set(ACCOUNT.CHANGED_AT, NINE)
                                        .execute());
    }

    String id(String key) {
        return ids.get(key);
    }

    Viewer as(String key) {
        return new Viewer(house.school(), id(key), TODAY);
    }

    /// A concern by the teacher about a child, naming people of the roster by key.
    Receipt report(String about, String... named) {
        return report(
                about,
                java.util.Arrays.stream(named).map(key -> new Report.Named(id(key), key)).toList());
    }

    Receipt report(String about, List<Report.Named> named) {
        return report(about, named, false);
    }

    /// A concern that says somebody is at risk now.
    Receipt alarm(String about, String person) {
        return report(about, List.of(new Report.Named(id(person), person)), true);
    }

    private Receipt report(String about, List<Report.Named> named, boolean atRiskNow) {
        return concerns.receive(
                as("teacher"),
                UUID.randomUUID().toString(),
                new Report(
                        List.of(about),
                        named,
                        "Said that a stranger had sent a message in a game.",
                        "He asked my name.",
                        TODAY,
                        LocalTime.of(8, 45),
                        "",
                        Report.Place.OFF_SITE,
                        "At home",
                        "A tablet",
                        atRiskNow,
                        atRiskNow ? "They meet today." : "",
                        NINE));
    }

    @Override
    public void close() {
        house.close();
    }
}
