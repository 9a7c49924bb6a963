// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.testing.House.NINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.EditionRequests;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Published;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// Nobody alone makes readers by publishing a policy.
@ParameterizedClass
@EnumSource(Engine.class)
class PolicyApproversTest {

    private static final String ROLES = "boughton-leigh/roles.yaml";

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Ledger ledger;
    People people;
    Posts posts;
    Accounts accounts;
    Editions editions;
    EditionRequests requests;
    Instant now = NINE;
    String chair = "";
    String dsl = "";
    String teacher = "";

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory.resolve("data"));
        ledger = Ledgers.of(house.database(), house.seals());
        people = new People(house.database(), house.seals(), ledger, () -> now);
        editions = new Editions(house.database(), ledger, () -> now);
        posts = new Posts(new Appointments(house.database()), editions, ledger, () -> now);
        var outbox = new Outbox(house.database(), () -> now);
        accounts =
                new Accounts(
                        house.database(),
                        house.seals(),
                        ledger,
                        outbox,
                        new Passwords(),
                        people,
                        new Sessions(() -> now),
                        () -> now);
        requests =
                new EditionRequests(
                        house.database(),
                        editions,
                        new PolicyApprovers(posts, accounts, outbox),
                        () -> now);
        assertThat(publish(policy("")))
                .as("a school's first edition makes no reader")
                .isInstanceOf(Published.Done.class);
        chair = join("Cal Reed", "chair-of-governors", "governor");
        dsl = join("Bea Moss", "dsl", "staff");
        teacher = join("Di Lowe", "class-teacher", "staff");
    }

    @AfterEach
    void close() {
        assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        house.close();
    }

    @Test
    void an_edition_that_changes_nothing_about_reading_is_in_force_at_once() {
        assertThat(publish(policy("Class teacher->Teacher"))).isInstanceOf(Published.Done.class);
        assertThat(running().roles().get("class-teacher").label()).isEqualTo("Teacher");
    }

    @Test
    void one_that_lets_a_role_handle_cases_waits_for_a_second_person() {
        var id = waits(withReader());
        assertThat(handles("class-teacher")).isFalse();
        assertThat(decide(chair, id)).as("who asked").isPresent();
        assertThat(decide(teacher, id)).as("no approver").isPresent();
        assertThat(handles("class-teacher")).isFalse();
        assertThat(decide(dsl, id)).isEmpty();
        assertThat(handles("class-teacher")).isTrue();
        assertThat(decide(dsl, id)).as("only once").isPresent();
    }

    @Test
    void so_does_one_that_takes_reading_away() throws IOException {
        var packs = copy();
        change(
                packs.resolve(ROLES),
                "capabilities: [report-concerns, handle-cases, approve-access, issue-reports",
                "capabilities: [report-concerns, issue-reports");
        var kinds = packs.resolve("boughton-leigh/kinds.yaml");
        change(kinds, "[online-safety-lead], ", "");
        change(kinds, "online-safety-lead, ", "");
        change(kinds, ", online-safety-lead", "");
        waits(load(packs));
    }

    @Test
    void so_does_one_that_opens_a_readers_post_to_another_group() {
        waits(
                policy(
                        "holders: one\n  groups: [governor]\n  capabilities: [report-concerns,"
                                + " handle-cases->holders: one\n  groups: [governor, visitor]\n  capabilities:"
                                + " [report-concerns, handle-cases"));
    }

    @Test
    void so_does_one_that_shows_another_role_who_read_what() {
        waits(
                policy(
                        "capabilities: [report-concerns]\nline->capabilities: [report-concerns,"
                                + " read-access-log]\nline"));
    }

    @Test
    void so_does_one_that_sends_cases_along_another_way() throws IOException {
        var packs = copy();
        change(
                packs.resolve("boughton-leigh/routing.yaml"),
                "to: [[vice-chair]]",
                "to: [[headteacher]]");
        waits(load(packs));
    }

    @Test
    void a_refusal_leaves_the_old_one_in_force() {
        var id = waits(withReader());
        assertThat(requests.decide(house.school(), dsl, id, false)).isEmpty();
        assertThat(handles("class-teacher")).isFalse();
        assertThat(requests.waiting(house.school())).isEmpty();
        assertThat(decide(dsl, id)).isPresent();
    }

    @Test
    void an_old_request_can_no_longer_be_granted() {
        var id = waits(withReader());
        now = NINE.plus(Duration.ofDays(31));
        assertThat(decide(dsl, id)).isPresent();
    }

    @Test
    void one_that_is_to_come_later_is_compared_with_what_is_in_force_then() {
        var next = today().plusDays(10);
        var wide =
                (Published.Waits)
                        requests.publish(house.school(), Actor.person(chair), withReader(), next);
        assertThat(decide(dsl, wide.request())).isEmpty();
        assertThat(handles("class-teacher")).as("not yet").isFalse();
        assertThat(requests.publish(house.school(), Actor.person(chair), policy(""), next))
                .as("it would shut out whom the other lets in")
                .isInstanceOf(Published.Waits.class);
        now = NINE.plus(Duration.ofDays(11));
        assertThat(handles("class-teacher")).isTrue();
    }

    @Test
    void the_guard_is_in_the_service_itself() {
        var published =
                house.database()
                        .<Published>write(
                                house.school(),
                                tx ->
                                        editions.publish(
                                                tx, Actor.person(chair), withReader(), today()));
        assertThat(published).isInstanceOf(Published.Waits.class);
        assertThat(handles("class-teacher")).isFalse();
    }

    @Test
    void it_tells_those_who_can_decide_and_enters_who_asked_and_who_agreed() {
        var before = mail();
        var id = waits(withReader());
        assertThat(mail()).isEqualTo(before + 2);
        decide(dsl, id);
        assertThat(ledger.about(house.school(), id, "policy."))
                .extracting(each -> each.action() + " by " + each.actor().id())
                .containsExactly(
                        "policy.asked by " + chair,
                        "policy.granted by " + dsl,
                        "policy.published by " + dsl);
    }

    private Pack withReader() {
        return policy(
                "label: Class teacher\n  holders: many\n  groups: [staff]\n  capabilities:"
                        + " [report-concerns]->label: Class teacher\n  holders: many\n  groups:"
                        + " [staff]\n  capabilities: [report-concerns, handle-cases]");
    }

    private String waits(Pack pack) {
        var published = publish(pack);
        assertThat(published).isInstanceOf(Published.Waits.class);
        return ((Published.Waits) published).request();
    }

    private Published publish(Pack pack) {
        return requests.publish(house.school(), Actor.person(chair), pack, today());
    }

    private java.util.Optional<String> decide(String by, String id) {
        return requests.decide(house.school(), by, id, true);
    }

    private Pack running() {
        return editions.running(house.school()).pack();
    }

    private boolean handles(String role) {
        return running().roles().get(role).can(school.lanyard.core.pack.Capability.HANDLE_CASES);
    }

    private LocalDate today() {
        return SchoolDay.today(() -> now);
    }

    private int mail() {
        return house.database()
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.KIND.eq("access_request")));
    }

    /// The school's policy with one thing in its roles put in place of another: `old->new`.
    private Pack policy(String change) {
        try {
            var packs = copy();
            if (!change.isEmpty()) {
                var parts = change.split("->", 2);
                change(packs.resolve(ROLES), parts[0], parts[1]);
            }
            return load(packs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static Pack load(Path packs) {
        return ((Loaded.Sound) Packs.in(packs).load("boughton-leigh")).pack();
    }

    private Path copy() throws IOException {
        var from = Path.of("..", "packs");
        var to = Files.createTempDirectory(directory, "packs");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    private String join(String name, String role, String group) {
        return house.database()
                .write(
                        house.school(),
                        tx -> {
                            var id =
                                    people.add(
                                            tx,
                                            Actor.LANYARD,
                                            NewPerson.named(
                                                    name, Membership.since(today(), group)));
                            posts.make(tx, Actor.LANYARD, id, role, today(), null, "made");
                            accounts.seed(
                                    tx,
                                    Actor.LANYARD,
                                    id,
                                    name.substring(0, 2) + "@example.org",
                                    "no hash",
                                    Totp.newSecret());
                            return id;
                        });
    }
}
