// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing.store;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import school.lanyard.database.schema.DefaultSchema;

/// Samples of every table of a school that has a column `sealed`, so that a table which is added
/// later is not forgotten.
public final class SealedRows {

    private static final int EACH = 50;

    private final DSLContext sql;
    private final String school;

    public SealedRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Some rows of each table, beginning at a place that nobody can foresee.
    public Stream<byte[]> sample() {
        var from = UUID.randomUUID().toString();
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("sealed") != null && table.field("school") != null)
                .flatMap(table -> sample(table, from));
    }

    private Stream<byte[]> sample(Table<?> table, String from) {
        var after = rows(table, from);
        return (after.size() < EACH ? rows(table, "") : after).stream();
    }

    private List<byte[]> rows(Table<?> table, String from) {
        var sealed = field(table, "sealed", SQLDataType.BLOB);
        var id = field(table, "id", SQLDataType.VARCHAR);
        return sql.select(sealed)
                .from(table)
                .where(field(table, "school", SQLDataType.VARCHAR).eq(school))
                .and(sealed.isNotNull())
                .and(id.ge(from))
                .orderBy(id)
                .limit(EACH)
                .fetch(sealed);
    }

    private static <T> Field<T> field(Table<?> table, String name, org.jooq.DataType<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }
}
