// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.util.List;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Snapshot;
import school.lanyard.ledger.Proof;
import tools.jackson.databind.json.JsonMapper;

/// What is in a backup, so that it can be proved before anything is put back.
///
/// @param format of the file; a later one gets a new number
/// @param lanyard the version that made it
/// @param madeAt in milliseconds since 1970
/// @param schema the migration that made the tables
record Manifest(
        int format,
        String lanyard,
        long madeAt,
        Snapshot.Engine engine,
        String schema,
        List<Chained> ledgers,
        List<Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A file of the backup.
    record Part(String name, long bytes, String sha256) {}

    /// One school's ledger, as it was proved when the backup was made.
    ///
    /// @param verdict its head, or where it was broken already
    record Chained(String school, boolean whole, long entries, String verdict) {

        static Chained of(Proof proof) {
            return switch (proof.verdict()) {
                case Verdict.Whole(var head, var count) ->
                        new Chained(proof.school(), true, count, head.hex());
                case Verdict.Broken(var at, var fault) ->
                        new Chained(proof.school(), false, at, fault.words());
            };
        }
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}
