// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.CASE_GLASS;
import static school.lanyard.database.schema.Tables.CASE_NAMED;
import static school.lanyard.database.schema.Tables.CASE_NAMED_POST;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CASE_ROUTE;
import static school.lanyard.database.schema.Tables.KINSHIP;
import static school.lanyard.database.schema.Tables.PERSON_FLAG;
import static school.lanyard.database.schema.Tables.PERSON_FLAG_END;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import school.lanyard.database.schema.tables.Account;
import school.lanyard.database.schema.tables.Appointment;
import school.lanyard.database.schema.tables.CaseGlass;
import school.lanyard.database.schema.tables.CaseRoute;

/// The one door: who may see that a case exists is decided here and nowhere else.
///
/// A case goes to posts in tiers. Somebody may read it who holds such a post today, has an account,
/// and is neither one of those it is about, nor of their family, nor one whom a child's flag says
/// must not be told. Of the tiers from 1 up only the first with an eligible holder counts: an empty
/// or conflicted post passes to the next, never back to a person the case is about. Tier 0 is a
/// post to which the case was opened by a named decision. A case may be restricted to some of those
/// people: then only they read it and whoever holds a post that leads safeguarding, for as long as
/// any of them can. Whoever broke the glass of a case reads it for some days, unless it is about
/// them. Every query for a case has {@link #opens} in its `where`.
public final class Door {

    /// Being linked to a case in one of these parts closes it to that person and their family.
    public static final List<String> ABOUT = List.of("affected", "alleged");

    private static final CaseRoute OTHER_ROUTE = CASE_ROUTE.as("door_other_route");
    private static final CaseRoute ROUTE = CASE_ROUTE.as("door_route");
    private static final Appointment HELD = APPOINTMENT.as("door_held");
    private static final CaseGlass GLASS = CASE_GLASS.as("door_glass");

    private static final List<Field<String>> PARTS =
            ABOUT.stream().<Field<String>>map(DSL::inline).toList();

    private static final DoorText OPENS = new DoorText(Door::composed);
    private static final DoorText SENT =
            new DoorText((_, _, _, today) ->
                    eligible(ROUTE.CASE_ID, HELD, today).and(reached(ROUTE, today)));
    private static final DoorText NAMED =
            new DoorText((_, _, _, today) -> named(ROUTE.CASE_ID, HELD, today));
    private static final DoorText THROUGH_GLASS =
            new DoorText((_, _, _, today) -> eligible(GLASS.CASE_ID, HELD, today));

    private Door() {}

    /// A day that is filled in later, under a name.
    static Field<LocalDate> anyDay(String name) {
        return DSL.param(name, APPOINTMENT.FROM_ON);
    }

    static Field<LocalDate> day(LocalDate day) {
        return DSL.val(day, APPOINTMENT.FROM_ON);
    }

    /// True for the cases that the viewer may read.
    ///
    /// @param caseId the column that names the case in the query
    public static Condition opens(Field<String> caseId, Viewer viewer) {
        return OPENS.forCase(caseId, viewer);
    }

    /// The same, composed each time. {@link #opens} says it in the same words.
    static Condition composed(
            Field<String> caseId,
            Field<String> school,
            Field<String> person,
            Field<LocalDate> today) {
        var route = CASE_ROUTE.as("door_route");
        var held = APPOINTMENT.as("door_held");
        return exists(
                        selectOne()
                                .from(route)
                                .join(held)
                                .on(held.SCHOOL.eq(route.SCHOOL))
                                .and(held.ROLE.eq(route.ROLE))
                                .where(route.CASE_ID.eq(caseId))
                                .and(route.SCHOOL.eq(school))
                                .and(held.PERSON.eq(person))
                                .and(eligible(route.CASE_ID, held, today))
                                .and(reached(route, today))
                                .and(named(route.CASE_ID, held, today)))
                .or(throughGlass(caseId, school, person, today));
    }

    /// Everybody who may read a case today through a post, also those whom a restriction shuts out.
    public static List<Reader> sentTo(
            DSLContext sql, String school, String caseId, LocalDate today) {
        return sentTo(sql, school, List.of(caseId), today).getOrDefault(caseId, List.of());
    }

    /// The same for several cases at once.
    public static Map<String, List<Reader>> sentTo(
            DSLContext sql, String school, Collection<String> cases, LocalDate today) {
        return byPost(sql, school, cases, today, DSL.noCondition());
    }

