// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.DataHome;
import school.lanyard.database.PrivateFile;
import school.lanyard.ledger.Proof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A note beside the records that a backup was made. The command that makes one may run beside a
/// server, which alone writes to the records: it takes the note in.
///
/// @param madeAt in milliseconds since 1970
record BackupNote(long madeAt, List<Chained> ledgers) {

    /// The newest hash of a school's ledger in the backup, and whether that ledger was proved
    /// there.
    record Chained(String school, String head, boolean proved) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FOLDER = "backups-made";
    private static final String ENDING = ".json";

    BackupNote {
        ledgers = List.copyOf(ledgers);
    }

    static BackupNote of(Instant at, List<Proof> proofs) {
        return new BackupNote(
                at.toEpochMilli(),
                proofs.stream().flatMap(proof -> chained(proof).stream()).toList());
    }

    private static List<Chained> chained(Proof proof) {
        return proof.verdict() instanceof Verdict.Whole(Hash head, _)
                ? List.of(new Chained(proof.school(), head.hex(), proof.whole()))
                : List.of();
    }

    void leave(DataHome home) throws IOException {
        var folder = home.directory().resolve(FOLDER);
        Files.createDirectories(folder);
        PrivateFile.write(folder.resolve(madeAt + ENDING), JSON.writeValueAsBytes(this));
    }

    /// The notes that nobody has taken in, by their files. What is no note is left where it is.
    static List<Path> left(DataHome home) throws IOException {
        var folder = home.directory().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    static BackupNote read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), BackupNote.class);
        } catch (JacksonException | NullPointerException noNote) {
            throw new IOException("not a note of a backup", noNote);
        }
    }
}
