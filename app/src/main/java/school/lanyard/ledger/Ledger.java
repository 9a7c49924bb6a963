// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.core.ledger.Ciphertext;
import school.lanyard.core.ledger.Entry;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Link;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.store.Entries;
import school.lanyard.ledger.store.Witnesses;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;

/// The ledger of every school: one chain each, appended to in the transaction of what it records.
@Service
public final class Ledger {

    private final Database database;
    private final Seals seals;

    public Ledger(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// Adds an entry in the transaction of the change it records.
    public void enter(Tx tx, Note note) {
        var entries = new Entries(tx.sql(), tx.school());
        var head = entries.head();
        var id = UUID.randomUUID().toString();
        var entry =
                new Entry(
                        tx.school(),
                        head.sequence() + 1,
                        id,
                        note.at().toEpochMilli(),
                        note.actor().id(),
                        note.action(),
                        note.subjects(),
                        note.content() == null ? null : note.content().keyId(),
                        sealed(tx.school(), id, note.content()));
        entries.append(Link.after(head.hash(), entry));
    }

    /// Adds an entry that has no content, where no key is at hand: a restore, for example.
    public static void enterBare(Tx tx, Instant at, Actor actor, String action) {
        var entries = new Entries(tx.sql(), tx.school());
        var head = entries.head();
        var entry =
                new Entry(
                        tx.school(),
                        head.sequence() + 1,
                        UUID.randomUUID().toString(),
                        at.toEpochMilli(),
                        actor.id(),
                        action,
                        List.of(),
                        null,
                        null);
        entries.append(Link.after(head.hash(), entry));
    }

    /// Records that somebody is about to be shown something confidential. It is durable when this
    /// returns; only then may the content be opened.
    public void enterRead(
            String school, Instant at, Actor actor, String action, Collection<String> shown) {
        database.change(
                school, tx -> enter(tx, new Note(at, actor, action, List.copyOf(shown), null)));
    }

    /// Everything entered about a subject whose action begins with the prefix, oldest first.
    public List<Recorded> about(String school, String subject, String actionPrefix) {
        return database.read(sql ->
                new Entries(sql, school)
                        .about(subject, actionPrefix).stream()
                                .map(entry -> opened(school, entry))
                                .toList());
    }

    /// The same for several subjects at once; one of which nothing is entered is not there.
    public Map<String, List<Recorded>> about(
            String school, Collection<String> subjects, String actionPrefix) {
        var found = new HashMap<String, List<Recorded>>();
        database.read(sql -> new Entries(sql, school).about(subjects, actionPrefix))
                .forEach((subject, entries) ->
                        found.put(
                                subject,
                                entries.stream().map(entry -> opened(school, entry)).toList()));
        return found;
    }

    /// As {@link #about(String, String, String)}, inside a transaction, so that a decision sees
    /// every change before it.
    public List<Recorded> about(Tx tx, String subject, String actionPrefix) {
        return new Entries(tx.sql(), tx.school())
                .about(subject, actionPrefix).stream()
                        .map(entry -> opened(tx.school(), entry))
                        .toList();
    }

    /// What was entered with content after a place in the chain, its content opened.
    ///
    /// @param upTo where to go on from; a place in the chain, which is shown to nobody
    public record Onward(long upTo, List<About> entries) {}

    /// An entry and one of the ids that it is about.
    public record About(String subject, Recorded entry) {}

    /// Entries with content that were added after a place in the chain, in order, for the software
    /// itself: nothing of them is shown before the door is asked.
    public Onward onward(String school, long after, Collection<String> actionPrefixes) {
        return database.read(sql -> {
            var entries = new Entries(sql, school);
            var head = entries.head().sequence();
            return new Onward(
                    head,
                    head == after
                            ? List.of()
                            : entries.sealedBetween(after, head, actionPrefixes).stream()
                                    .map(entry ->
                                            new About(
                                                    entry.subjects().getFirst(),
                                                    opened(school, entry)))
                                    .toList());
        });
    }

    /// What happened after a place in the chain.
    ///
    /// @param upTo where the chain is now
    /// @param changed whether anything was entered but reads
    public record Since(long upTo, boolean changed) {}

    /// Whether what was worked out at a place in the chain may be another by now.
    public Since since(String school, long place) {
        return database.read(sql -> {
            var entries = new Entries(sql, school);
            var head = entries.head().sequence();
            return new Since(head, head > place && entries.changedBetween(place, head));
        });
    }

    /// The hash that a report prints, so that a later rewriting of history shows.
    public Hash head(String school) {
        return database.read(sql -> new Entries(sql, school).head().hash());
    }

    /// Whether the chain of a school has an entry with this hash, such as one that a backup names.
    public boolean contains(String school, Hash hash) {
        return database.read(sql -> new Entries(sql, school).has(hash));
    }

    /// Whether every receipt of a concern and every event of an incident is in the ledger, and no
    /// other, as the rows of the cases count them.
    public boolean bearsOutCases(String school, Missing.Kind kind) {
        return database.read(sql -> {
            var witnesses = new Witnesses(sql, school);
            return switch (kind) {
                case CONCERN -> witnesses.concerns() == 0;
                case INCIDENT -> witnesses.incidents() == 0;
                case APPOINTMENT -> witnesses.appointments() == 0;
            };
        });
    }

    /// Reads the whole chain of a school and proves it, or says where it is broken.
    public Verdict verify(String school) {
        return database.read(sql -> Proof.verdict(new Entries(sql, school)));
    }

    private @Nullable Ciphertext sealed(String school, String id, Note.@Nullable Content content) {
        return content == null
                ? null
                : Ciphertext.of(
                        seals.seal(
                                school,
                                content.keyId(),
                                content.plain().getBytes(StandardCharsets.UTF_8),
                                "ledger:" + id));
    }

    Recorded opened(String school, Entry entry) {
        return new Recorded(
                entry.id(),
                Instant.ofEpochMilli(entry.at()),
                new Actor(entry.actor()),
                entry.action(),
                content(school, entry));
    }

    private @Nullable String content(String school, Entry entry) {
        if (entry.keyId() == null || entry.ciphertext() == null) {
            return null;
        }
        try {
            return new String(
                    seals.open(
                            school,
                            entry.keyId(),
                            entry.ciphertext().bytes(),
                            "ledger:" + entry.id()),
                    StandardCharsets.UTF_8);
        } catch (KeyDestroyedException disposed) {
            return null;
        }
    }
}
