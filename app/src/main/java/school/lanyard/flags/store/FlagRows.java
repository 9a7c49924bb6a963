// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.PERSON_FLAG;
import static school.lanyard.database.schema.Tables.PERSON_FLAG_END;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Standing flags, as far as a viewer may know of them.
public final class FlagRows {

    /// A flag, its content still sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(
            String id,
            String person,
            @Nullable String guardian,
            LocalDate since,
            String setBy,
            Instant setAt,
            String keyId,
            byte[] sealed,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {}

    private final DSLContext sql;
    private final String school;

    public FlagRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(Row row) {
        sql.insertInto(PERSON_FLAG)
                .set(PERSON_FLAG.ID, row.id())
                .set(PERSON_FLAG.SCHOOL, school)
                .set(PERSON_FLAG.PERSON, row.person())
                .set(PERSON_FLAG.GUARDIAN, row.guardian())
                .set(PERSON_FLAG.SINCE_ON, row.since())
                .set(PERSON_FLAG.SET_BY, row.setBy())
                .set(PERSON_FLAG.SET_AT, row.setAt())
                .set(PERSON_FLAG.KEY_ID, row.keyId())
                .set(PERSON_FLAG.SEALED, row.sealed())
                .execute();
    }

    public void end(String flag, String by, Instant at) {
        sql.insertInto(PERSON_FLAG_END)
                .set(PERSON_FLAG_END.FLAG, flag)
                .set(PERSON_FLAG_END.SCHOOL, school)
                .set(PERSON_FLAG_END.ENDED_BY, by)
                .set(PERSON_FLAG_END.ENDED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /// Every flag of these people that the viewer may know of, those that ended as well.
    public List<Row> of(Collection<String> people, Viewer viewer) {
        return rows(PERSON_FLAG.PERSON.in(people), knows(PERSON_FLAG.PERSON, viewer));
    }

    /// Every flag that stands and that the viewer may know of.
    public List<Row> standing(Viewer viewer) {
        return rows(PERSON_FLAG_END.FLAG.isNull(), knows(PERSON_FLAG.PERSON, viewer));
    }

    /// Whether the viewer may know what stands about somebody: they are neither that person, nor of
    /// their family, nor one who must not be told.
    public boolean mayKnow(String person, Viewer viewer) {
        return sql.fetchExists(selectOne().where(knows(DSL.val(person), viewer)));
    }

    private List<Row> rows(Condition which, Condition known) {
        return sql.select(
                        PERSON_FLAG.ID,
                        PERSON_FLAG.PERSON,
                        PERSON_FLAG.GUARDIAN,
                        PERSON_FLAG.SINCE_ON,
                        PERSON_FLAG.SET_BY,
                        PERSON_FLAG.SET_AT,
                        PERSON_FLAG.KEY_ID,
                        PERSON_FLAG.SEALED,
                        PERSON_FLAG_END.ENDED_BY,
                        PERSON_FLAG_END.ENDED_AT)
                .from(PERSON_FLAG)
                .leftJoin(PERSON_FLAG_END)
                .on(PERSON_FLAG_END.FLAG.eq(PERSON_FLAG.ID))
                .where(PERSON_FLAG.SCHOOL.eq(school))
                .and(which)
                .and(known)
                .orderBy(PERSON_FLAG.SINCE_ON.desc(), PERSON_FLAG.SET_AT.desc(), PERSON_FLAG.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Every row, to be compared with the ledger.
    public List<Row> everything() {
        return rows(noCondition(), noCondition());
    }

    private Condition knows(Field<String> person, Viewer viewer) {
        var kept = PERSON_FLAG.as("kept_from");
        var over = PERSON_FLAG_END.as("over");
        return Door.isNoFamily(person, viewer)
                .and(
                        notExists(
                                selectOne()
                                        .from(kept)
                                        .leftJoin(over)
                                        .on(over.FLAG.eq(kept.ID))
                                        .where(kept.SCHOOL.eq(school))
                                        .and(kept.PERSON.eq(person))
                                        .and(kept.GUARDIAN.eq(viewer.person()))
                                        .and(over.FLAG.isNull())));
    }
}
