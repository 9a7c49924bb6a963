// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.CLASS_MEMBER;
import static school.lanyard.database.schema.Tables.SCHOOL_CLASS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.Pieces;
import school.lanyard.people.ClassMember;
import school.lanyard.people.Classes;

/// The classes of one school, their names still sealed.
public final class ClassRows {

    /// Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String keyId,
            byte[] sealed,
            @Nullable String yearGroup,
            LocalDate from,
            @Nullable LocalDate to) {}

    private final DSLContext sql;
    private final String school;

    public ClassRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(Row row, String by, Instant at) {
        sql.insertInto(SCHOOL_CLASS)
                .set(SCHOOL_CLASS.ID, row.id())
                .set(SCHOOL_CLASS.SCHOOL, school)
                .set(SCHOOL_CLASS.KEY_ID, row.keyId())
                .set(SCHOOL_CLASS.SEALED, row.sealed())
                .set(SCHOOL_CLASS.YEAR_GROUP, row.yearGroup())
                .set(SCHOOL_CLASS.FROM_ON, row.from())
                .set(SCHOOL_CLASS.TO_ON, row.to())
                .set(SCHOOL_CLASS.MADE_BY, by)
                .set(SCHOOL_CLASS.MADE_AT, at)
                .execute();
    }

    public List<Row> on(LocalDate day) {
        return where(
                SCHOOL_CLASS
                        .FROM_ON
                        .le(day)
                        .and(SCHOOL_CLASS.TO_ON.isNull().or(SCHOOL_CLASS.TO_ON.ge(day))));
    }

    public Optional<Row> find(String id) {
        return where(SCHOOL_CLASS.ID.eq(id)).stream().findFirst();
    }

    public List<Row> find(Collection<String> ids) {
        return where(SCHOOL_CLASS.ID.in(ids));
    }

    private List<Row> where(Condition which) {
        return sql.select(
                        SCHOOL_CLASS.ID,
                        SCHOOL_CLASS.KEY_ID,
                        SCHOOL_CLASS.SEALED,
                        SCHOOL_CLASS.YEAR_GROUP,
                        SCHOOL_CLASS.FROM_ON,
                        SCHOOL_CLASS.TO_ON)
                .from(SCHOOL_CLASS)
                .where(SCHOOL_CLASS.SCHOOL.eq(school))
                .and(which)
                .orderBy(SCHOOL_CLASS.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Puts children into classes from a day on.
    ///
    /// @return the ids of the new rows, in the order given
    public List<String> join(List<Classes.Place> places, LocalDate from) {
        var ids = places.stream().map(_ -> UUID.randomUUID().toString()).toList();
        var next = ids.iterator();
        Pieces.of(
                places,
                some ->
                        sql.insertInto(
                                        CLASS_MEMBER,
                                        CLASS_MEMBER.ID,
                                        CLASS_MEMBER.SCHOOL,
                                        CLASS_MEMBER.CLASS_ID,
                                        CLASS_MEMBER.PERSON,
                                        CLASS_MEMBER.PART,
                                        CLASS_MEMBER.FROM_ON)
                                .valuesOfRows(
                                        some.stream()
                                                .map(each ->
                                                        DSL.row(
                                                                next.next(),
                                                                school,
                                                                each.schoolClass(),
                                                                each.person(),
                                                                each.part().stored(),
                                                                from))
                                                .toList())
                                .execute());
        return ids;
    }

    /// Ends it on its last day; what had not begun by then never was.
    public void end(ClassMember member, LocalDate last) {
        if (last.isBefore(member.from())) {
            sql.deleteFrom(CLASS_MEMBER)
                    .where(CLASS_MEMBER.SCHOOL.eq(school))
                    .and(CLASS_MEMBER.ID.eq(member.id()))
                    .execute();
            return;
        }
        sql.update(CLASS_MEMBER)
                .set(CLASS_MEMBER.TO_ON, last)
                .where(CLASS_MEMBER.SCHOOL.eq(school))
                .and(CLASS_MEMBER.ID.eq(member.id()))
                .execute();
    }

    public void endClass(String id, LocalDate last) {
        sql.update(SCHOOL_CLASS)
                .set(SCHOOL_CLASS.TO_ON, last)
                .where(SCHOOL_CLASS.SCHOOL.eq(school))
                .and(SCHOOL_CLASS.ID.eq(id))
                .execute();
    }

    public List<ClassMember> membersOn(LocalDate day) {
        return members(onDay(day));
    }

    public List<ClassMember> membersOn(String schoolClass, LocalDate day) {
        return members(onDay(day).and(CLASS_MEMBER.CLASS_ID.eq(schoolClass)));
    }

    public List<ClassMember> of(String person) {
        return members(CLASS_MEMBER.PERSON.eq(person));
    }

    private static Condition onDay(LocalDate day) {
        return CLASS_MEMBER
                .FROM_ON
                .le(day)
                .and(CLASS_MEMBER.TO_ON.isNull().or(CLASS_MEMBER.TO_ON.ge(day)));
    }

    private List<ClassMember> members(Condition which) {
        return sql.select(
                        CLASS_MEMBER.ID,
                        CLASS_MEMBER.CLASS_ID,
                        CLASS_MEMBER.PERSON,
                        CLASS_MEMBER.PART,
                        CLASS_MEMBER.FROM_ON,
                        CLASS_MEMBER.TO_ON)
                .from(CLASS_MEMBER)
                .where(CLASS_MEMBER.SCHOOL.eq(school))
                .and(which)
                .orderBy(CLASS_MEMBER.FROM_ON, CLASS_MEMBER.ID)
                .fetch(row ->
                        new ClassMember(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                ClassMember.Part.of(row.value4()),
                                row.value5(),
                                row.value6()));
    }
}
