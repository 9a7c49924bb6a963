// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.people.store.AccessRows;
import school.lanyard.people.store.AppointmentRows;
import school.lanyard.sealing.Seals;

/// The one way to change who holds a post and who can get into an account. What could let somebody
/// become a reader of cases, or keep one out, waits for a second person; the rest takes effect at
/// once.
@Service
public final class AccessRequests {

    private static final Duration LASTS = Duration.ofDays(30);
    private static final String PAGE = "/sign-in";
    private static final String NOBODY_LEFT =
            "Nobody who can sign in would be left to approve access. Appoint somebody else first,"
                    + " and have them set up their account.";
    private static final String NO_ACCOUNT = "They have no account that could be closed.";

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Outbox outbox;
    private final People people;
    private final Posts posts;
    private final Accounts accounts;
    private final Approvers approvers;
    private final Departures departures;
    private final InstantSource clock;

    public AccessRequests(
            Database database,
            Seals seals,
            Ledger ledger,
            Outbox outbox,
            People people,
            Posts posts,
            Accounts accounts,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.outbox = outbox;
        this.people = people;
        this.posts = posts;
        this.accounts = accounts;
        this.approvers = new Approvers(posts, accounts);
        this.departures = new Departures(people, posts, accounts, ledger, clock);
        this.clock = clock;
    }

    public Outcome appoint(
            SignedIn by, String person, String role, LocalDate from, @Nullable LocalDate to) {
        return database.write(
                by.schoolId(), tx -> appoint(tx, by.personId(), person, role, from, to));
    }

    private Outcome appoint(
            Tx tx,
            String by,
            String person,
            String roleKey,
            LocalDate from,
            @Nullable LocalDate to) {
        var refusal = posts.refusal(tx, person, roleKey, from, to);
        return refusal.isPresent()
                ? new Outcome.Refused(refusal.get())
                : allowed(tx, by, person, roleKey, from, to, null);
    }

    /// Lets somebody stand in for the absent holder of a post, from a day to a day.
    ///
    /// @param covered the holder's appointment
    public Outcome cover(SignedIn by, String person, String covered, LocalDate from, LocalDate to) {
        return database.write(
                by.schoolId(),
                tx -> {
                    var refusal = posts.refusalToCover(tx, person, covered, from, to);
                    if (refusal.isPresent()) {
                        return new Outcome.Refused(refusal.get());
                    }
                    var role = posts.roleOf(tx, covered);
                    return allowed(tx, by.personId(), person, role, from, to, covered);
                });
    }

    private Outcome allowed(
            Tx tx,
            String by,
            String person,
            String roleKey,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String covers) {
        var role = posts.role(tx, roleKey).orElseThrow();
        if (by.equals(person) && Guarded.entrusts(role)) {
            return new Outcome.Refused(
                    "You cannot appoint yourself to this role. Ask a colleague to appoint you.");
        }
        var guarded = Guarded.takesSecondPerson(role);
        var address = accounts.address(tx, person).orElse(null);
        if (guarded && !settingUp(tx)) {
            return ask(
                    tx, by, person, new AccessChange.Appoint(roleKey, from, to, address, covers));
        }
        posts.make(
                tx,
                Actor.person(by),
                person,
                roleKey,
                from,
                to,
                covers,
                guarded ? "made-at-set-up" : "made");
        return new Outcome.Done(null);
    }

    public Outcome end(SignedIn by, String appointment, LocalDate lastDay) {
        return database.write(by.schoolId(), tx -> end(tx, by.personId(), appointment, lastDay));
    }

    private Outcome end(Tx tx, String by, String id, LocalDate lastDay) {
        var found = new AppointmentRows(tx.sql(), tx.school()).find(id);
        if (found.isEmpty() || over(found.get())) {
            return new Outcome.Refused("This appointment has ended already.");
        }
        var appointment = found.get();
        if (lastDay.isBefore(posts.today().minusDays(1))) {
            return new Outcome.Refused("The last day must be yesterday or later.");
        }
        if (!opensCases(tx, appointment)) {
            posts.end(tx, Actor.person(by), appointment, lastDay);
            return new Outcome.Done(null);
        }
        if (settingUp(tx)) {
            return endForGood(tx, by, appointment, lastDay);
        }
        return approvers.anyAfter(tx, appointment, lastDay)
                ? ask(
                        tx,
                        by,
                        appointment.person(),
                        new AccessChange.EndAppointment(id, appointment.role(), lastDay))
                : new Outcome.Refused(NOBODY_LEFT);
    }

