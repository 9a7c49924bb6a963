// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import school.lanyard.backup.store.BackupRows;
import school.lanyard.backup.store.KeyReferences;
import school.lanyard.core.ledger.Hash;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;

/// Takes in the notes of backups. A note is believed as far as the school's own ledger has the hash
/// that it names: nobody can make one up without the records.
@Component
class BackupsMade {

    private static final Logger LOG = LoggerFactory.getLogger(BackupsMade.class);

    private final DataHome home;
    private final Database database;
    private final Ledger ledger;

    BackupsMade(DataHome home, Database database, Ledger ledger) {
        this.home = home;
        this.database = database;
        this.ledger = ledger;
    }

    Optional<BackupRows.Made> newest(String school) {
        return database.read(sql -> new BackupRows(sql, school).newest());
    }

    synchronized void takeIn(Instant at) {
        try {
            for (var file : BackupNote.left(home)) {
                takeIn(file, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the notes of backups cannot be read", e);
        }
    }

    private void takeIn(Path file, Instant at) throws IOException {
        try {
            var note = BackupNote.read(file);
            var schools = database.read(KeyReferences::schools);
            note.ledgers().stream()
                    .filter(each -> schools.contains(each.school()))
                    .forEach(each -> keep(each, Instant.ofEpochMilli(note.madeAt()), at));
        } catch (IOException | IllegalArgumentException noNote) {
            LOG.warn("A note of a backup could not be read and was thrown away");
        }
        Files.delete(file);
    }

    private void keep(BackupNote.Chained chained, Instant madeAt, Instant at) {
        if (madeAt.isAfter(at) || !ledger.contains(chained.school(), new Hash(chained.head()))) {
            LOG.warn("A note of a backup names a ledger that is not this one");
            return;
        }
        database.change(
                chained.school(),
                tx ->
                        new BackupRows(tx.sql(), tx.school())
                                .keep(madeAt, chained.head(), chained.proved(), at)
                                .ifPresent(id ->
                                        ledger.enter(
                                                tx,
                                                Note.of(
                                                        at,
                                                        Actor.commandLine(),
                                                        "backup.made",
                                                        id))));
    }
}
