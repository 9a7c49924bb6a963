// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.attestations.store.AttestationRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.People;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// What was signed in every school. Each is bound to the edition and to a hash of the words, and
/// recorded under the key of whom it is about.
@Service
public final class Attestations {

    static final String SIGNED = "attestation.signed";
    static final String ON_PAPER = "attestation.recorded-from-paper";
    static final String IN_CLASS = "attestation.agreed-in-class";
    static final String AT_THE_DOOR = "attestation.agreed-at-the-door";
    static final String WITHDRAWN = "attestation.withdrawn";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final People people;
    private final Audience audience;
    private final InstantSource clock;

    Attestations(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            People people,
            Audience audience,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.people = people;
        this.audience = audience;
        this.clock = clock;
    }

    /// What was signed by some people, or for them, as of now.
    public Book bookOf(String school, Collection<String> subjects) {
        var now = clock.instant();
        return book(
                editions.running(school),
                now,
                database.read(sql -> new AttestationRows(sql, school).about(subjects, now)));
    }

    /// What was signed of one text, as of now.
    public Book bookOf(String school, String agreement) {
        var now = clock.instant();
        return book(
                editions.running(school),
                now,
                database.read(sql -> new AttestationRows(sql, school).of(agreement, now)));
    }

    /// Everything that was signed, as of now.
    public Book book(String school) {
        var now = clock.instant();
        return book(editions.running(school), now, counting(school, now));
    }

    List<Attestation> counting(String school, Instant at) {
        return database.read(sql -> new AttestationRows(sql, school).counting(at));
    }

    private static Book book(Edition edition, Instant at, List<Attestation> all) {
        return new Book(edition.pack(), SchoolTime.day(at), all);
    }

    /// Signs a text. What is refused is said in plain words and changes nothing.
    public Outcome sign(Signature signature) {
        var at = clock.instant();
        var here = audience.on(signature.school(), SchoolTime.day(at));
        return database.write(
                signature.school(),
                tx -> {
                    var edition = editions.running(tx);
                    var agreement = edition.pack().agreements().get(signature.agreement());
                    var refused = refusal(signature, agreement, here);
                    if (agreement == null || refused.isPresent()) {
                        return new Outcome.Refused(refused.orElseThrow());
                    }
                    var signed =
                            new Attestation(
                                    id(signature, SchoolTime.day(at)),
                                    agreement.key(),
                                    Form.SIGNED,
                                    signature.way(),
                                    edition.id(),
                                    agreement.hash(),
                                    signature.subject(),
                                    signature.signer(),
                                    SchoolTime.day(at),
                                    signature.signer(),
                                    at);
                    return new Outcome.Done(
                            keep(tx, signed, Details.signed(signature.name()), SIGNED));
                });
    }

    private static Optional<String> refusal(
            Signature signature, @Nullable Agreement agreement, Audience.On here) {
        if (agreement == null) {
            return Optional.of("Nobody is asked to sign this any more.");
        }
        if (!here.maySign(agreement, signature.subject(), signature.signer())) {
            return Optional.of(
                    "You cannot sign this for them. Only somebody with parental responsibility whom"
                            + " the school has on record can.");
        }
        return agreement.hash().equals(signature.hash())
                ? Optional.empty()
                : Optional.of(
                        "The text was changed while you were reading. Read it as it is now, then"
                                + " sign.");
    }

    /// Records paper copies that were signed on a day, under the words of that day's edition.
    ///
    /// @param subjects whom the copies are about
    public Outcome recordPaper(
            String school,
            String by,
            String agreement,
            Collection<String> subjects,
            LocalDate signedOn) {
        var at = clock.instant();
        var edition = editionOn(school, signedOn, at);
        var text = edition.map(each -> each.pack().agreements().get(agreement));
        if (text.isEmpty() || signedOn.isAfter(SchoolTime.day(at))) {
            return new Outcome.Refused("There was no such text on that day.");
        }
        var here = audience.on(school, SchoolTime.day(at));
        var asked = subjects.stream().filter(each -> here.asks(text.get(), each)).toList();
        if (asked.isEmpty()) {
            return new Outcome.Refused("Choose whose copies you have");
        }
        database.change(
                school,
                tx ->
                        asked.forEach(subject ->
                                keep(
                                        tx,
                                        new Attestation(
                                                id(school, agreement, subject, "paper", signedOn),
                                                agreement,
                                                Form.SIGNED,
                                                Way.PAPER,
                                                edition.get().id(),
                                                text.get().hash(),
                                                subject,
                                                text.get().onBehalf() ? null : subject,
                                                signedOn,
                                                by,
                                                at),
                                        Details.signed(""),
                                        ON_PAPER)));
        return new Outcome.Done(asked.getFirst());
    }

    /// The edition whose words a copy signed on a day is under.
    public Optional<Edition> editionOn(String school, LocalDate day, Instant now) {
        var end = day.plusDays(1).atStartOfDay(SchoolTime.ZONE).toInstant();
        return editions.inForceAt(school, end.isBefore(now) ? end : now)
                .map(each -> each.edition());
    }

    /// Records that children of a class agreed to a text together.
    public Outcome recordClass(
            String school,
            String by,
            String agreement,
            String className,
            Collection<String> children) {
        var at = clock.instant();
        var today = SchoolTime.day(at);
        var here = audience.on(school, today);
        return database.write(
                school,
                tx -> {
                    var edition = editions.running(tx);
                    var text = edition.pack().agreements().get(agreement);
                    if (text == null || !text.asking().inClass()) {
                        return new Outcome.Refused("No class is asked to agree to this.");
                    }
                    var asked =
                            here.inClass(text, className).stream()
                                    .map(each -> each.id())
                                    .filter(children::contains)
                                    .toList();
                    asked.forEach(child ->
                            keep(
                                    tx,
                                    new Attestation(
                                            id(school, text.hash(), child, "class", today),
                                            agreement,
                                            Form.CLASS,
                                            Way.CLASS,
                                            edition.id(),
                                            text.hash(),
                                            child,
                                            null,
                                            today,
                                            by,
                                            at),
                                    Details.ofClass(className),
                                    IN_CLASS));
                    return asked.isEmpty()
                            ? new Outcome.Refused("Choose the children who agreed")
                            : new Outcome.Done(asked.getFirst());
                });
    }

