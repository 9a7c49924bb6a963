// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.DraftRows;
import school.lanyard.database.Database;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What somebody has begun to write and not yet sent: kept sealed as it was typed, right or wrong,
/// so that an error, an expired session or the back button loses nothing. A draft's id is also what
/// makes sending it twice harmless.
@Service
public final class Drafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /// What was typed in each field of the form.
    public record Draft(String id, Map<String, List<String>> fields, Instant savedAt) {}

    private final Database database;
    private final Seals seals;

    Drafts(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// The writer's own draft; nobody else's can be opened.
    public Optional<Draft> find(Viewer writer, String id) {
        return row(writer, id).map(row -> opened(writer, row));
    }

    public List<Draft> of(Viewer writer) {
        return database
                .read(sql -> new DraftRows(sql, writer.school()).of(writer.person()))
                .stream()
                .map(row -> opened(writer, row))
                .toList();
    }

    /// Saves over what was there, unless the draft is somebody else's.
    ///
    /// @return whether it was saved
    public boolean save(Viewer writer, String id, Map<String, List<String>> fields, Instant at) {
        var found = database.read(sql -> new DraftRows(sql, writer.school()).find(id));
        if (found.isPresent() && !found.get().person().equals(writer.person())) {
            return false;
        }
        var key =
                found.map(DraftRows.Row::keyId)
                        .orElseGet(() -> seals.newKey(writer.school(), KeyKind.CASE));
        var sealed =
                seals.seal(
                        writer.school(),
                        key,
                        JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8),
                        context(id));
        var row = new DraftRows.Row(id, writer.person(), key, sealed, at);
        database.change(writer.school(), tx -> new DraftRows(tx.sql(), tx.school()).save(row));
        return true;
    }

    /// Throws a draft away, at the writer's wish.
    public void discard(Viewer writer, String id) {
        row(writer, id)
                .ifPresent(row -> {
                    database.change(
                            writer.school(), tx -> new DraftRows(tx.sql(), tx.school()).remove(id));
                    seals.destroy(row.keyId());
                });
    }

    private Optional<DraftRows.Row> row(Viewer writer, String id) {
        return database.read(sql -> new DraftRows(sql, writer.school()).find(id))
                .filter(row -> row.person().equals(writer.person()));
    }

    private Draft opened(Viewer writer, DraftRows.Row row) {
        var plain = seals.open(writer.school(), row.keyId(), row.sealed(), context(row.id()));
        return new Draft(row.id(), JSON.readValue(plain, FIELDS), row.savedAt());
    }

    private static String context(String id) {
        return "draft:" + id;
    }
}
