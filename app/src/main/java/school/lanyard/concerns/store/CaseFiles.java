// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_NAMED;
import static school.lanyard.database.schema.Tables.CASE_NAMED_POST;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CASE_ROUTE;
import static school.lanyard.database.schema.Tables.EDITION;
import static school.lanyard.database.schema.Tables.MEMBERSHIP;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Route;

/// Cases of one school: their files, who they go to, whom they are about.
public final class CaseFiles {

    /// A case's own row, for whatever selects cases.
    static final SelectField<CaseFile> FILE =
            DSL.row(
                            CASE_FILE.ID,
                            CASE_FILE.KIND,
                            CASE_FILE.REFERENCE,
                            CASE_FILE.KEY_ID,
                            CASE_FILE.EDITION,
                            CASE_FILE.OPENED_AT)
                    .mapping(CaseFile::new);

    private final DSLContext sql;
    private final String school;

    public CaseFiles(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(CaseFile file) {
        sql.insertInto(CASE_FILE)
                .set(CASE_FILE.ID, file.id())
                .set(CASE_FILE.SCHOOL, school)
                .set(CASE_FILE.KIND, file.kind())
                .set(CASE_FILE.REFERENCE, file.reference())
                .set(CASE_FILE.KEY_ID, file.keyId())
                .set(CASE_FILE.EDITION, file.edition())
                .set(CASE_FILE.OPENED_AT, file.openedAt())
                .execute();
    }

    /// The file behind a reference, if the viewer may know that it exists.
    public Optional<CaseFile> find(String kind, String reference, Viewer viewer) {
        return files(CASE_FILE.KIND.eq(kind).and(CASE_FILE.REFERENCE.eq(reference)), viewer)
                .stream()
                .findFirst();
    }

    /// Every case of a kind by its id, to be compared with the ledger and shown to nobody.
    public List<String> ids(String kind) {
        return sql.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.KIND.eq(kind))
                .orderBy(CASE_FILE.ID)
                .fetch(CASE_FILE.ID);
    }

    /// Whether every case names an edition that had been published when the case was opened.
    public boolean allUnderAnEditionOfTheirTime() {
        return !sql.fetchExists(
                sql.selectOne()
                        .from(CASE_FILE)
                        .join(EDITION)
                        .on(EDITION.ID.eq(CASE_FILE.EDITION))
                        .where(CASE_FILE.SCHOOL.eq(school))
                        .and(
                                EDITION.PUBLISHED_AT
                                        .gt(CASE_FILE.OPENED_AT)
                                        .or(EDITION.SCHOOL.ne(CASE_FILE.SCHOOL))));
    }

    /// The files of the cases with these ids that the viewer may know of.
    public List<CaseFile> all(Collection<String> ids, Viewer viewer) {
        return files(CASE_FILE.ID.in(ids), viewer);
    }

    private List<CaseFile> files(Condition which, Viewer viewer) {
        return sql.select(FILE)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(which)
                .and(Door.opens(CASE_FILE.ID, viewer))
                .orderBy(CASE_FILE.OPENED_AT, CASE_FILE.ID)
                .fetch(Record1::value1);
    }

    /// Sends a case along a route, in place of the one before. Posts it was opened to keep it.
    public void route(String caseId, Route route) {
        sql.deleteFrom(CASE_ROUTE)
                .where(CASE_ROUTE.CASE_ID.eq(caseId))
                .and(CASE_ROUTE.SCHOOL.eq(school))
                .and(CASE_ROUTE.TIER.gt(0))
                .execute();
        for (int tier = 0; tier < route.tiers().size(); tier++) {
            for (var role : route.tiers().get(tier)) {
                addRoute(caseId, tier + 1, role, route.key());
            }
        }
    }

    /// A post that a case goes to, as its row stands.
    public record Routed(int tier, String role, String why) {}

    /// Which posts the policy sends a case to.
    public List<Routed> routes(String caseId) {
        return routed(caseId, CASE_ROUTE.TIER.gt(0));
    }

    /// Which posts a case was opened to besides.
    public List<Routed> opened(String caseId) {
        return routed(caseId, CASE_ROUTE.TIER.eq(0));
    }

    private List<Routed> routed(String caseId, Condition which) {
        return sql.select(CASE_ROUTE.TIER, CASE_ROUTE.ROLE, CASE_ROUTE.WHY)
                .from(CASE_ROUTE)
                .where(CASE_ROUTE.SCHOOL.eq(school))
                .and(CASE_ROUTE.CASE_ID.eq(caseId))
                .and(which)
                .orderBy(CASE_ROUTE.TIER, CASE_ROUTE.ROLE)
                .fetch(Records.mapping(Routed::new));
    }