    private Outcome endForGood(Tx tx, String by, Appointment appointment, LocalDate lastDay) {
        posts.end(tx, Actor.person(by), appointment, lastDay);
        tell(tx, approvers.team(tx), MailKind.ACCESS_ENDED);
        return new Outcome.Done(null);
    }

    /// Invites somebody, or lets their account start again at an address.
    public Outcome invite(SignedIn by, String person, String address) {
        return database.write(by.schoolId(), tx -> invite(tx, by.personId(), person, address));
    }

    private Outcome invite(Tx tx, String by, String person, String address) {
        people.keyOf(tx, person);
        var guarded = posts.takesSecondPerson(tx, person) && !settingUp(tx);
        if (guarded && !sentAgain(tx, person, address)) {
            return ask(tx, by, person, new AccessChange.Invite(address));
        }
        var actor = Actor.person(by);
        if (guarded) {
            accounts.invite(tx, actor, person, address);
            return new Outcome.Done(null);
        }
        return new Outcome.Done(accounts.inviteOnPaperToo(tx, actor, person, address));
    }

    public Outcome clearSecondFactor(SignedIn by, String person) {
        return database.write(
                by.schoolId(),
                tx -> {
                    people.keyOf(tx, person);
                    if (posts.takesSecondPerson(tx, person)) {
                        return ask(tx, by.personId(), person, new AccessChange.ClearSecondFactor());
                    }
                    accounts.clearSecondFactor(tx, Actor.person(by.personId()), person);
                    return new Outcome.Done(null);
                });
    }

    public Outcome close(SignedIn by, String person) {
        return database.write(
                by.schoolId(),
                tx -> {
                    people.keyOf(tx, person);
                    if (by.personId().equals(person)) {
                        return new Outcome.Refused(
                                "You cannot close your own account. Ask another administrator.");
                    }
                    return close(tx, by.personId(), person);
                });
    }

    private Outcome close(Tx tx, String by, String person) {
        if (!posts.opensCases(tx, person)) {
            accounts.close(tx, Actor.person(by), person);
            return new Outcome.Done(null);
        }
        if (settingUp(tx)) {
            return closeForGood(tx, by, person);
        }
        if (accounts.address(tx, person).isEmpty()) {
            return new Outcome.Refused(NO_ACCOUNT);
        }
        return approvers.anyWithout(tx, person)
                ? ask(tx, by, person, new AccessChange.CloseAccount())
                : new Outcome.Refused(NOBODY_LEFT);
    }

    private Outcome closeForGood(Tx tx, String by, String person) {
        accounts.close(tx, Actor.person(by), person);
        tell(tx, approvers.team(tx), MailKind.ACCESS_ENDED);
        return new Outcome.Done(null);
    }

    /// Has somebody leave the school, with everything that they could get into.
    public Outcome leave(SignedIn by, String person, LocalDate lastDay) {
        return database.write(by.schoolId(), tx -> leave(tx, by.personId(), person, lastDay));
    }

    /// The same within another change, such as an import.
    public Outcome leave(Tx tx, String by, String person, LocalDate lastDay) {
        people.keyOf(tx, person);
        if (by.equals(person)) {
            return new Outcome.Refused(
                    "You cannot record that you have left yourself. Ask another administrator.");
        }
        if (!posts.opensCases(tx, person) || settingUp(tx)) {
            departures.close(tx, Actor.person(by), person, lastDay);
            return new Outcome.Done(null);
        }
        if (!approvers.anyWithout(tx, person)) {
            return new Outcome.Refused(NOBODY_LEFT);
        }
        return new AccessRows(tx.sql(), tx.school())
                .open().stream()
                        .filter(each -> each.person().equals(person))
                        .filter(each -> each.kind().equals("leave"))
                        .filter(each -> each.askedAt().plus(LASTS).isAfter(clock.instant()))
                        .findFirst()
                        .<Outcome>map(asked -> new Outcome.Waits(asked.id()))
                        .orElseGet(() -> ask(tx, by, person, new AccessChange.Leave(lastDay)));
    }