    /// Whether somebody who holds a role today could break the glass of a case: it is not closed to
    /// them, and it is not disposed of, which leaves it sent to nobody.
    public static boolean couldBreak(DSLContext sql, Viewer viewer, String role, String caseId) {
        return sql.fetchExists(CASE_ROUTE, CASE_ROUTE.CASE_ID.eq(caseId))
                && admitted(sql, viewer.school(), caseId, role, viewer.today())
                        .contains(viewer.person());
    }

    /// Everybody who may read a case today, and why, for the case's own page.
    public static List<Reader> readers(
            DSLContext sql, String school, String caseId, LocalDate today) {
        return readers(sql, school, List.of(caseId), today).getOrDefault(caseId, List.of());
    }

    /// The same for several cases at once.
    public static Map<String, List<Reader>> readers(
            DSLContext sql, String school, Collection<String> cases, LocalDate today) {
        var readers = byPost(sql, school, cases, today, NAMED.on(today));
        byGlass(sql, school, cases, today)
                .forEach((id, more) ->
                        readers.merge(
                                id,
                                more,
                                (one, other) ->
                                        Stream.concat(one.stream(), other.stream()).toList()));
        return readers;
    }

    private static Map<String, List<Reader>> byPost(
            DSLContext sql,
            String school,
            Collection<String> cases,
            LocalDate today,
            Condition which) {
        var covered = APPOINTMENT.as("door_covered");
        return sql.select(
                        ROUTE.CASE_ID,
                        DSL.row(
                                        HELD.PERSON,
                                        ROUTE.ROLE,
                                        ROUTE.WHY,
                                        DSL.when(HELD.COVERS.isNotNull(), HELD.TO_ON),
                                        covered.PERSON)
                                .mapping(Reader::new))
                .from(ROUTE)
                .join(HELD)
                .on(HELD.SCHOOL.eq(ROUTE.SCHOOL))
                .and(HELD.ROLE.eq(ROUTE.ROLE))
                .leftJoin(covered)
                .on(covered.ID.eq(HELD.COVERS))
                .where(ROUTE.CASE_ID.in(cases))
                .and(ROUTE.SCHOOL.eq(school))
                .and(SENT.on(today))
                .and(which)
                .orderBy(ROUTE.TIER, ROUTE.ROLE, HELD.PERSON)
                .fetchGroups(Record2::value1, Record2::value2);
    }

    private static Map<String, List<Reader>> byGlass(
            DSLContext sql, String school, Collection<String> cases, LocalDate today) {
        return sql.select(
                        GLASS.CASE_ID,
                        DSL.row(
                                        GLASS.PERSON,
                                        GLASS.ROLE,
                                        inline(Reader.GLASS),
                                        DSL.max(GLASS.UNTIL_ON),
                                        DSL.castNull(SQLDataType.VARCHAR))
                                .mapping(Reader::new))
                .from(GLASS)
                .join(HELD)
                .on(HELD.SCHOOL.eq(GLASS.SCHOOL))
                .and(HELD.ROLE.eq(GLASS.ROLE))
                .and(HELD.PERSON.eq(GLASS.PERSON))
                .where(GLASS.CASE_ID.in(cases))
                .and(GLASS.SCHOOL.eq(school))
                .and(GLASS.UNTIL_ON.ge(today))
                .and(THROUGH_GLASS.on(today))
                .groupBy(GLASS.CASE_ID, GLASS.PERSON, GLASS.ROLE)
                .orderBy(GLASS.PERSON)
                .fetchGroups(Record2::value1, Record2::value2);
    }

    /// Whoever would read a case through a role, if it were sent there.
    public static Set<String> admitted(
            DSLContext sql, String school, String caseId, String role, LocalDate today) {
        var held = APPOINTMENT.as("door_held");
        return sql.selectDistinct(held.PERSON)
                .from(held)
                .where(held.SCHOOL.eq(school))
                .and(held.ROLE.eq(role))
                .and(eligible(DSL.val(caseId), held, day(today)))
                .fetchSet(held.PERSON);
    }