    /// Records that a visitor agreed at the door to every text that is agreed to there.
    ///
    /// @param form tells the same form sent again from another one
    public void agreeAtTheDoor(
            String school, String form, List<Agreement> agreed, Edition edition, Details visitor) {
        var at = clock.instant();
        var keys = seals.newKeys(school, KeyKind.PERSON, agreed.size());
        database.change(
                school,
                tx -> {
                    for (int i = 0; i < agreed.size(); i++) {
                        var text = agreed.get(i);
                        var visit =
                                new Attestation(
                                        id(school, text.key(), form, "door", SchoolTime.day(at)),
                                        text.key(),
                                        Form.DOOR,
                                        Way.DOOR,
                                        edition.id(),
                                        text.hash(),
                                        null,
                                        null,
                                        SchoolTime.day(at),
                                        Actor.NOBODY.id(),
                                        at);
                        keep(tx, visit, visitor, keys.get(i), AT_THE_DOOR);
                    }
                });
    }

    private String keep(Tx tx, Attestation attestation, Details details, String action) {
        var key = people.keyOf(tx, Objects.requireNonNull(attestation.subject()));
        return keep(tx, attestation, details, key, action);
    }

    /// @return the id that it is kept under: what was withdrawn may be given anew
    private String keep(Tx tx, Attestation given, Details details, String key, String action) {
        var rows = new AttestationRows(tx.sql(), tx.school());
        var kept = rows.isWithdrawn(given.id()) ? given.under(UUID.randomUUID().toString()) : given;
        var sealed = seals.seal(tx.school(), key, details.bytes(), context(kept.id()));
        if (rows.insert(new AttestationRows.Row(kept, key, sealed))) {
            ledger.enter(tx, note(kept, action).with(key, words(kept)));
        }
        return kept.id();
    }

    private static Note note(Attestation kept, String action) {
        var subject = kept.subject();
        var about = subject == null ? List.of(kept.id()) : List.of(kept.id(), subject);
        return new Note(kept.recordedAt(), new Actor(kept.recordedBy()), action, about, null);
    }

    /// Which words it is under, so that no later change of the row goes unseen.
    private static String words(Attestation kept) {
        return JSON.writeValueAsString(
                Map.of(
                        "agreement", kept.agreement(),
                        "edition", kept.edition(),
                        "text", kept.textHash(),
                        "signedOn", kept.signedOn().toString()));
    }

    /// Makes an attestation that was recorded by mistake count for nothing. That it was there
    /// stays.
    ///
    /// @return false if there is none that counts
    public boolean withdraw(String school, String by, String id, String why) {
        return database.write(
                school,
                tx -> {
                    var rows = new AttestationRows(tx.sql(), school);
                    var found = rows.find(id);
                    if (found.isEmpty()) {
                        return false;
                    }
                    var key = found.get().keyId();
                    var sealed =
                            seals.seal(
                                    school,
                                    key,
                                    why.getBytes(StandardCharsets.UTF_8),
                                    context(id) + ":withdrawn");
                    var at = clock.instant();
                    if (!rows.withdraw(id, key, sealed, by, at)) {
                        return false;
                    }
                    ledger.enter(tx, Note.of(at, Actor.person(by), WITHDRAWN, id));
                    return true;
                });
    }

    /// An attestation with what was typed.
    ///
    /// @param withdrawn whether it counts for nothing
    public record Opened(Attestation attestation, Details details, boolean withdrawn) {}

    public Optional<Opened> find(String school, String id) {
        return database.read(sql -> {
            var rows = new AttestationRows(sql, school);
            return rows.find(id).flatMap(row -> opened(school, row, rows.isWithdrawn(id)));
        });
    }

    private Optional<Opened> opened(String school, AttestationRows.Row row, boolean withdrawn) {
        try {
            var id = row.attestation().id();
            var open = seals.open(school, row.keyId(), row.sealed(), context(id));
            return Optional.of(new Opened(row.attestation(), Details.read(open), withdrawn));
        } catch (KeyDestroyedException disposed) {
            return Optional.empty();
        }
    }

    /// Who agreed at the door since a moment, the newest first. Enter the reading first.
    public List<Opened> atTheDoor(String school, Instant since, int most) {
        return database
                .read(sql -> new AttestationRows(sql, school).atTheDoor(since, most))
                .stream()
                .flatMap(row -> opened(school, row, false).stream())
                .toList();
    }

    Optional<AttestationRows.Door> door(String school, String agreement, Instant upTo) {
        return database.read(sql -> new AttestationRows(sql, school).door(agreement, upTo));
    }

    private static String id(Signature signature, LocalDate day) {
        return id(
                signature.school(),
                signature.agreement() + signature.hash(),
                signature.subject() + signature.signer(),
                signature.way().name(),
                day);
    }

    /// The same thing recorded twice on a day is one.
    private static String id(String school, String what, String whom, String way, LocalDate day) {
        return UUID.nameUUIDFromBytes(
                        String.join("\n", school, what, whom, way, day.toString())
                                .getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String context(String id) {
        return "attestation:" + id;
    }
}
