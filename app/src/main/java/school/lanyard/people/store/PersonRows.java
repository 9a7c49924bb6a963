// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static school.lanyard.database.schema.Tables.KINSHIP;
import static school.lanyard.database.schema.Tables.MEMBERSHIP;
import static school.lanyard.database.schema.Tables.PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import school.lanyard.database.Pieces;
import school.lanyard.people.Kinship;
import school.lanyard.people.Membership;

/// The people of one school.
public final class PersonRows {

    /// A person's row, still sealed. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(String id, String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public PersonRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(List<Row> people, Instant at) {
        Pieces.of(
                people,
                some ->
                        sql.insertInto(
                                        PERSON,
                                        PERSON.ID,
                                        PERSON.SCHOOL,
                                        PERSON.KEY_ID,
                                        PERSON.SEALED,
                                        PERSON.CREATED_AT)
                                .valuesOfRows(
                                        some.stream()
                                                .map(each ->
                                                        DSL.row(
                                                                each.id(),
                                                                school,
                                                                each.keyId(),
                                                                each.sealed(),
                                                                at))
                                                .toList())
                                .execute());
    }

    /// That somebody belongs to a group.
    public record Joined(String person, Membership membership) {}

    public void join(List<Joined> all) {
        Pieces.of(
                all,
                some ->
                        sql.insertInto(
                                        MEMBERSHIP,
                                        MEMBERSHIP.ID,
                                        MEMBERSHIP.SCHOOL,
                                        MEMBERSHIP.PERSON,
                                        MEMBERSHIP.GROUP_KEY,
                                        MEMBERSHIP.YEAR_GROUP,
                                        MEMBERSHIP.FROM_ON,
                                        MEMBERSHIP.TO_ON)
                                .valuesOfRows(
                                        some.stream()
                                                .map(each ->
                                                        DSL.row(
                                                                UUID.randomUUID().toString(),
                                                                school,
                                                                each.person(),
                                                                each.membership().group(),
                                                                each.membership().yearGroup(),
                                                                each.membership().from(),
                                                                each.membership().to()))
                                                .toList())
                                .execute());
    }

    /// The keys of many people at once.
    public Map<String, String> keysOf(Collection<String> people) {
        var found = new HashMap<String, String>();
        Pieces.of(
                List.copyOf(people),
                some ->
                        found.putAll(
                                sql.select(PERSON.ID, PERSON.KEY_ID)
                                        .from(PERSON)
                                        .where(PERSON.SCHOOL.eq(school))
                                        .and(PERSON.ID.in(some))
                                        .fetchMap(PERSON.ID, PERSON.KEY_ID)));
        return found;
    }

    /// One person's row; whoever names another school's person gets an exception.
    public Row find(String person) {
        var row =
                sql.select(PERSON.ID, PERSON.KEY_ID, PERSON.SEALED)
                        .from(PERSON)
                        .where(PERSON.SCHOOL.eq(school))
                        .and(PERSON.ID.eq(person))
                        .fetchOne(Records.mapping(Row::new));
        if (row == null) {
            throw new IllegalArgumentException("nobody of this school");
        }
        return row;
    }

    public void reseal(String person, byte[] sealed) {
        sql.update(PERSON)
                .set(PERSON.SEALED, sealed)
                .where(PERSON.SCHOOL.eq(school))
                .and(PERSON.ID.eq(person))
                .execute();
    }

    public void join(String person, Membership membership) {
        join(List.of(new Joined(person, membership)));
    }

    public void leave(String person, String group, LocalDate lastDay) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.TO_ON, lastDay)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .and(MEMBERSHIP.PERSON.eq(person))
                .and(MEMBERSHIP.GROUP_KEY.eq(group))
                .and(MEMBERSHIP.FROM_ON.le(lastDay))
                .and(MEMBERSHIP.TO_ON.isNull().or(MEMBERSHIP.TO_ON.gt(lastDay)))
                .execute();
    }

    public void relate(Kinship kin, Instant at) {
        sql.insertInto(KINSHIP)
                .set(KINSHIP.SCHOOL, school)
                .set(KINSHIP.PERSON, kin.person())
                .set(KINSHIP.RELATIVE, kin.relative())
                .set(KINSHIP.KIND, kin.kind().name().toLowerCase(Locale.ROOT))
                .set(KINSHIP.RECORDED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    public Set<String> relatives(Collection<String> people) {
        var found = new HashSet<String>();
        found.addAll(
                sql.select(KINSHIP.RELATIVE)
                        .from(KINSHIP)
                        .where(KINSHIP.SCHOOL.eq(school))
                        .and(KINSHIP.PERSON.in(people))
                        .fetch(KINSHIP.RELATIVE));
        found.addAll(
                sql.select(KINSHIP.PERSON)
                        .from(KINSHIP)
                        .where(KINSHIP.SCHOOL.eq(school))
                        .and(KINSHIP.RELATIVE.in(people))
                        .fetch(KINSHIP.PERSON));
        found.removeAll(Set.copyOf(people));
        return found;
    }

    public List<String> guardians(String child) {
        return sql.select(KINSHIP.RELATIVE)
                .from(KINSHIP)
                .where(KINSHIP.SCHOOL.eq(school))
                .and(KINSHIP.PERSON.eq(child))
                .and(guardianship())
                .orderBy(KINSHIP.RELATIVE)
                .fetch(KINSHIP.RELATIVE);
    }

    public Map<String, List<String>> guardians() {
        return sql.select(KINSHIP.PERSON, KINSHIP.RELATIVE)
                .from(KINSHIP)
                .where(KINSHIP.SCHOOL.eq(school))
                .and(guardianship())
                .orderBy(KINSHIP.PERSON, KINSHIP.RELATIVE)
                .fetchGroups(KINSHIP.PERSON, KINSHIP.RELATIVE);
    }

    public List<String> wards(String guardian) {
        return sql.select(KINSHIP.PERSON)
                .from(KINSHIP)
                .where(KINSHIP.SCHOOL.eq(school))
                .and(KINSHIP.RELATIVE.eq(guardian))
                .and(guardianship())
                .orderBy(KINSHIP.PERSON)
                .fetch(KINSHIP.PERSON);
    }

    private static Condition guardianship() {
        return KINSHIP.KIND.eq(Kinship.Kind.GUARDIAN.name().toLowerCase(Locale.ROOT));
    }

    public List<Row> everybody() {
        return sql.select(PERSON.ID, PERSON.KEY_ID, PERSON.SEALED)
                .from(PERSON)
                .where(PERSON.SCHOOL.eq(school))
                .fetch(Records.mapping(Row::new));
    }

    public Map<String, List<Membership>> memberships() {
        return sql
                .select(
                        MEMBERSHIP.PERSON,
                        MEMBERSHIP.GROUP_KEY,
                        MEMBERSHIP.YEAR_GROUP,
                        MEMBERSHIP.FROM_ON,
                        MEMBERSHIP.TO_ON)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .orderBy(MEMBERSHIP.FROM_ON, MEMBERSHIP.ID)
                .fetch()
                .stream()
                .collect(
                        groupingBy(
                                row -> row.value1(),
                                mapping(
                                        row ->
                                                new Membership(
                                                        row.value2(),
                                                        row.value3(),
                                                        row.value4(),
                                                        row.value5()),
                                        toList())));
    }

    public Set<String> groupsOf(String person, LocalDate day) {
        return sql.select(MEMBERSHIP.GROUP_KEY)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.SCHOOL.eq(school))
                .and(MEMBERSHIP.PERSON.eq(person))
                .and(MEMBERSHIP.FROM_ON.le(day))
                .and(MEMBERSHIP.TO_ON.isNull().or(MEMBERSHIP.TO_ON.ge(day)))
                .fetchSet(MEMBERSHIP.GROUP_KEY);
    }

    public String keyOf(String person) {
        var key =
                sql.select(PERSON.KEY_ID)
                        .from(PERSON)
                        .where(PERSON.SCHOOL.eq(school))
                        .and(PERSON.ID.eq(person))
                        .fetchOne(PERSON.KEY_ID);
        if (key == null) {
            throw new IllegalArgumentException("nobody of this school");
        }
        return key;
    }

    public void mustExist(String person) {
        keyOf(person);
    }

    public boolean exist(Collection<String> people) {
        var wanted = Set.copyOf(people);
        return sql.fetchCount(PERSON, PERSON.SCHOOL.eq(school).and(PERSON.ID.in(wanted)))
                == wanted.size();
    }
}
