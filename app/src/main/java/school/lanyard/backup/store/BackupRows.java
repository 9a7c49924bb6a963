// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup.store;

import static school.lanyard.database.schema.Tables.BACKUP_MADE;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/// The backups that one school's records are known to be in.
public final class BackupRows {

    /// The newest of them.
    public record Made(Instant at, boolean proved) {}

    private final DSLContext sql;
    private final String school;

    public BackupRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Keeps one, once.
    ///
    /// @return its id; absent where it is known already
    public Optional<String> keep(Instant madeAt, String head, boolean proved, Instant notedAt) {
        var id = UUID.randomUUID().toString();
        var rows =
                sql.insertInto(BACKUP_MADE)
                        .set(BACKUP_MADE.ID, id)
                        .set(BACKUP_MADE.SCHOOL, school)
                        .set(BACKUP_MADE.MADE_AT, madeAt)
                        .set(BACKUP_MADE.HEAD, head)
                        .set(BACKUP_MADE.PROVED, proved)
                        .set(BACKUP_MADE.NOTED_AT, notedAt)
                        .onConflictDoNothing()
                        .execute();
        return rows == 1 ? Optional.of(id) : Optional.empty();
    }

    public Optional<Made> newest() {
        return sql.select(BACKUP_MADE.MADE_AT, BACKUP_MADE.PROVED)
                .from(BACKUP_MADE)
                .where(BACKUP_MADE.SCHOOL.eq(school))
                .orderBy(BACKUP_MADE.MADE_AT.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Made::new));
    }
}