    /// True for the cases that are closed to any of these people, whatever post they hold.
    public static Condition closedToAny(Field<String> caseId, Collection<String> people) {
        var bar = CASE_BAR.as("door_closed");
        var subject = CASE_PERSON.as("door_subject");
        var kin = KINSHIP.as("door_kin");
        return exists(
                        selectOne()
                                .from(bar)
                                .where(bar.CASE_ID.eq(caseId))
                                .and(bar.PERSON.in(people)))
                .or(
                        exists(
                                selectOne()
                                        .from(subject)
                                        .where(subject.CASE_ID.eq(caseId))
                                        .and(subject.PART.in(PARTS))
                                        .and(subject.PERSON.in(people))))
                .or(
                        exists(
                                selectOne()
                                        .from(subject)
                                        .join(kin)
                                        .on(
                                                kin.PERSON
                                                        .eq(subject.PERSON)
                                                        .and(kin.RELATIVE.in(people))
                                                        .or(
                                                                kin.RELATIVE
                                                                        .eq(subject.PERSON)
                                                                        .and(
                                                                                kin.PERSON.in(
                                                                                        people))))
                                        .where(subject.CASE_ID.eq(caseId))
                                        .and(subject.PART.in(PARTS))))
                .or(exists(keptFrom(caseId, people.stream().map(DSL::val).toList())));
    }

    /// True for the cases that somebody who cannot read them may still know to have been handled:
    /// they went along one of these routes, and neither the viewer nor their family has any part.
    ///
    /// @param routes keys of routes for matters that cannot be about the viewer
    public static Condition mayBeKnown(
            Field<String> caseId, Viewer viewer, Collection<String> routes) {
        var route = CASE_ROUTE.as("door_known");
        var linked = CASE_PERSON.as("door_linked");
        var person = DSL.val(viewer.person());
        return exists(
                        selectOne()
                                .from(route)
                                .where(route.CASE_ID.eq(caseId))
                                .and(route.TIER.gt(0))
                                .and(route.WHY.in(routes)))
                .and(notBarred(caseId, person))
                .and(
                        notExists(
                                selectOne()
                                        .from(linked)
                                        .where(linked.CASE_ID.eq(caseId))
                                        .and(
                                                linked.PERSON
                                                        .eq(person)
                                                        .or(exists(kin(linked.PERSON, person))))));
    }

    /// Whether somebody whom a case goes to is one of those it is restricted to, or holds a post
    /// that reads it in spite of that. A restriction holds while at least one of them can read it;
    /// after that the case is open as it was before, so that none is ever lost.
    private static Condition named(Field<String> caseId, Appointment held, Field<LocalDate> today) {
        var any = CASE_NAMED.as("door_any");
        var anyPost = CASE_NAMED_POST.as("door_any_post");
        var name = CASE_NAMED.as("door_name");
        var post = CASE_NAMED_POST.as("door_post");
        return notExists(selectOne().from(any).where(any.CASE_ID.eq(caseId)))
                .and(notExists(selectOne().from(anyPost).where(anyPost.CASE_ID.eq(caseId))))
                .or(nobodyLeft(caseId, today))
                .or(
                        exists(
                                selectOne()
                                        .from(name)
                                        .where(name.CASE_ID.eq(caseId))
                                        .and(name.PERSON.eq(held.PERSON))))
                .or(
                        exists(
                                selectOne()
                                        .from(post)
                                        .where(post.CASE_ID.eq(caseId))
                                        .and(post.ROLE.eq(held.ROLE))));
    }

    /// True where none of those whom a case is restricted to can read it.
    private static Condition nobodyLeft(Field<String> caseId, Field<LocalDate> today) {
        var name = CASE_NAMED.as("door_other");
        var post = CASE_NAMED_POST.as("door_other_post");
        var reads = APPOINTMENT.as("door_other_held");
        var named = name.join(OTHER_ROUTE).on(OTHER_ROUTE.CASE_ID.eq(name.CASE_ID));
        var posts =
                post.join(OTHER_ROUTE)
                        .on(OTHER_ROUTE.CASE_ID.eq(post.CASE_ID))
                        .and(OTHER_ROUTE.ROLE.eq(post.ROLE));
        return notExists(
                        reading(named, reads, today)
                                .and(reads.PERSON.eq(name.PERSON))
                                .and(name.CASE_ID.eq(caseId)))
                .and(notExists(reading(posts, reads, today).and(post.CASE_ID.eq(caseId))));
    }

    /// Whoever reads a case of these rows through a post.
    private static SelectConditionStep<Record1<Integer>> reading(
            Table<?> rows, Appointment reads, Field<LocalDate> today) {
        return selectOne()
                .from(rows)
                .join(reads)
                .on(reads.SCHOOL.eq(OTHER_ROUTE.SCHOOL))
                .and(reads.ROLE.eq(OTHER_ROUTE.ROLE))
                .where(eligible(OTHER_ROUTE.CASE_ID, reads, today))
                .and(reached(OTHER_ROUTE, today));
    }

