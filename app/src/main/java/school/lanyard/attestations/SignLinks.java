// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.attestations.store.LinkRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.sealing.Seals;

/// Links with which one person signs without an account: for a while, until they have signed, or
/// until the school takes them back.
///
/// A link's secret is a keyed print of a random id. It is kept nowhere and can be printed again; a
/// stolen database makes none.
@Service
public final class SignLinks {

    /// Long enough for a letter to lie on a kitchen table over half a term.
    public static final Duration LASTS = Duration.ofDays(42);

    static final String MADE = "attestation.link-made";
    static final String REVOKED = "attestation.link-revoked";
    static final String USED = "attestation.link-used";

    private static final String PURPOSE = "attestation-link";

    /// What became of a secret that somebody followed.
    public sealed interface Followed {

        /// It works.
        record Open(String link, String school, String person) implements Followed {}

        /// It does not, and why, in plain words.
        record Dead(String title, String why) implements Followed {}
    }

    /// A link as the office sees it. It never shows the secret of a link by itself.
    public record Listed(String id, String person, Instant madeAt, Instant expiresAt) {}

    private static final Followed.Dead UNKNOWN =
            new Followed.Dead(
                    "This link does not work",
                    "No school gave out a link with this address. Check that all of it was copied,"
                            + " or ask the school for a new one.");
    private static final Followed.Dead SPENT =
            new Followed.Dead(
                    "This link has been used",
                    "Everything that it was for has been signed. You need do nothing more. If you"
                            + " did not sign, tell the school.");
    private static final Followed.Dead TAKEN_BACK =
            new Followed.Dead(
                    "This link was taken back",
                    "The school took it back or sent a newer one. Use the newest, or ask the"
                            + " school.");
    private static final Followed.Dead TOO_OLD =
            new Followed.Dead(
                    "This link is too old",
                    "It worked for six weeks. Ask the school for a new one.");
    private static final Followed.Dead LEFT =
            new Followed.Dead(
                    "This link does not work any more",
                    "The person whom it was made for does not belong to the school any more.");

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Audience audience;
    private final InstantSource clock;

    SignLinks(
            Database database, Seals seals, Ledger ledger, Audience audience, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.audience = audience;
        this.clock = clock;
    }

    /// Makes a link for each of these people, or finds the one that works already.
    ///
    /// @return the secret of each, by person
    public Map<String, String> make(String school, String by, Collection<String> people) {
        var at = clock.instant();
        return database.write(
                school,
                tx -> {
                    var rows = new LinkRows(tx.sql());
                    var known = new LinkedHashMap<String, String>();
                    rows.open(school, at).forEach(row -> known.putIfAbsent(row.person(), row.id()));
                    var secrets = new LinkedHashMap<String, String>();
                    for (var person : people) {
                        var id = known.computeIfAbsent(person, _ -> make(tx, rows, by, person, at));
                        secrets.put(person, secret(school, id));
                    }
                    return secrets;
                });
    }

    private String make(Tx tx, LinkRows rows, String by, String person, Instant at) {
        var id = UUID.randomUUID().toString();
        rows.insert(
                new LinkRows.Row(id, tx.school(), person, by, at, at.plus(LASTS), null),
                Sha256.hex(secret(tx.school(), id)));
        ledger.enter(tx, Note.of(at, Actor.person(by), MADE, id, person));
        return id;
    }

    private String secret(String school, String id) {
        return seals.print(school, PURPOSE, id);
    }

    /// What a secret opens. Following it changes nothing.
    public Followed follow(String secret) {
        var found = database.read(sql -> new LinkRows(sql).withHash(Sha256.hex(secret)));
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var row = found.get();
        var now = clock.instant();
        if (row.ended() != null) {
            return row.ended().equals("used") ? SPENT : TAKEN_BACK;
        }
        if (!row.expiresAt().isAfter(now)) {
            return TOO_OLD;
        }
        return audience.on(row.school(), SchoolTime.day(now)).belongs(row.person())
                ? new Followed.Open(row.id(), row.school(), row.person())
                : LEFT;
    }

    /// Ends a link whose person has signed everything.
    public void use(Followed.Open link) {
        end(link.school(), link.link(), "used", Actor.person(link.person()), USED);
    }

    /// Takes a link back.
    public void revoke(String school, String by, String link) {
        end(school, link, "revoked", Actor.person(by), REVOKED);
    }

    private void end(String school, String link, String how, Actor by, String action) {
        var at = clock.instant();
        database.change(
                school,
                tx -> {
                    var rows = new LinkRows(tx.sql());
                    rows.open(school, at).stream()
                            .filter(row -> row.id().equals(link))
                            .filter(row -> rows.end(row, how, by.id(), at))
                            .forEach(row ->
                                    ledger.enter(tx, Note.of(at, by, action, link, row.person())));
                });
    }

    /// The links of a school that work.
    public List<Listed> open(String school) {
        return database.read(sql -> new LinkRows(sql).open(school, clock.instant())).stream()
                .map(row -> new Listed(row.id(), row.person(), row.madeAt(), row.expiresAt()))
                .toList();
    }
}
