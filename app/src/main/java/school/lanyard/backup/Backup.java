// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import school.lanyard.database.DataHome;
import school.lanyard.database.DatabasePlace;
import school.lanyard.database.PrivateFile;
import school.lanyard.database.Snapshot;
import school.lanyard.ledger.Proof;

/// Copies the records, also while a server runs on them. Keys are never in it: together they would
/// be everything that a thief needs.
///
/// @param ledgers every school's ledger in the copy, proved from its first entry to its last
public record Backup(List<Proof> ledgers, long bytes) {

    public Backup {
        ledgers = List.copyOf(ledgers);
    }

    /// Writes the copy to a file that does not exist yet, for its owner alone.
    ///
    /// @throws FileAlreadyExistsException if something is there
    public static Backup take(DatabasePlace place, Path file, String lanyard, Instant at)
            throws IOException {
        var target = file.toAbsolutePath();
        var directory = target.getParent();
        if (directory == null || Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        var scratch = PrivateFile.directory(directory, ".lanyard-backup");
        try (var snapshot = Snapshot.of(place, scratch)) {
            var proofs = snapshot.read(sql -> Proof.of(sql, null));
            var manifest = manifest(snapshot, proofs, lanyard, at);
            PrivateFile.write(target, draft -> Archive.write(draft, snapshot.parts(), manifest));
            return new Backup(proofs, Files.size(target));
        } finally {
            delete(scratch);
        }
    }

    /// Leaves a note beside the records, for the server to take in: what was backed up when.
    public void note(DataHome home, Instant at) throws IOException {
        BackupNote.of(at, ledgers).leave(home);
    }

    private static Manifest manifest(
            Snapshot snapshot, List<Proof> proofs, String lanyard, Instant at) throws IOException {
        var parts = new java.util.ArrayList<Manifest.Part>();
        for (var part : snapshot.parts()) {
            parts.add(Archive.measured(part));
        }
        return new Manifest(
                Manifest.FORMAT,
                lanyard,
                at.toEpochMilli(),
                snapshot.engine(),
                snapshot.schema(),
                proofs.stream().map(Manifest.Chained::of).toList(),
                parts);
    }

    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is left in " + directory + " must be removed", e);
        }
    }
}
