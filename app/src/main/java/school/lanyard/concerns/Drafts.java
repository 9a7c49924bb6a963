// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.DraftRows;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What somebody has begun to write and not yet sent: kept sealed as it was typed, right or wrong,
/// so that an error, an expired session or the back button loses nothing. A draft's id is also what
/// makes sending it twice harmless.
///
/// A draft has a key of its own, which goes when the draft is sent or thrown away. No concern is
/// ever sealed under it.
@Service
public final class Drafts {

    /// The ledger's word for drafts that were cleared because they were old.
    static final String CLEARED = "draft.cleared";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /// What was typed in each field of the form.
    public record Draft(String id, Map<String, List<String>> fields, Instant savedAt) {}

    /// A draft as a list shows it, unopened.
    public record Unsent(String id, Instant savedAt) {}

    private final Database database;
    private final Seals seals;

    Drafts(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// The writer's own draft; nobody else's can be opened.
    public Optional<Draft> find(Viewer writer, String id) {
        return row(writer, id).flatMap(row -> opened(writer, row));
    }

    /// Whether somebody else writes, or has sent, under this id.
    public boolean isAnothers(Viewer writer, String id) {
        return database.read(sql ->
                new DraftRows(sql, writer.school()).isAnothers(writer.person(), id)
                        || new ConcernRows(sql, writer.school()).isAnothers(id, writer.person()));
    }

    /// What a writer has not sent yet, the latest first.
    public List<Unsent> of(Viewer writer) {
        return database
                .read(sql -> new DraftRows(sql, writer.school()).of(writer.person()))
                .stream()
                .map(row -> new Unsent(row.id(), row.savedAt()))
                .toList();
    }

    /// Saves over what the writer had under this id. What was already sent is never begun again: a
    /// page that saves by itself may still be open somewhere.
    ///
    /// @return whether it was saved; false means that it was sent
    public boolean save(Viewer writer, String id, Map<String, List<String>> fields, Instant at) {
        var put = Put.CHANGED;
        while (put == Put.CHANGED) {
            put = tryToSave(writer, id, fields, at);
        }
        return put == Put.SAVED;
    }

    private enum Put {
        SAVED,
        SENT,
        /// Another tab began, sent or threw away the draft meanwhile, and its key with it.
        CHANGED
    }

    private Put tryToSave(Viewer writer, String id, Map<String, List<String>> fields, Instant at) {
        var before = row(writer, id).map(DraftRows.Row::keyId);
        var key = before.orElseGet(() -> seals.newKey(writer.school(), KeyKind.CASE));
        try {
            var row =
                    new DraftRows.Row(id, writer.person(), key, seal(writer, key, id, fields), at);
            var put = database.write(writer.school(), tx -> put(tx, row, before));
            // After a failure the key stays: only the database knows whether anything was stored.
            if (put != Put.SAVED && before.isEmpty()) {
                seals.destroy(key);
            }
            return put;
        } catch (KeyDestroyedException gone) {
            return Put.CHANGED;
        }
    }

    /// Throws a draft away, at the writer's wish.
    public void discard(Viewer writer, String id) {
        database.change(writer.school(), tx -> remove(tx, writer.person(), id));
    }

    /// Removes a draft in the transaction that made a concern of it, or threw it away; its key goes
    /// once that is on disk.
    void remove(Tx tx, String person, String id) {
        var rows = new DraftRows(tx.sql(), tx.school());
        rows.find(person, id)
                .ifPresent(row -> {
                    rows.remove(person, id);
                    tx.afterCommit(() -> seals.destroy(row.keyId()));
                });
    }

    /// Clears what nobody has touched since a moment, and enters that in the ledger. Nobody has
    /// read it but its writer, and nobody can afterwards.
    ///
    /// @return how many there were
    int clear(String school, Instant untouchedSince, Ledger ledger, Instant at) {
        return database.write(
                school,
                tx -> {
                    var old = new DraftRows(tx.sql(), school).untouchedSince(untouchedSince);
                    old.forEach(row -> remove(tx, row.person(), row.id()));
                    if (!old.isEmpty()) {
                        var ids = old.stream().map(DraftRows.Row::id).toList();
                        ledger.enter(tx, new Note(at, Actor.LANYARD, CLEARED, ids, null));
                    }
                    return old.size();
                });
    }

    private static Put put(Tx tx, DraftRows.Row row, Optional<String> before) {
        var sent = new ConcernRows(tx.sql(), tx.school()).sentFrom(row.id(), row.person());
        if (sent.isPresent()) {
            return Put.SENT;
        }
        var rows = new DraftRows(tx.sql(), tx.school());
        if (!rows.find(row.person(), row.id()).map(DraftRows.Row::keyId).equals(before)) {
            return Put.CHANGED;
        }
        rows.save(row);
        return Put.SAVED;
    }

    private byte[] seal(Viewer writer, String key, String id, Map<String, List<String>> fields) {
        return seals.seal(
                writer.school(),
                key,
                JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8),
                context(id));
    }

    private Optional<DraftRows.Row> row(Viewer writer, String id) {
        return database.read(sql -> new DraftRows(sql, writer.school()).find(writer.person(), id));
    }

    private Optional<Draft> opened(Viewer writer, DraftRows.Row row) {
        try {
            var plain = seals.open(writer.school(), row.keyId(), row.sealed(), context(row.id()));
            return Optional.of(new Draft(row.id(), JSON.readValue(plain, FIELDS), row.savedAt()));
        } catch (KeyDestroyedException justRemoved) {
            return Optional.empty();
        }
    }

    private static String context(String id) {
        return "draft:" + id;
    }
}
