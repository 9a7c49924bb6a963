// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.CLASS_MEMBER;
import static school.lanyard.database.schema.Tables.KINSHIP;
import static school.lanyard.database.schema.Tables.MEMBERSHIP;
import static school.lanyard.database.schema.Tables.ROLLOVER;
import static school.lanyard.database.schema.Tables.ROLLOVER_STEP;
import static school.lanyard.database.schema.Tables.ROLLOVER_UNDO;
import static school.lanyard.database.schema.Tables.SCHOOL_CLASS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.lanyard.people.Classes;
import school.lanyard.people.Kinship;
import school.lanyard.people.RollOvers.RollOver;

/// The roll-overs of one school, and each row that they ended or began.
public final class RollOverRows {

    /// What a step did to a row.
    public enum Kind {
        MEMBERSHIP_ENDED,
        MEMBERSHIP_BEGUN,
        CLASS_ENDED,
        CLASS_BEGUN,
        MEMBER_ENDED,
        MEMBER_BEGUN;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DSLContext sql;
    private final String school;

    public RollOverRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public void insert(String id, LocalDate firstOn, int moved, String by, Instant at) {
        sql.insertInto(ROLLOVER)
                .set(ROLLOVER.ID, id)
                .set(ROLLOVER.SCHOOL, school)
                .set(ROLLOVER.FIRST_ON, firstOn)
                .set(ROLLOVER.MOVED, moved)
                .set(ROLLOVER.MADE_BY, by)
                .set(ROLLOVER.MADE_AT, at)
                .execute();
    }

    public void step(String rollover, Kind kind, String row) {
        sql.insertInto(ROLLOVER_STEP)
                .set(ROLLOVER_STEP.ID, newId())
                .set(ROLLOVER_STEP.SCHOOL, school)
                .set(ROLLOVER_STEP.ROLLOVER, rollover)
                .set(ROLLOVER_STEP.KIND, kind.stored())
                .set(ROLLOVER_STEP.OF_ROW, row)
                .execute();
    }

    public List<RollOver> all() {
        return sql.select(
                        ROLLOVER.ID,
                        ROLLOVER.FIRST_ON,
                        ROLLOVER.MOVED,
                        ROLLOVER.MADE_BY,
                        ROLLOVER.MADE_AT,
                        ROLLOVER_UNDO.UNDONE_AT)
                .from(ROLLOVER)
                .leftJoin(ROLLOVER_UNDO)
                .on(ROLLOVER_UNDO.ROLLOVER.eq(ROLLOVER.ID))
                .where(ROLLOVER.SCHOOL.eq(school))
                .orderBy(ROLLOVER.MADE_AT.desc(), ROLLOVER.ID)
                .fetch(Records.mapping(RollOver::new));
    }

    public void undone(String id, String by, Instant at) {
        sql.insertInto(ROLLOVER_UNDO)
                .set(ROLLOVER_UNDO.ROLLOVER, id)
                .set(ROLLOVER_UNDO.SCHOOL, school)
                .set(ROLLOVER_UNDO.UNDONE_BY, by)
                .set(ROLLOVER_UNDO.UNDONE_AT, at)
                .execute();
    }

    public List<Kinship> kin() {
        return sql.select(KINSHIP.PERSON, KINSHIP.RELATIVE, KINSHIP.KIND)
                .from(KINSHIP)
                .where(KINSHIP.SCHOOL.eq(school))
                .fetch(row ->
                        new Kinship(
                                row.value1(),
                                row.value2(),
                                Kinship.Kind.valueOf(row.value3().toUpperCase(Locale.ROOT))));
    }

    public void endClass(String id, LocalDate last) {
        sql.update(SCHOOL_CLASS)
                .set(SCHOOL_CLASS.TO_ON, last)
                .where(SCHOOL_CLASS.SCHOOL.eq(school))
                .and(SCHOOL_CLASS.ID.eq(id))
                .execute();
    }