    /// Has somebody leave one group. Whoever is in no other leaves the school.
    public Outcome leave(Tx tx, String by, String person, String group, LocalDate lastDay) {
        if (!departures.staysWithout(tx, person, group)) {
            return leave(tx, by, person, lastDay);
        }
        if (posts.opensCases(tx, person)) {
            return new Outcome.Refused(
                    "They belong to the school in another way too, and hold a post that opens cases."
                            + " End the post first.");
        }
        departures.leave(tx, Actor.person(by), person, group, lastDay);
        return new Outcome.Done(null);
    }

    /// Whether having somebody leave waits for a second person.
    public boolean leavingWaits(Tx tx, String person) {
        return posts.opensCases(tx, person) && !settingUp(tx);
    }

    /// Whether somebody has an account that they can sign in to.
    public boolean canSignIn(String school, String person) {
        return accounts.state(school, person) instanceof AccountState.Open;
    }

    /// What waits for a decision, oldest first.
    public List<AccessRequest> waiting(String school) {
        return database.read(sql ->
                new AccessRows(sql, school)
                        .open().stream()
                                .filter(row -> row.askedAt().plus(LASTS).isAfter(clock.instant()))
                                .map(row -> opened(school, row))
                                .toList());
    }

    /// Whether somebody may decide a request: they may approve, did not ask, and it is not about
    /// themself.
    public static boolean mayDecide(SignedIn by, AccessRequest request) {
        return by.can(Capability.APPROVE_ACCESS)
                && by.secondFactor()
                && !by.personId().equals(request.askedBy())
                && !by.personId().equals(request.person());
    }

    /// Decides a request, which then takes effect at once, unless what it rested on has changed.
    public Outcome decide(SignedIn by, String id, boolean granted) {
        return database.write(by.schoolId(), tx -> decide(tx, by, id, granted));
    }

    private Outcome decide(Tx tx, SignedIn by, String id, boolean granted) {
        var rows = new AccessRows(tx.sql(), tx.school());
        var row = rows.open(id).filter(each -> each.askedAt().plus(LASTS).isAfter(clock.instant()));
        if (row.isEmpty()) {
            return new Outcome.Refused("This request has been decided already, or is too old.");
        }
        var request = opened(tx.school(), row.get());
        if (!mayDecide(by, request) || !approvers.today(tx).contains(by.personId())) {
            return new Outcome.Refused(
                    "Somebody else must decide this: not who asked, and not who it is for.");
        }
        var outcome = granted ? takeEffect(tx, request) : new Outcome.Done(null);
        if (outcome instanceof Outcome.Refused) {
            return outcome;
        }
        rows.decide(id, granted, by.personId(), clock.instant());
        ledger.enter(
                tx,
                Note.of(
                        clock.instant(),
                        Actor.person(by.personId()),
                        granted ? "access.granted" : "access.refused",
                        request.person(),
                        id));
        tell(tx, approvers.today(tx), MailKind.NEEDS_YOU);
        if (!approvers.today(tx).contains(request.askedBy())) {
            outbox.queue(tx, request.askedBy(), MailKind.NEEDS_YOU, PAGE);
        }
        return outcome;
    }

