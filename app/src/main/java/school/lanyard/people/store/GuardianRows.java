// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.GUARDIANSHIP;
import static school.lanyard.database.schema.Tables.KINSHIP;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import school.lanyard.people.Guardian;
import school.lanyard.people.Kinship;

/// The adults of one school's children.
public final class GuardianRows {

    private static final String GUARDIAN = stored(Kinship.Kind.GUARDIAN);

    private final DSLContext sql;
    private final String school;

    public GuardianRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public List<Guardian> of(Collection<String> children) {
        return where(KINSHIP.PERSON.in(children));
    }

    public List<Guardian> childrenOf(String adult) {
        return where(KINSHIP.RELATIVE.eq(adult));
    }

    public List<Guardian> all() {
        return where(DSL.noCondition());
    }

    public void record(Guardian guardian, String by, Instant at) {
        var kind = guardian.guardian() ? GUARDIAN : stored(Kinship.Kind.RELATIVE);
        sql.insertInto(KINSHIP)
                .set(KINSHIP.SCHOOL, school)
                .set(KINSHIP.PERSON, guardian.child())
                .set(KINSHIP.RELATIVE, guardian.adult())
                .set(KINSHIP.KIND, kind)
                .set(KINSHIP.RECORDED_AT, at)
                .onConflict(KINSHIP.PERSON, KINSHIP.RELATIVE)
                .doUpdate()
                .set(KINSHIP.KIND, kind)
                .execute();
        sql.update(GUARDIANSHIP)
                .set(GUARDIANSHIP.REPLACED_AT, at)
                .where(GUARDIANSHIP.SCHOOL.eq(school))
                .and(GUARDIANSHIP.CHILD.eq(guardian.child()))
                .and(GUARDIANSHIP.ADULT.eq(guardian.adult()))
                .and(GUARDIANSHIP.REPLACED_AT.isNull())
                .execute();
        sql.insertInto(GUARDIANSHIP)
                .set(GUARDIANSHIP.ID, UUID.randomUUID().toString())
                .set(GUARDIANSHIP.SCHOOL, school)
                .set(GUARDIANSHIP.CHILD, guardian.child())
                .set(GUARDIANSHIP.ADULT, guardian.adult())
                .set(GUARDIANSHIP.RESPONSIBLE, guardian.responsible())
                .set(GUARDIANSHIP.MAY_CONTACT, guardian.mayContact())
                .set(GUARDIANSHIP.RECORDED_BY, by)
                .set(GUARDIANSHIP.RECORDED_AT, at)
                .execute();
    }

    private List<Guardian> where(Condition which) {
        return sql.select(
                        KINSHIP.PERSON,
                        KINSHIP.RELATIVE,
                        KINSHIP.KIND,
                        GUARDIANSHIP.RESPONSIBLE,
                        GUARDIANSHIP.MAY_CONTACT)
                .from(KINSHIP)
                .leftJoin(GUARDIANSHIP)
                .on(GUARDIANSHIP.CHILD.eq(KINSHIP.PERSON))
                .and(GUARDIANSHIP.ADULT.eq(KINSHIP.RELATIVE))
                .and(GUARDIANSHIP.REPLACED_AT.isNull())
                .where(KINSHIP.SCHOOL.eq(school))
                .and(which)
                .orderBy(KINSHIP.PERSON, KINSHIP.RELATIVE)
                .fetch(row ->
                        new Guardian(
                                row.value1(),
                                row.value2(),
                                row.value3().equals(GUARDIAN),
                                row.value4(),
                                row.value5()));
    }

    private static String stored(Kinship.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