    /// The key of the route that a case is on.
    public String routeOf(String caseId) {
        return sql.select(CASE_ROUTE.WHY)
                .from(CASE_ROUTE)
                .where(CASE_ROUTE.SCHOOL.eq(school))
                .and(CASE_ROUTE.CASE_ID.eq(caseId))
                .and(CASE_ROUTE.TIER.gt(0))
                .limit(1)
                .fetchOptional(CASE_ROUTE.WHY)
                .orElse("");
    }

    /// The same for several cases at once; one that is on none is not there.
    public Map<String, String> routesOf(Collection<String> cases) {
        var routes = new HashMap<String, String>();
        sql.select(CASE_ROUTE.CASE_ID, CASE_ROUTE.WHY)
                .from(CASE_ROUTE)
                .where(CASE_ROUTE.SCHOOL.eq(school))
                .and(CASE_ROUTE.CASE_ID.in(cases))
                .and(CASE_ROUTE.TIER.gt(0))
                .forEach(row -> routes.putIfAbsent(row.value1(), row.value2()));
        return routes;
    }

    /// Opens a case to one more post by a named decision.
    public void openTo(String caseId, String role) {
        addRoute(caseId, 0, role, "opened");
    }

    private void addRoute(String caseId, int tier, String role, String why) {
        sql.insertInto(CASE_ROUTE)
                .set(CASE_ROUTE.SCHOOL, school)
                .set(CASE_ROUTE.CASE_ID, caseId)
                .set(CASE_ROUTE.TIER, tier)
                .set(CASE_ROUTE.ROLE, role)
                .set(CASE_ROUTE.WHY, why)
                .onConflictDoNothing()
                .execute();
    }

    public void link(String caseId, String person, String part) {
        sql.insertInto(CASE_PERSON)
                .set(CASE_PERSON.SCHOOL, school)
                .set(CASE_PERSON.CASE_ID, caseId)
                .set(CASE_PERSON.PERSON, person)
                .set(CASE_PERSON.PART, part)
                .onConflict(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON)
                .doUpdate()
                .set(CASE_PERSON.PART, part)
                .execute();
    }

    public void unlink(String caseId, String person) {
        sql.deleteFrom(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.CASE_ID.eq(caseId))
                .and(CASE_PERSON.PERSON.eq(person))
                .execute();
    }