    private Outcome takeEffect(Tx tx, AccessRequest request) {
        var by = Actor.person(request.askedBy());
        var person = request.person();
        switch (request.change()) {
            case AccessChange.Appoint(var role, var from, var to, var address, var covers) -> {
                var today = posts.today();
                var start = from.isBefore(today) ? today : from;
                var refusal =
                        covers == null
                                ? posts.refusal(tx, person, role, start, to)
                                : posts.refusalToCover(tx, person, covers, start, to);
                if (refusal.isPresent()) {
                    return new Outcome.Refused(refusal.get());
                }
                if (!Objects.equals(address, accounts.address(tx, person).orElse(null))) {
                    return new Outcome.Refused(
                            "The address of this person's account has changed since it was asked."
                                    + " Refuse this, and have it asked again.");
                }
                var before = posts.takesSecondPerson(tx, person);
                posts.make(tx, by, person, role, start, to, covers, "made");
                if (address != null && !before) {
                    accounts.startAgain(tx, by, person, address);
                }
            }
            case AccessChange.EndAppointment(var id, _, var lastDay) -> {
                var found = new AppointmentRows(tx.sql(), tx.school()).find(id);
                if (found.isEmpty() || over(found.get())) {
                    return new Outcome.Refused("This appointment has ended already.");
                }
                if (opensCases(tx, found.get()) && !approvers.anyAfter(tx, found.get(), lastDay)) {
                    return new Outcome.Refused(NOBODY_LEFT);
                }
                return endForGood(tx, request.askedBy(), found.get(), lastDay);
            }
            case AccessChange.Invite(var address) -> accounts.startAgain(tx, by, person, address);
            case AccessChange.ClearSecondFactor _ -> accounts.clearSecondFactor(tx, by, person);
            case AccessChange.Leave(var lastDay) -> {
                if (!approvers.anyWithout(tx, person)) {
                    return new Outcome.Refused(NOBODY_LEFT);
                }
                departures.close(tx, by, person, lastDay);
                tell(tx, approvers.team(tx), MailKind.ACCESS_ENDED);
            }
            case AccessChange.CloseAccount _ -> {
                if (accounts.address(tx, person).isEmpty()) {
                    return new Outcome.Refused(NO_ACCOUNT);
                }
                return approvers.anyWithout(tx, person)
                        ? closeForGood(tx, request.askedBy(), person)
                        : new Outcome.Refused(NOBODY_LEFT);
            }
        }
        return new Outcome.Done(null);
    }

    /// Whether the school is still being set up: no approver has ever signed in, and there is no
    /// case yet for anybody to read (ADR 0031).
    public boolean settingUp(Tx tx) {
        var rows = new AccessRows(tx.sql(), tx.school());
        return !rows.guarded() && !rows.anyCase();
    }

    /// A case may come in before any approver has signed in. Then an invitation may still be sent
    /// again to the same address, or nobody could ever approve anything.
    private boolean sentAgain(Tx tx, String person, String address) {
        return !new AccessRows(tx.sql(), tx.school()).guarded()
                && accounts.state(tx, person) instanceof AccountState.Invited(var known, _)
                && known.equals(Accounts.tidy(address));
    }

    private boolean opensCases(Tx tx, Appointment appointment) {
        return posts.role(tx, appointment.role()).filter(Guarded::opensCases).isPresent();
    }

    private boolean over(Appointment appointment) {
        return appointment.to() != null && appointment.to().isBefore(posts.today());
    }

    private Outcome ask(Tx tx, String by, String person, AccessChange change) {
        var id = UUID.randomUUID().toString();
        var key = people.keyOf(tx, person);
        var words = ChangeWords.write(change);
        new AccessRows(tx.sql(), tx.school())
                .ask(
                        new AccessRows.Row(
                                id,
                                person,
                                change.kind(),
                                key,
                                seals.seal(
                                        tx.school(),
                                        key,
                                        words.getBytes(StandardCharsets.UTF_8),
                                        "access:" + id),
                                by,
                                clock.instant()));
        ledger.enter(
                tx,
                Note.of(clock.instant(), Actor.person(by), "access.asked", person, id)
                        .with(key, words));
        tell(tx, approvers.today(tx), MailKind.ACCESS_REQUEST);
        return new Outcome.Waits(id);
    }

    private void tell(Tx tx, Set<String> whom, MailKind kind) {
        whom.forEach(person -> outbox.queue(tx, person, kind, PAGE));
    }

    private AccessRequest opened(String school, AccessRows.Row row) {
        var words =
                new String(
                        seals.open(school, row.keyId(), row.sealed(), "access:" + row.id()),
                        StandardCharsets.UTF_8);
        return new AccessRequest(
                row.id(),
                row.person(),
                ChangeWords.read(row.kind(), words),
                row.askedBy(),
                row.askedAt());
    }

    public Optional<AccessRequest> find(String school, String id) {
        return waiting(school).stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
