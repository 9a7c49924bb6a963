// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.MEMBERSHIP;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// Who belonged to which group of one school, from when to when, row by row.
public final class MembershipRows {

    public record Row(
            String id,
            String person,
            String group,
            @Nullable String yearGroup,
            LocalDate from,
            @Nullable LocalDate to) {}

    private final DSLContext sql;
    private final String school;

    public MembershipRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Every membership that holds on a day.
    public List<Row> on(LocalDate day) {
        return where(
                MEMBERSHIP
                        .FROM_ON
                        .le(day)
                        .and(MEMBERSHIP.TO_ON.isNull().or(MEMBERSHIP.TO_ON.ge(day))));
    }

    public List<Row> of(String person) {
        return where(MEMBERSHIP.PERSON.eq(person));
    }

    /// Every membership with one of these ids.
    public List<Row> withIds(List<String> ids) {
        return where(MEMBERSHIP.ID.in(ids));
    }

    public String begin(String person, String group, @Nullable String yearGroup, LocalDate from) {
        var id = UUID.randomUUID().toString();
        sql.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.ID, id)
                .set(MEMBERSHIP.SCHOOL, school)
                .set(MEMBERSHIP.PERSON, person)
                .set(MEMBERSHIP.GROUP_KEY, group)
                .set(MEMBERSHIP.YEAR_GROUP, yearGroup)
                .set(MEMBERSHIP.FROM_ON, from)
                .execute();
        return id;
    }

    /// Gives it a last day, or takes it away again.
    public void end(String id, @Nullable LocalDate last) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.TO_ON, last)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .and(MEMBERSHIP.ID.eq(id))
                .execute();
    }

    /// Takes away one that never held.
    public void remove(String id) {
        sql.deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .and(MEMBERSHIP.ID.eq(id))
                .execute();
    }

    /// Ends everything that somebody belongs to; what had not begun by their last day never held.
    public void endAll(String person, LocalDate last) {
        for (var row : of(person)) {
            if (row.from().isAfter(last)) {
                remove(row.id());
            } else if (row.to() == null || row.to().isAfter(last)) {
                end(row.id(), last);
            }
        }
    }

    private List<Row> where(Condition which) {
        return sql.select(
                        MEMBERSHIP.ID,
                        MEMBERSHIP.PERSON,
                        MEMBERSHIP.GROUP_KEY,
                        MEMBERSHIP.YEAR_GROUP,
                        MEMBERSHIP.FROM_ON,
                        MEMBERSHIP.TO_ON)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .and(which)
                .orderBy(MEMBERSHIP.FROM_ON, MEMBERSHIP.ID)
                .fetch(Records.mapping(Row::new));
    }
}