    private static Condition throughGlass(
            Field<String> caseId,
            Field<String> school,
            Field<String> person,
            Field<LocalDate> today) {
        var glass = CASE_GLASS.as("door_glass");
        var held = APPOINTMENT.as("door_glass_held");
        return exists(
                selectOne()
                        .from(glass)
                        .join(held)
                        .on(held.SCHOOL.eq(glass.SCHOOL))
                        .and(held.ROLE.eq(glass.ROLE))
                        .and(held.PERSON.eq(glass.PERSON))
                        .where(glass.CASE_ID.eq(caseId))
                        .and(glass.SCHOOL.eq(school))
                        .and(glass.PERSON.eq(person))
                        .and(glass.UNTIL_ON.ge(today))
                        .and(eligible(glass.CASE_ID, held, today)));
    }

    /// True for the people of whom the viewer may learn something confidential as far as kinship
    /// goes: all but themselves and their family.
    ///
    /// @param person the column that names the person in the query
    public static Condition isNoFamily(Field<String> person, Viewer viewer) {
        var me = DSL.val(viewer.person());
        return person.ne(me).and(notExists(kin(person, me)));
    }

    private static Condition eligible(
            Field<String> caseId, Appointment held, Field<LocalDate> today) {
        return held.FROM_ON
                .le(today)
                .and(held.TO_ON.isNull().or(held.TO_ON.ge(today)))
                .and(hasAccount(held))
                .and(notBarred(caseId, held.PERSON));
    }

    private static Condition hasAccount(Appointment held) {
        var account = ACCOUNT.as("door_account");
        return exists(
                selectOne()
                        .from(account)
                        .where(account.SCHOOL.eq(held.SCHOOL))
                        .and(account.PERSON.eq(held.PERSON))
                        .and(open(account)));
    }

    private static Condition open(Account account) {
        return account.CLOSED_AT.isNull();
    }

    private static Condition reached(CaseRoute route, Field<LocalDate> today) {
        var earlier = CASE_ROUTE.as("door_earlier");
        var holder = APPOINTMENT.as("door_holder");
        return route.TIER
                .le(inline(1))
                .or(
                        notExists(
                                selectOne()
                                        .from(earlier)
                                        .join(holder)
                                        .on(holder.SCHOOL.eq(earlier.SCHOOL))
                                        .and(holder.ROLE.eq(earlier.ROLE))
                                        .where(earlier.CASE_ID.eq(route.CASE_ID))
                                        .and(earlier.TIER.gt(inline(0)))
                                        .and(earlier.TIER.lt(route.TIER))
                                        .and(eligible(earlier.CASE_ID, holder, today))));
    }

    private static Condition notBarred(Field<String> caseId, Field<String> person) {
        return notExists(
                        selectOne()
                                .from(CASE_BAR)
                                .where(CASE_BAR.CASE_ID.eq(caseId))
                                .and(CASE_BAR.PERSON.eq(person)))
                .and(notExists(aboutThemselves(caseId, person)))
                .and(notExists(keptFrom(caseId, List.of(person))));
    }

    /// A flag that stands says that one of these people must not be told of somebody the case is
    /// about.
    private static org.jooq.Select<?> keptFrom(
            Field<String> caseId, Collection<? extends Field<String>> people) {
        var subject = CASE_PERSON.as("door_kept_subject");
        var flag = PERSON_FLAG.as("door_flag");
        var over = PERSON_FLAG_END.as("door_flag_end");
        return selectOne()
                .from(subject)
                .join(flag)
                .on(flag.SCHOOL.eq(subject.SCHOOL))
                .and(flag.PERSON.eq(subject.PERSON))
                .and(flag.GUARDIAN.in(people))
                .leftJoin(over)
                .on(over.FLAG.eq(flag.ID))
                .where(subject.CASE_ID.eq(caseId))
                .and(subject.PART.in(PARTS))
                .and(over.FLAG.isNull());
    }

    private static org.jooq.Select<?> aboutThemselves(Field<String> caseId, Field<String> person) {
        var subject = CASE_PERSON.as("door_subject");
        return selectOne()
                .from(subject)
                .where(subject.CASE_ID.eq(caseId))
                .and(subject.PART.in(PARTS))
                .and(subject.PERSON.eq(person).or(exists(kin(subject.PERSON, person))));
    }

    private static org.jooq.Select<?> kin(Field<String> subject, Field<String> person) {
        var kin = KINSHIP.as("door_kin");
        return DSL.selectOne()
                .from(kin)
                .where(
                        kin.PERSON
                                .eq(subject)
                                .and(kin.RELATIVE.eq(person))
                                .or(kin.PERSON.eq(person).and(kin.RELATIVE.eq(subject))));
    }
}