    public void endMember(String id, LocalDate last) {
        sql.update(CLASS_MEMBER)
                .set(CLASS_MEMBER.TO_ON, last)
                .where(CLASS_MEMBER.SCHOOL.eq(school))
                .and(CLASS_MEMBER.ID.eq(id))
                .execute();
    }

    public String join(Classes.Place place, LocalDate from) {
        return new ClassRows(sql, school).join(List.of(place), from).getFirst();
    }

    /// Removes what it began and opens again what it ended, where nobody has touched the row since.
    public void takeBack(RollOver rollover) {
        var last = rollover.firstOn().minusDays(1);
        remove(rollover, Kind.MEMBER_BEGUN, CLASS_MEMBER, CLASS_MEMBER.ID, CLASS_MEMBER.TO_ON);
        remove(rollover, Kind.MEMBERSHIP_BEGUN, MEMBERSHIP, MEMBERSHIP.ID, MEMBERSHIP.TO_ON);
        // A class that somebody was put into since stays.
        sql.deleteFrom(SCHOOL_CLASS)
                .where(SCHOOL_CLASS.ID.in(steps(rollover, Kind.CLASS_BEGUN)))
                .and(
                        SCHOOL_CLASS.ID.notIn(
                                DSL.select(CLASS_MEMBER.CLASS_ID)
                                        .from(CLASS_MEMBER)
                                        .where(CLASS_MEMBER.SCHOOL.eq(school))))
                .execute();
        open(rollover, Kind.CLASS_ENDED, SCHOOL_CLASS, SCHOOL_CLASS.ID, SCHOOL_CLASS.TO_ON, last);
        reopenMembers(rollover, last);
        reopenMemberships(rollover, last);
    }

    /// Only for those who have been put into no other class since, or have left one.
    private void reopenMembers(RollOver rollover, LocalDate last) {
        var later = CLASS_MEMBER.as("later");
        sql.update(CLASS_MEMBER)
                .setNull(CLASS_MEMBER.TO_ON)
                .where(CLASS_MEMBER.ID.in(steps(rollover, Kind.MEMBER_ENDED)))
                .and(CLASS_MEMBER.TO_ON.eq(last))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(later)
                                        .where(later.PERSON.eq(CLASS_MEMBER.PERSON))
                                        .and(later.PART.eq(CLASS_MEMBER.PART))
                                        .and(later.FROM_ON.gt(last))))
                .execute();
    }

    /// Not for somebody who has left, or joined again, since.
    private void reopenMemberships(RollOver rollover, LocalDate last) {
        var later = MEMBERSHIP.as("later");
        sql.update(MEMBERSHIP)
                .setNull(MEMBERSHIP.TO_ON)
                .where(MEMBERSHIP.ID.in(steps(rollover, Kind.MEMBERSHIP_ENDED)))
                .and(MEMBERSHIP.TO_ON.eq(last))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(later)
                                        .where(later.PERSON.eq(MEMBERSHIP.PERSON))
                                        .and(later.GROUP_KEY.eq(MEMBERSHIP.GROUP_KEY))
                                        .and(later.FROM_ON.gt(last))))
                .execute();
    }

    private void remove(
            RollOver rollover, Kind kind, Table<?> table, Field<String> id, Field<LocalDate> to) {
        sql.deleteFrom(table).where(id.in(steps(rollover, kind))).and(to.isNull()).execute();
    }

    private void open(
            RollOver rollover,
            Kind kind,
            Table<?> table,
            Field<String> id,
            Field<LocalDate> to,
            LocalDate last) {
        sql.update(table)
                .setNull(to)
                .where(id.in(steps(rollover, kind)))
                .and(to.eq(last))
                .execute();
    }

    private org.jooq.Select<org.jooq.Record1<String>> steps(RollOver rollover, Kind kind) {
        return DSL.select(ROLLOVER_STEP.OF_ROW)
                .from(ROLLOVER_STEP)
                .where(ROLLOVER_STEP.SCHOOL.eq(school))
                .and(ROLLOVER_STEP.ROLLOVER.eq(rollover.id()))
                .and(ROLLOVER_STEP.KIND.eq(kind.stored()));
    }
}
