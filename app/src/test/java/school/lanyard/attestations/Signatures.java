// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import static school.lanyard.testing.House.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.people.Kinship;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.testing.House;
import school.lanyard.testing.Willow;

/// Willow Bank with a parent of a child and an aunt without responsibility, and a clock that a test
/// puts forward.
final class Signatures {

    static final String PARENT = "Beatrice Hart";
    static final String AUNT = "Cordelia Hart";

    private final House house;
    final Willow willow;
    final Ledger ledger;
    final Attestations attestations;
    final SignLinks links;
    final ToSign toSign;
    final Audience audience;
    private final People people;
    private final Editions editions;
    private Instant now = NINE;

    Signatures(House house) {
        this.house = house;
        this.ledger = new Ledger(house.database(), house.seals());
        this.willow = Willow.fill(house, ledger);
        this.people = new People(house.database(), house.seals(), ledger, () -> now);
        this.editions = new Editions(house.database(), ledger, () -> now);
        this.audience = new Audience(people, new Appointments(house.database()));
        this.attestations =
                new Attestations(
                        house.database(),
                        house.seals(),
                        ledger,
                        editions,
                        people,
                        audience,
                        () -> now);
        this.links = new SignLinks(house.database(), house.seals(), ledger, audience, () -> now);
        this.toSign = new ToSign(attestations, audience, () -> now);
        willow.adult(PARENT, "parent", null);
        willow.adult(AUNT, "parent", null);
        willow.related(Willow.CHILD, PARENT);
        house.database()
                .change(
                        willow.school(),
                        tx ->
                                people.relate(
                                        tx,
                                        Actor.LANYARD,
                                        List.of(
                                                new Kinship(
                                                        willow.id(Willow.CHILD),
                                                        willow.id(AUNT),
                                                        Kinship.Kind.RELATIVE))));
    }

    void forward(Duration by) {
        now = now.plus(by);
    }

    Agreement text(String key) {
        return editions.running(willow.school()).pack().agreements().get(key);
    }

    Outcome sign(String agreement, String subject, String signer) {
        return sign(agreement, subject, signer, text(agreement).hash());
    }

    Outcome sign(String agreement, String subject, String signer, String hash) {
        return attestations.sign(
                new Signature(
                        willow.school(),
                        agreement,
                        hash,
                        willow.id(subject),
                        willow.id(signer),
                        Way.ACCOUNT,
                        ""));
    }

    Standing standing(String agreement, Form form, String subject) {
        return attestations
                .bookOf(willow.school(), List.of(willow.id(subject)))
                .of(text(agreement), form, willow.id(subject));
    }

    /// Publishes an edition in which some words are others.
    void publish(String was, String now) {
        var pack = Packs.fromCanonical(Willow.PACK.canonical().replace(was, now));
        house.database()
                .change(
                        willow.school(),
                        tx -> editions.publish(tx, Actor.LANYARD, pack, Willow.TODAY));
    }

    void leave(String name, String group) {
        house.database()
                .change(
                        willow.school(),
                        tx ->
                                people.leave(
                                        tx,
                                        Actor.LANYARD,
                                        willow.id(name),
                                        group,
                                        Willow.TODAY.minusDays(1)));
    }
}