    public Map<String, String> people(String caseId) {
        return sql.select(CASE_PERSON.PERSON, CASE_PERSON.PART)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.CASE_ID.eq(caseId))
                .orderBy(CASE_PERSON.PERSON)
                .fetchMap(CASE_PERSON.PERSON, CASE_PERSON.PART);
    }

    /// The people linked to each of some cases, with their parts.
    public Map<String, Map<String, String>> people(Collection<String> cases) {
        var people = new HashMap<String, Map<String, String>>();
        sql.select(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON, CASE_PERSON.PART)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.CASE_ID.in(cases))
                .orderBy(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON)
                .forEach(row ->
                        people.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                                .put(row.value2(), row.value3()));
        return people;
    }

    public void bar(String caseId, String person, String why) {
        sql.insertInto(CASE_BAR)
                .set(CASE_BAR.SCHOOL, school)
                .set(CASE_BAR.CASE_ID, caseId)
                .set(CASE_BAR.PERSON, person)
                .set(CASE_BAR.WHY, why)
                .onConflictDoNothing()
                .execute();
    }

    public void unbar(String caseId, String person) {
        sql.deleteFrom(CASE_BAR)
                .where(CASE_BAR.SCHOOL.eq(school))
                .and(CASE_BAR.CASE_ID.eq(caseId))
                .and(CASE_BAR.PERSON.eq(person))
                .execute();
    }

    public Set<String> barred(String caseId) {
        return sql.select(CASE_BAR.PERSON)
                .from(CASE_BAR)
                .where(CASE_BAR.SCHOOL.eq(school))
                .and(CASE_BAR.CASE_ID.eq(caseId))
                .fetchSet(CASE_BAR.PERSON);
    }

    /// Who is barred from each of some cases.
    public Map<String, Set<String>> barred(Collection<String> cases) {
        return sql.select(CASE_BAR.CASE_ID, CASE_BAR.PERSON)
                .from(CASE_BAR)
                .where(CASE_BAR.SCHOOL.eq(school))
                .and(CASE_BAR.CASE_ID.in(cases))
                .collect(
                        Collectors.groupingBy(
                                Record2::value1,
                                Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    /// Whom a case is restricted to; nobody where it is not.
    public Set<String> named(String caseId) {
        return sql.select(CASE_NAMED.PERSON)
                .from(CASE_NAMED)
                .where(CASE_NAMED.SCHOOL.eq(school))
                .and(CASE_NAMED.CASE_ID.eq(caseId))
                .fetchSet(CASE_NAMED.PERSON);
    }

    /// The posts whose holders read a restricted case, whoever they are.
    public Set<String> namedPosts(String caseId) {
        return sql.select(CASE_NAMED_POST.ROLE)
                .from(CASE_NAMED_POST)
                .where(CASE_NAMED_POST.SCHOOL.eq(school))
                .and(CASE_NAMED_POST.CASE_ID.eq(caseId))
                .fetchSet(CASE_NAMED_POST.ROLE);
    }

    /// Restricts a case to these people and the holders of these posts in place of those before; to
    /// nobody, it is unrestricted.
    public void restrict(String caseId, Collection<String> people, Collection<String> posts) {
        sql.deleteFrom(CASE_NAMED)
                .where(CASE_NAMED.SCHOOL.eq(school))
                .and(CASE_NAMED.CASE_ID.eq(caseId))
                .execute();
        sql.deleteFrom(CASE_NAMED_POST)
                .where(CASE_NAMED_POST.SCHOOL.eq(school))
                .and(CASE_NAMED_POST.CASE_ID.eq(caseId))
                .execute();
        people.forEach(person -> name(caseId, person));
        posts.forEach(role -> namePost(caseId, role));
    }

    private void namePost(String caseId, String role) {
        sql.insertInto(CASE_NAMED_POST)
                .set(CASE_NAMED_POST.SCHOOL, school)
                .set(CASE_NAMED_POST.CASE_ID, caseId)
                .set(CASE_NAMED_POST.ROLE, role)
                .execute();
    }

    /// Takes a post out of those whose holders read a restricted case.
    public void leaveOut(String caseId, String role) {
        sql.deleteFrom(CASE_NAMED_POST)
                .where(CASE_NAMED_POST.SCHOOL.eq(school))
                .and(CASE_NAMED_POST.CASE_ID.eq(caseId))
                .and(CASE_NAMED_POST.ROLE.eq(role))
                .execute();
    }

    /// Lets one more person read a restricted case.
    public void name(String caseId, String person) {
        sql.insertInto(CASE_NAMED)
                .set(CASE_NAMED.SCHOOL, school)
                .set(CASE_NAMED.CASE_ID, caseId)
                .set(CASE_NAMED.PERSON, person)
                .onConflictDoNothing()
                .execute();
    }

    /// Whoever would read a case were it not restricted.
    public List<Reader> sentTo(String caseId, LocalDate today) {
        return Door.sentTo(sql, school, caseId, today);
    }

    /// The same for several cases at once.
    public Map<String, List<Reader>> sentTo(Collection<String> cases, LocalDate today) {
        return Door.sentTo(sql, school, cases, today);
    }

    /// Who may read each of some cases, and why.
    public Map<String, List<Reader>> readers(Collection<String> cases, LocalDate today) {
        return Door.readers(sql, school, cases, today);
    }

    public List<Reader> readers(String caseId, LocalDate today) {
        return Door.readers(sql, school, caseId, today);
    }

    /// Whoever would read a case through a post, if it were sent there.
    public Set<String> admitted(String caseId, String role, LocalDate today) {
        return Door.admitted(sql, school, caseId, role, today);
    }

    /// How routing sees a person: the posts they hold and the groups they belong to on a day.
    public About about(String person, LocalDate day) {
        return new About(
                sql.select(APPOINTMENT.ROLE)
                        .from(APPOINTMENT)
                        .where(APPOINTMENT.SCHOOL.eq(school))
                        .and(APPOINTMENT.PERSON.eq(person))
                        .and(APPOINTMENT.FROM_ON.le(day))
                        .and(APPOINTMENT.TO_ON.isNull().or(APPOINTMENT.TO_ON.ge(day)))
                        .fetchSet(APPOINTMENT.ROLE),
                sql.select(MEMBERSHIP.GROUP_KEY)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.SCHOOL.eq(school))
                        .and(MEMBERSHIP.PERSON.eq(person))
                        .and(MEMBERSHIP.FROM_ON.le(day))
                        .and(MEMBERSHIP.TO_ON.isNull().or(MEMBERSHIP.TO_ON.ge(day)))
                        .fetchSet(MEMBERSHIP.GROUP_KEY));
    }

    /// Whoever holds one of the roles today.
    public Set<String> holders(Collection<String> roles, LocalDate day) {
        return sql.selectDistinct(APPOINTMENT.PERSON)
                .from(APPOINTMENT)
                .where(APPOINTMENT.SCHOOL.eq(school))
                .and(APPOINTMENT.ROLE.in(roles))
                .and(APPOINTMENT.FROM_ON.le(day))
                .and(APPOINTMENT.TO_ON.isNull().or(APPOINTMENT.TO_ON.ge(day)))
                .fetchSet(APPOINTMENT.PERSON);
    }
}
