// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.backup.store.KeyReferences;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.database.PrivateFile;
import school.lanyard.database.Restoration;
import school.lanyard.database.Snapshot;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Proof;
import school.lanyard.sealing.KeyStates;

/// Puts a backup back: proved first, built up beside the present records, and swapped in at once.
/// What was disposed of since the backup stays disposed of, because its key stays destroyed.
///
/// @param ledgers every school's ledger as restored, one entry longer: the restore itself
/// @param aside where the records from before are; absent where there were none
/// @param disposed how many keys of the restored rows are destroyed here
/// @param missing how many keys of the restored rows this key store has never had
public record Restore(List<Proof> ledgers, @Nullable String aside, int disposed, int missing) {

    private static final String RESTORED = "records.restored";

    /// There are records already, and nobody asked to replace them.
    public static final class OccupiedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OccupiedException() {
            super("there are records already");
        }
    }

    public Restore {
        ledgers = List.copyOf(ledgers);
    }

    /// Holds the data directory's lock while it works.
    ///
    /// @throws NotABackupException if the file is not one that can be restored here
    /// @throws OccupiedException if there are records already and they are not to be replaced
    /// @throws DataHome.InUseException if a server runs on the data directory
    public static Restore from(Path file, DataHome home, boolean replace, Instant at)
            throws IOException {
        var manifest = Archive.manifest(file);
        mustFit(manifest, home);
        try (var _ = home.lock()) {
            if (!replace && Restoration.isOccupied(home.database())) {
                throw new OccupiedException();
            }
            var scratch = PrivateFile.directory(disk(home), ".lanyard-restore");
            try {
                Archive.unpack(file, manifest, scratch);
                return stage(manifest, home, scratch, at);
            } finally {
                Backup.delete(scratch);
            }
        }
    }

    private static void mustFit(Manifest manifest, DataHome home) {
        if (manifest.engine() != Snapshot.Engine.of(home.database())) {
            throw new NotABackupException(
                    "it is of a %s database, and this is not one"
                            .formatted(
                                    manifest.engine() == Snapshot.Engine.SQLITE
                                            ? "SQLite"
                                            : "PostgreSQL"));
        }
        if (!Restoration.knows(manifest.schema())) {
            throw new NotABackupException(
                    "it was made by a newer Lanyard, %s: install that first"
                            .formatted(manifest.lanyard()));
        }
    }

    /// A rename does not cross disks, so what is unpacked stands beside the database.
    private static Path disk(DataHome home) {
        var place = home.database();
        if (place instanceof school.lanyard.database.DatabasePlace.SqliteFile(var database)) {
            var directory = database.toAbsolutePath().getParent();
            if (directory != null) {
                return directory;
            }
        }
        return home.directory();
    }

    private static Restore stage(Manifest manifest, DataHome home, Path scratch, Instant at)
            throws IOException {
        try (var staged = Restoration.stage(home.database(), scratch, manifest.schema())) {
            var states = KeyStates.of(home.keyStoreFile());
            Set<String> named;
            List<Proof> after;
            try (var database = Database.open(staged.staged())) {
                mustBeAsBackedUp(manifest, Proof.of(database, null));
                named = database.read(KeyReferences::all);
                mark(database, states, at);
                after = Proof.of(database, null);
            }
            var aside = staged.swap(stamp(at));
            return new Restore(
                    after,
                    aside,
                    (int) named.stream().filter(states.destroyed()::contains).count(),
                    missing(named, states));
        }
    }

    private static int missing(Set<String> named, KeyStates states) {
        var missing = new HashSet<>(named);
        missing.removeAll(states.live());
        missing.removeAll(states.destroyed());
        return missing.size();
    }

    private static void mustBeAsBackedUp(Manifest manifest, List<Proof> proofs) {
        if (!Set.copyOf(manifest.ledgers())
                .equals(Set.copyOf(proofs.stream().map(Manifest.Chained::of).toList()))) {
            throw new NotABackupException("its ledgers are not those that its manifest proves");
        }
    }

    private static void mark(Database database, KeyStates states, Instant at) {
        for (var school : database.read(KeyReferences::schools)) {
            database.change(
                    school,
                    tx -> {
                        KeyReferences.removeDrafts(tx.sql(), states.destroyed());
                        KeyReferences.removeDisposed(tx.sql(), tx.school(), states.destroyed(), at);
                        Ledger.enterBare(tx, at, Actor.commandLine(), RESTORED);
                    });
        }
    }

    private static String stamp(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString()
                .replaceAll("[-:]", "");
    }
}
