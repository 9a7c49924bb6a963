// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.exhibits.store.ExhibitRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// The files that are kept with cases. Each is sealed twice: under a key of its own, and again
/// under its case's. So one file can be disposed of for good, and all go with their case.
///
/// It knows nothing of who may look: whoever calls has asked the door, and entered the read.
@Service
public final class Exhibits {

    /// The most that one file may have, in bytes.
    public static final int MOST_BYTES = 19_000_000;

    private static final int PIECE = 256 * 1024;

    /// The case that a file belongs to, and the key that seals the case.
    public record OfCase(String id, String keyId) {}

    private final Database database;
    private final Seals seals;

    public Exhibits(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// Seals a file and saves it in the transaction that records it.
    public void keep(Tx tx, OfCase of, String exhibit, byte[] content, Instant at) {
        var key = seals.newKey(tx.school(), KeyKind.EXHIBIT);
        var parts = Math.max(1, (content.length + PIECE - 1) / PIECE);
        var row = new ExhibitRows.Row(exhibit, of.id(), key, parts, content.length, null);
        var rows = new ExhibitRows(tx.sql(), tx.school());
        rows.add(row, at);
        for (int place = 0; place < parts; place++) {
            var piece =
                    Arrays.copyOfRange(
                            content, place * PIECE, Math.min(content.length, (place + 1) * PIECE));
            var context = context(row, place);
            var inner = seals.seal(tx.school(), key, piece, context);
            rows.addPart(exhibit, place, seals.seal(tx.school(), of.keyId(), inner, context));
        }
    }

    /// Writes a file out, piece after piece.
    ///
    /// @return whether it was there; false means that it was disposed of
    public boolean write(String school, OfCase of, String exhibit, OutputStream out) {
        var row = row(school, of, exhibit);
        if (row.isEmpty()) {
            return false;
        }
        for (int place = 0; place < row.get().parts(); place++) {
            var piece = piece(school, of, row.get(), place);
            if (piece.isEmpty()) {
                return false;
            }
            try {
                out.write(piece.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    /// The whole of a file, for a picture to be made of it; absent where it was disposed of.
    public Optional<byte[]> read(String school, OfCase of, String exhibit) {
        var out = new ByteArrayOutputStream();
        return write(school, of, exhibit, out) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /// Whether a file can still be opened.
    public boolean isKept(String school, OfCase of, String exhibit) {
        return row(school, of, exhibit)
                .filter(row -> piece(school, of, row, 0).isPresent())
                .isPresent();
    }

    /// A file that the records say is or was kept, for the ledger to be compared with.
    public record Stored(
            String id, OfCase of, long bytes, Instant keptAt, @Nullable Instant disposedAt) {}

    /// Every one of a school; shown to nobody.
    public List<Stored> everything(String school) {
        return database.read(sql -> new ExhibitRows(sql, school).everything()).stream()
                .map(each ->
                        new Stored(
                                each.row().id(),
                                new OfCase(each.row().caseId(), each.caseKeyId()),
                                each.row().bytes(),
                                each.keptAt(),
                                each.row().disposedAt()))
                .toList();
    }

    /// The digest of a file's content, a piece in memory at a time; absent where it does not open.
    public Optional<String> digest(String school, Stored stored) {
        var digest = Sha256.begin();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            return write(school, stored.of(), stored.id(), out)
                    ? Optional.of(HexFormat.of().formatHex(digest.digest()))
                    : Optional.empty();
        } catch (IllegalStateException changed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a file away for good. Its key goes once that is on disk, and then no older backup of
    /// the records opens it either.
    public void dispose(Tx tx, String exhibit, Instant at) {
        var rows = new ExhibitRows(tx.sql(), tx.school());
        var row = rows.find(exhibit).orElseThrow();
        rows.dispose(exhibit, at);
        tx.afterCommit(() -> seals.destroy(row.keyId()));
    }

    /// A process that died between the disposal and the end of the key left the key behind.
    @EventListener(ApplicationReadyEvent.class)
    void finishDisposals() {
        database.read(ExhibitRows::keysOfDisposed).forEach(seals::destroy);
    }

    private Optional<ExhibitRows.Row> row(String school, OfCase of, String exhibit) {
        return database.read(sql -> new ExhibitRows(sql, school).find(exhibit))
                .filter(row -> row.caseId().equals(of.id()) && row.disposedAt() == null);
    }

    private Optional<byte[]> piece(String school, OfCase of, ExhibitRows.Row row, int place) {
        var sealed = database.read(sql -> new ExhibitRows(sql, school).part(row.id(), place));
        var context = context(row, place);
        try {
            return sealed.map(outer -> seals.open(school, of.keyId(), outer, context))
                    .map(inner -> seals.open(school, row.keyId(), inner, context));
        } catch (KeyDestroyedException disposed) {
            return Optional.empty();
        }
    }

    /// Binds a piece to its place and to how many there are, so that none can be moved or left out.
    private static String context(ExhibitRows.Row row, int place) {
        return "exhibit:" + row.id() + ":" + place + ":" + row.parts() + ":" + row.bytes();
    }
}
