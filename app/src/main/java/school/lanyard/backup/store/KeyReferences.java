// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup.store;

import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_GLASS;
import static school.lanyard.database.schema.Tables.CASE_NAMED;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CASE_ROUTE;
import static school.lanyard.database.schema.Tables.CONCERN_DRAFT;
import static school.lanyard.database.schema.Tables.DISPOSAL;
import static school.lanyard.database.schema.Tables.SCHOOL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import school.lanyard.database.schema.DefaultSchema;

/// The keys that rows are sealed under. Every table that has a column `key_id` is looked at, so a
/// table that is added later is not forgotten.
public final class KeyReferences {

    private static final String COLUMN = "key_id";

    /// Who disposes again of what was disposed of since a backup.
    private static final String RESTORE = "restore";

    private KeyReferences() {}

    public static Set<String> all(DSLContext sql) {
        return tables().flatMap(table -> in(sql, table)).collect(Collectors.toUnmodifiableSet());
    }

    public static List<String> schools(DSLContext sql) {
        return sql.select(SCHOOL.ID).from(SCHOOL).orderBy(SCHOOL.ID).fetch(SCHOOL.ID);
    }

    /// What a writer threw away was removed with its key, so an older copy of it goes again.
    public static int removeDrafts(DSLContext sql, Collection<String> destroyed) {
        return destroyed.stream()
                .mapToInt(key ->
                        sql.deleteFrom(CONCERN_DRAFT).where(CONCERN_DRAFT.KEY_ID.eq(key)).execute())
                .sum();
    }

    /// Cases that were disposed of since the copy was made go out of everybody's sight again.
    ///
    /// @return how many there were
    public static int removeDisposed(
            DSLContext sql, String school, Collection<String> destroyed, Instant at) {
        var cases =
                sql.select(CASE_FILE.ID, CASE_FILE.KEY_ID)
                        .from(CASE_FILE)
                        .where(CASE_FILE.SCHOOL.eq(school))
                        .fetchMap(CASE_FILE.ID, CASE_FILE.KEY_ID);
        cases.values().retainAll(Set.copyOf(destroyed));
        cases.keySet().forEach(id -> removeDisposed(sql, school, id, at));
        return cases.size();
    }

    private static void removeDisposed(DSLContext sql, String school, String id, Instant at) {
        sql.deleteFrom(CASE_ROUTE).where(CASE_ROUTE.CASE_ID.eq(id)).execute();
        sql.deleteFrom(CASE_PERSON).where(CASE_PERSON.CASE_ID.eq(id)).execute();
        sql.deleteFrom(CASE_BAR).where(CASE_BAR.CASE_ID.eq(id)).execute();
        sql.deleteFrom(CASE_GLASS).where(CASE_GLASS.CASE_ID.eq(id)).execute();
        sql.deleteFrom(CASE_NAMED).where(CASE_NAMED.CASE_ID.eq(id)).execute();
        sql.insertInto(DISPOSAL)
                .set(DISPOSAL.CASE_ID, id)
                .set(DISPOSAL.SCHOOL, school)
                .set(DISPOSAL.WITH_CASE, id)
                .set(DISPOSAL.DECIDED_BY, RESTORE)
                .set(DISPOSAL.AGREED_BY, RESTORE)
                .set(DISPOSAL.DISPOSED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    private static Stream<Table<?>> tables() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field(COLUMN) != null);
    }

    private static Stream<String> in(DSLContext sql, Table<?> table) {
        Field<String> key = table.field(COLUMN, SQLDataType.VARCHAR);
        return sql
                .selectDistinct(key)
                .from(table)
                .where(java.util.Objects.requireNonNull(key).isNotNull())
                .fetch(key)
                .stream();
    }
}
