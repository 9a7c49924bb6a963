// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.SignedIn;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// An administrator tries to become a reader of cases by every way there is.
@ParameterizedClass
@EnumSource(Engine.class)
class AccessRequestsTest {

    static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Instant now = NINE;
    Ledger ledger;
    People people;
    Appointments appointments;
    Posts posts;
    Accounts accounts;
    AccessRequests requests;
    SignIns signIns;
    Passwords passwords = new Passwords();
    String admin;
    String dsl;
    String head;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        ledger = Ledgers.of(house.database(), house.seals());
        var outbox = new Outbox(house.database(), () -> now);
        var sessions = new Sessions(() -> now);
        people = new People(house.database(), house.seals(), ledger, () -> now);
        appointments = new Appointments(house.database());
        var editions = new Editions(house.database(), ledger, () -> now);
        posts = new Posts(appointments, editions, ledger, () -> now);
        accounts =
                new Accounts(
                        house.database(),
                        house.seals(),
                        ledger,
                        outbox,
                        passwords,
                        people,
                        sessions,
                        () -> now);
        requests =
                new AccessRequests(
                        house.database(),
                        house.seals(),
                        ledger,
                        outbox,
                        people,
                        posts,
                        accounts,
                        () -> now);
        signIns =
                new SignIns(
                        house.database(),
                        accounts,
                        posts,
                        new Guesses(house.database(), house.seals(), () -> now),
                        new Devices(house.seals(), () -> now),
                        sessions,
                        () -> now);
        var pack = ((Loaded.Sound) Packs.in(Path.of("../packs")).load("boughton-leigh")).pack();
        house.database()
                .change(house.school(), tx -> editions.publish(tx, Actor.LANYARD, pack, TODAY));
        admin = join("Ada Holt", "administrator");
        dsl = join("Bea Moss", "dsl");
        head = join("Cal Reed", "headteacher");
    }

    @AfterEach
    void close() {
        assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        house.close();
    }

    @Test
    void while_nobody_can_approve_the_first_posts_take_effect_at_once() {
        var deputy = join("Di Lowe", null);
        assertThat(requests.appoint(as(admin), deputy, "deputy-dsl", TODAY, null))
                .isInstanceOf(Outcome.Done.class);
        assertThat(ledger.about(house.school(), deputy, "appointment."))
                .extracting(each -> each.action())
                .containsExactly("appointment.made-at-set-up");
    }

    @Test
    void appointing_a_reader_waits_for_a_second_person() {
        guard();
        var deputy = join("Di Lowe", null);
        var asked = requests.appoint(as(admin), deputy, "deputy-dsl", TODAY, null);
        assertThat(roles(deputy)).isEmpty();
        assertThat(asked).isInstanceOf(Outcome.Waits.class);
        assertThat(decide(admin, asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(decide(deputy, asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(roles(deputy)).isEmpty();
        assertThat(decide(dsl, asked)).isInstanceOf(Outcome.Done.class);
        assertThat(roles(deputy)).containsExactly("deputy-dsl");
        assertThat(decide(dsl, asked)).as("only once").isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void cover_waits_for_a_second_person_and_ends_by_itself() {
        guard();
        var deputy = join("Di Lowe", "deputy-dsl");
        var asked = requests.cover(as(dsl), deputy, held(dsl), TODAY, TODAY.plusDays(2));
        assertThat(roles(deputy)).containsExactly("deputy-dsl");
        assertThat(decide(dsl, asked)).as("who asked").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(deputy, asked)).as("who it is for").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(head, asked)).isInstanceOf(Outcome.Done.class);
        assertThat(roles(deputy)).containsExactlyInAnyOrder("deputy-dsl", "dsl");
        assertThat(roles(dsl)).as("the holder keeps the post").containsExactly("dsl");
        now = NINE.plus(java.time.Duration.ofDays(3));
        assertThat(roles(deputy)).containsExactly("deputy-dsl");
    }

    @Test
    void cover_needs_an_end_somebody_absent_and_somebody_else() {
        guard();
        var deputy = join("Di Lowe", "deputy-dsl");
        assertThat(requests.cover(as(head), dsl, held(dsl), TODAY, TODAY.plusDays(2)))
                .isEqualTo(new Outcome.Refused("Nobody stands in for themself."));
        assertThat(requests.cover(as(head), deputy, "nothing", TODAY, TODAY))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(requests.cover(as(head), deputy, held(dsl), TODAY, TODAY.minusDays(1)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(requests.cover(as(deputy), deputy, held(dsl), TODAY, TODAY.plusDays(2)))
                .as("nobody arranges it for themself")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(requests.cover(as(head), admin, held(dsl), TODAY, TODAY.plusDays(2)))
                .as("who runs the system")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_approver_cannot_decide_what_they_asked() {
        guard();
        var deputy = join("Di Lowe", null);
        var asked = requests.appoint(as(head), deputy, "deputy-dsl", TODAY, null);
        assertThat(decide(head, asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(roles(deputy)).isEmpty();
    }

    @Test
    void an_administrator_cannot_hold_a_reading_role_even_with_a_second_person() {
        guard();
        assertThat(requests.appoint(as(head), admin, "deputy-dsl", TODAY, null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(requests.appoint(as(admin), dsl, "administrator", TODAY, null))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_account_that_was_opened_before_starts_again_when_its_person_becomes_a_reader() {
        guard();
        var deputy = join("Di Lowe", null);
        var paper = (Outcome.Done) requests.invite(as(admin), deputy, "di@example.org");
        var link = accounts.follow(paper.secret(), (_, _) -> false).orElseThrow();
        accounts.choose(link, "a password only the administrator knows");
        assertThat(check("di@example.org", "a password only the administrator knows")).isTrue();
        decide(dsl, requests.appoint(as(admin), deputy, "deputy-dsl", TODAY, null));
        assertThat(roles(deputy)).containsExactly("deputy-dsl");
        assertThat(check("di@example.org", "a password only the administrator knows")).isFalse();
    }

    @Test
    void a_changed_address_undoes_a_waiting_request() {
        guard();
        var deputy = join("Di Lowe", null);
        var asked = requests.appoint(as(admin), deputy, "deputy-dsl", TODAY, null);
        requests.invite(as(admin), deputy, "not-di@example.org");
        assertThat(decide(dsl, asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(roles(deputy)).isEmpty();
    }

    @Test
    void inviting_a_reader_again_waits_and_gives_the_asker_no_link() {
        guard();
        var asked = requests.invite(as(admin), dsl, "admin-owned@example.org");
        assertThat(asked).isInstanceOf(Outcome.Waits.class);
        assertThat(accounts.state(house.school(), dsl))
                .isEqualTo(new AccountState.Open("bea.moss@example.org", true, true));
        var waiting = requests.waiting(house.school()).getFirst();
        assertThat(waiting.change()).isEqualTo(new AccessChange.Invite("admin-owned@example.org"));
        assertThat(decide(dsl, asked)).as("not who it is for").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(head, asked)).isEqualTo(new Outcome.Done(null));
    }

    @Test
    void clearing_a_readers_second_factor_waits() {
        guard();
        assertThat(requests.clearSecondFactor(as(admin), dsl)).isInstanceOf(Outcome.Waits.class);
        assertThat(accounts.hasSecondFactor(house.school(), dsl)).isTrue();
    }

    @Test
    void ending_a_readers_post_waits_for_somebody_else_and_tells_the_team() {
        guard();
        var asked = requests.end(as(admin), held(head), TODAY.minusDays(1));
        assertThat(asked).isInstanceOf(Outcome.Waits.class);
        assertThat(roles(head)).containsExactly("headteacher");
        assertThat(decide(admin, asked)).as("who asked").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(head, asked)).as("whom it ends").isInstanceOf(Outcome.Refused.class);
        assertThat(told()).isEmpty();
        assertThat(decide(dsl, asked)).isInstanceOf(Outcome.Done.class);
        assertThat(roles(head)).isEmpty();
        assertThat(told()).containsExactly(dsl);
    }

    @Test
    void ending_a_post_that_opens_no_case_takes_effect_at_once() {
        guard();
        var governor = join("Gil Wray", "online-safety-governor", "governor");
        assertThat(requests.end(as(admin), held(governor), TODAY.minusDays(1)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(roles(governor)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void the_last_approvers_post_cannot_be_ended() {
        guard();
        decide(dsl, requests.end(as(admin), held(head), TODAY.minusDays(1)));
        assertThat(requests.end(as(admin), held(dsl), TODAY.plusDays(9)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(requests.end(as(dsl), held(dsl), TODAY)).isInstanceOf(Outcome.Refused.class);
        assertThat(roles(dsl)).containsExactly("dsl");
    }

    @Test
    void an_approver_whose_account_is_closed_decides_nothing_and_does_not_count() {
        guard();
        var chair = join("Fay Nash", "chair-of-governors", "governor");
        var end = requests.end(as(admin), held(dsl), TODAY);
        decide(dsl, requests.close(as(admin), chair));
        decide(dsl, requests.close(as(admin), head));
        assertThat(decide(head, end)).as("closed").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(chair, end)).as("closed").isInstanceOf(Outcome.Refused.class);
        assertThat(requests.end(as(admin), held(dsl), TODAY)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void closing_a_readers_account_waits_for_somebody_else_and_tells_the_team() {
        guard();
        var asked = requests.close(as(admin), dsl);
        assertThat(asked).isInstanceOf(Outcome.Waits.class);
        assertThat(state(dsl)).isInstanceOf(AccountState.Open.class);
        assertThat(requests.waiting(house.school()).getFirst().change())
                .isEqualTo(new AccessChange.CloseAccount());
        assertThat(decide(admin, asked)).as("who asked").isInstanceOf(Outcome.Refused.class);
        assertThat(decide(dsl, asked)).as("whose it is").isInstanceOf(Outcome.Refused.class);
        assertThat(told()).isEmpty();
        assertThat(decide(head, asked)).isInstanceOf(Outcome.Done.class);
        assertThat(state(dsl)).isInstanceOf(AccountState.Closed.class);
        assertThat(told()).containsExactly(head);
    }

    @Test
    void an_administrator_alone_closes_no_readers_account_and_nobody_closes_the_last() {
        guard();
        for (var reader : Set.of(dsl, head)) {
            requests.close(as(admin), reader);
        }
        assertThat(state(dsl)).isInstanceOf(AccountState.Open.class);
        assertThat(state(head)).isInstanceOf(AccountState.Open.class);
        decide(dsl, requests.close(as(admin), head));
        assertThat(state(head)).isInstanceOf(AccountState.Closed.class);
        assertThat(requests.close(as(admin), dsl)).isInstanceOf(Outcome.Refused.class);
        assertThat(state(dsl)).isInstanceOf(AccountState.Open.class);
    }

    @Test
    void a_closure_cannot_be_granted_once_it_would_leave_no_approver() {
        guard();
        var chair = join("Fay Nash", "chair-of-governors", "governor");
        var first = requests.close(as(admin), dsl);
        decide(dsl, requests.close(as(admin), chair));
        var second = requests.close(as(admin), head);
        assertThat(decide(head, first)).isInstanceOf(Outcome.Done.class);
        assertThat(decide(dsl, second)).isInstanceOf(Outcome.Refused.class);
        assertThat(decide(chair, second)).isInstanceOf(Outcome.Refused.class);
        assertThat(state(head)).isInstanceOf(AccountState.Open.class);
    }

    @Test
    void an_approver_who_never_set_up_an_account_does_not_count() {
        guard();
        var chair = join("Fay Nash", null, "governor");
        decide(dsl, requests.appoint(as(admin), chair, "chair-of-governors", TODAY, null));
        decide(dsl, requests.close(as(admin), head));
        assertThat(requests.close(as(admin), dsl)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void another_account_is_closed_at_once() {
        guard();
        var governor = join("Gil Wray", "online-safety-governor", "governor");
        assertThat(requests.close(as(admin), governor)).isInstanceOf(Outcome.Done.class);
        assertThat(state(governor)).isInstanceOf(AccountState.Closed.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void while_the_school_is_set_up_a_readers_account_closes_at_once() {
        assertThat(requests.close(as(admin), head)).isInstanceOf(Outcome.Done.class);
        assertThat(state(head)).isInstanceOf(AccountState.Closed.class);
        assertThat(told()).containsExactly(dsl);
    }

    @Test
    void nobody_appoints_themself_to_more_than_reporting() {
        guard();
        assertThat(requests.appoint(as(admin), admin, "deputy-headteacher", TODAY, null))
                .isEqualTo(
                        new Outcome.Refused(
                                "You cannot appoint yourself to this role. Ask a colleague to"
                                        + " appoint you."));
        assertThat(requests.appoint(as(admin), admin, "dpo", TODAY, null))
                .as("a post that reads cases")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(roles(admin)).containsExactly("administrator");
    }

    @Test
    void whoever_sees_who_read_what_takes_a_second_person_and_a_governor_does_not() {
        guard();
        var officer = join("Hal Pike", null);
        var asked = requests.appoint(as(admin), officer, "dpo", TODAY, null);
        assertThat(asked).isInstanceOf(Outcome.Waits.class);
        assertThat(roles(officer)).isEmpty();
        decide(dsl, asked);
        assertThat(roles(officer)).containsExactly("dpo");
        assertThat(requests.invite(as(admin), officer, "admin-owned@example.org"))
                .isInstanceOf(Outcome.Waits.class);
        var governor = join("Gil Wray", null, "governor");
        assertThat(requests.appoint(as(admin), governor, "online-safety-governor", TODAY, null))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_person_of_another_school_is_nobody_here() {
        guard();
        var other = "00000000-0000-0000-0000-000000000001";
        house.found(other);
        var stranger =
                house.database()
                        .write(
                                other,
                                tx -> people.add(tx, Actor.LANYARD, NewPerson.named("Ed Vale")));
        assertThat(requests.appoint(as(admin), stranger, "member-of-staff", TODAY, null))
                .isInstanceOf(Outcome.Refused.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> requests.invite(as(admin), stranger, "ed@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_old_request_can_no_longer_be_granted() {
        guard();
        var deputy = join("Di Lowe", null);
        var asked = requests.appoint(as(admin), deputy, "deputy-dsl", TODAY, null);
        now = NINE.plus(java.time.Duration.ofDays(31));
        assertThat(decide(dsl, asked)).isInstanceOf(Outcome.Refused.class);
    }

    private String join(String name, String role) {
        return join(name, role, "staff");
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
                                            NewPerson.named(name, Membership.since(TODAY, group)));
                            if (role != null) {
                                posts.make(tx, Actor.LANYARD, id, role, TODAY, null, "made");
                                accounts.seed(
                                        tx,
                                        Actor.LANYARD,
                                        id,
                                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.')
                                                + "@example.org",
                                        "no hash",
                                        Totp.newSecret());
                            }
                            return id;
                        });
    }

    /// An approver signs in for the first time.
    private void guard() {
        signIns.in(house.school(), dsl, true);
    }

    private SignedIn as(String person) {
        return new SignedIn(
                house.school(),
                person,
                "",
                posts.capabilities(house.school(), person),
                Set.of("staff"),
                roles(person),
                true);
    }

    private Outcome decide(String person, Outcome asked) {
        return requests.decide(as(person), ((Outcome.Waits) asked).request(), true);
    }

    private Set<String> roles(String person) {
        return appointments.rolesOf(house.school(), person, SchoolDay.today(() -> now));
    }

    private String held(String person) {
        return appointments.of(house.school(), person).getFirst().id();
    }

    private AccountState state(String person) {
        return accounts.state(house.school(), person);
    }

    /// Who is mailed that a reader's access ends.
    private List<String> told() {
        return house.database()
                .read(sql ->
                        sql.select(OUTBOX.PERSON)
                                .from(OUTBOX)
                                .where(OUTBOX.KIND.eq("access_ended"))
                                .fetch(OUTBOX.PERSON));
    }

    private boolean check(String address, String password) {
        return accounts.check(house.school(), address, password).isPresent();
    }
}
