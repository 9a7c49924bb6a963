// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static school.lanyard.database.schema.Tables.CASE_FILE;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.Known;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;
import school.lanyard.setup.Founding;

/// The invented schools of one installation, each with ten years of cases and a designated
/// safeguarding lead who can sign in. What is there already is found again, so that two builds can
/// be measured on the same records.
final class Trust {

    static final String PASSWORD = "otter violin gravel sunset";

    /// The same for every lead: whoever is invented has nothing to lose.
    static final String TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final int CHILDREN = 300;
    private static final String NAME = "School ";

    /// A school with its cases and the children that they are about.
    record Filled(String school, String address, List<String> cases, List<String> children) {}

    private final BeanFactory server;

    Trust(BeanFactory server) {
        this.server = server;
    }

    /// The schools that are there, and new ones until there are so many.
    List<Filled> schools(int schools, int incidents) {
        var began = System.nanoTime();
        var filled = new ArrayList<>(found());
        if (filled.size() >= schools) {
            return filled.subList(0, schools);
        }
        var pack = ((Loaded.Sound) Packs.in(Path.of("packs")).load("boughton-leigh")).pack();
        var hash = server.getBean(Passwords.class).hash(PASSWORD);
        for (int i = filled.size(); i < schools; i++) {
            filled.add(school(i, pack, hash, incidents));
            CasesBench.say(
                    "school %d of %d filled after %d s%n",
                    i + 1, schools, (System.nanoTime() - began) / 1_000_000_000);
        }
        return filled;
    }

    private List<Filled> found() {
        return server.getBean(Schools.class).all().stream()
                .sorted(Comparator.comparingInt(Trust::number))
                .map(each -> found(each.id(), number(each)))
                .toList();
    }

    private static int number(Schools.School school) {
        return Integer.parseInt(school.name().substring(NAME.length()));
    }

    private Filled found(String school, int number) {
        return new Filled(
                school,
                address(number),
                server.getBean(Database.class)
                        .read(sql ->
                                sql.select(CASE_FILE.REFERENCE)
                                        .from(CASE_FILE)
                                        .where(CASE_FILE.SCHOOL.eq(school))
                                        .and(CASE_FILE.KIND.eq("incident"))
                                        .orderBy(CASE_FILE.OPENED_AT)
                                        .fetch(CASE_FILE.REFERENCE)),
                server.getBean(People.class).directory(school).everybody().stream()
                        .filter(each -> each.name().startsWith("Child "))
                        .map(Known::id)
                        .toList());
    }

    private static String address(int number) {
        return "dsl" + number + "@example.org";
    }

    private Filled school(int number, Pack pack, String hash, int incidents) {
        var database = server.getBean(Database.class);
        var today = SchoolTime.day(server.getBean(InstantSource.class).instant());
        var school = UUID.randomUUID().toString();
        server.getBean(Seals.class).foundSchool(school);
        database.found(
                school,
                tx -> {
                    server.getBean(Founding.class).insert(tx, NAME + number, false);
                    return server.getBean(Editions.class).publish(tx, Actor.LANYARD, pack, today);
                });
        var people = people(school, today);
        var staff = people.subList(0, 2);
        var children = List.copyOf(people.subList(2, people.size()));
        database.change(
                school,
                tx -> {
                    server.getBean(Accounts.class)
                            .seed(tx, Actor.LANYARD, staff.getFirst(), address(number), hash, TOTP);
                    server.getBean(Posts.class)
                            .make(tx, Actor.LANYARD, staff.getFirst(), "dsl", today, null, "made");
                });
        var edition = server.getBean(Editions.class).running(school);
        var cast =
                new TenYears.Cast(
                        school,
                        edition.id(),
                        edition.pack(),
                        staff.getFirst(),
                        staff.getLast(),
                        children);
        var cases =
                database.write(
                        school,
                        tx ->
                                new TenYears(server.getBean(Seals.class), cast, number)
                                        .fill(tx, incidents));
        return new Filled(school, address(number), cases, children);
    }

    /// The lead, a teacher, and the children.
    private List<String> people(String school, LocalDate today) {
        var people = new ArrayList<NewPerson>();
        people.add(NewPerson.named("Diana Sharpe", Membership.since(today, "staff")));
        people.add(NewPerson.named("Tess Marlow", Membership.since(today, "staff")));
        for (int i = 0; i < CHILDREN; i++) {
            people.add(
                    NewPerson.named(
                            "Child " + TenYears.word(i), Membership.since(today, "learner")));
        }
        return server.getBean(Database.class)
                .write(school, tx -> server.getBean(People.class).add(tx, Actor.LANYARD, people));
    }
}
