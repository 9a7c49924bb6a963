// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import static school.lanyard.testing.House.NINE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.CaseWork;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Endings;
import school.lanyard.concerns.Report;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Births;
import school.lanyard.policy.Editions;
import school.lanyard.testing.House;
import school.lanyard.testing.Willow;

/// A school with a case that ended long ago, about a child who has grown up since.
record Old(House house, CaseWork work, Willow willow, Retention retention, Disposals disposals) {

    static final String WORDS = "A stranger in a game called Zephyrine.";
    static final LocalDate GROWN = LocalDate.of(1999, 5, 3);

    static Old in(House house) {
        var work = CaseWork.in(house);
        return with(house, work, Willow.fill(house, work.ledger()));
    }

    /// The same after the house was closed and opened again.
    static Old again(House house, Willow willow) {
        return with(house, CaseWork.in(house), willow);
    }

    private static Old with(House house, CaseWork work, Willow willow) {
        var births = births(house, work);
        var disposals =
                new Disposals(house.database(), house.seals(), work.ledger(), _ -> {}, () -> NINE);
        var keeping =
                new Keeping(
                        house.database(),
                        house.seals(),
                        work.people(),
                        births,
                        new Editions(house.database(), work.ledger(), () -> NINE));
        var retention =
                new Retention(
                        house.database(), house.seals(), work.ledger(), births, keeping, disposals);
        return new Old(house, work, willow, retention, disposals);
    }

    private static Births births(House house, CaseWork work) {
        return new Births(house.database(), house.seals(), work.ledger(), work.people());
    }

    void born(String name, LocalDate day) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                births(house, work)
                                        .record(tx, Actor.LANYARD, willow.id(name), day, NINE));
    }

    Viewer as(String name) {
        return willow.viewer(name);
    }

    /// A closed incident about somebody.
    String incident(String about) {
        var reference =
                work.incidents()
                        .openFrom(as(Willow.DSL), open(about), List.of(), NINE)
                        .orElseThrow();
        new Endings(work.incidents(), as(Willow.DSL), NINE).end(reference);
        return reference;
    }

    /// A concern about somebody that was answered without an incident.
    String ended(String about) {
        var reference = open(about);
        work.concerns()
                .answer(
                        as(Willow.DSL),
                        reference,
                        new Concern.Answer("It was a misunderstanding.", "Nobody.", true, "That."),
                        UUID.randomUUID().toString(),
                        NINE);
        return reference;
    }

    /// A concern that waits.
    String open(String about) {
        return work.concerns()
                .receive(
                        as(Willow.TEACHER),
                        UUID.randomUUID().toString(),
                        new Report(
                                List.of("anything-else"),
                                List.of(new Report.Named(willow.id(about), about)),
                                WORDS,
                                "",
                                Willow.TODAY,
                                null,
                                "",
                                Report.Place.OFF_SITE,
                                "",
                                "",
                                false,
                                "",
                                NINE))
                .reference();
    }

    KeptCase.State state(String reference) {
        return retention
                .find(as(Willow.DSL), reference, NINE)
                .map(each -> each.on(Willow.TODAY))
                .orElseThrow();
    }

    Answer decide(String by, String reference) {
        return retention.review(
                as(by), reference, new Decision.Dispose(), "Nobody needs it.", NINE);
    }

    Answer agree(String by, String reference) {
        return retention.answer(as(by), reference, true, NINE);
    }
}
