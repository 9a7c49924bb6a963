// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.people.store.AccountRows;
import school.lanyard.people.store.LinkRows;
import school.lanyard.people.store.PersonRows;
import school.lanyard.sealing.Seals;

/// Who may sign in, and with what. Everything of an account is sealed under its person's key; an
/// address is found by its print.
///
/// Longer than most classes here because every way of changing how somebody signs in must be seen
/// side by side: a second way in would be a hole.
@Service
public final class Accounts {

    /// With so few recovery codes or fewer it is time to make new ones.
    public static final int FEW_CODES = 2;

    private static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final Duration RESET_LASTS = Duration.ofHours(1);
    private static final String LINK = "link:";
    private static final String SIGN_IN = "/sign-in";

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Passwords passwords;
    private final People people;
    private final EndedSessions sessions;
    private final InstantSource clock;

    public Accounts(
            Database database,
            Seals seals,
            Ledger ledger,
            Outbox outbox,
            Passwords passwords,
            People people,
            EndedSessions sessions,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.outbox = outbox;
        this.passwords = passwords;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    public AccountState state(String school, String person) {
        return database.read(sql -> state(sql, school, person));
    }

    public AccountState state(Tx tx, String person) {
        return state(tx.sql(), tx.school(), person);
    }

    /// What a self-check looks at of an account.
    ///
    /// @param hash absent until its person has chosen a password
    record Secret(String person, @Nullable String hash, boolean secondFactor) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /// Every account that was open at a moment, for a self-check and nothing else.
    List<Secret> secrets(String school, Instant at) {
        return database.read(sql ->
                new AccountRows(sql, school)
                        .allOpenAt(at).stream()
                                .map(row -> opened(school, row))
                                .map(each ->
                                        new Secret(
                                                each.row().person(),
                                                each.sealed().hash(),
                                                each.sealed().totp() != null))
                                .toList());
    }

    /// Whose accounts were open at a moment.
    public Set<String> openAt(String school, Instant at) {
        return database.read(sql -> new AccountRows(sql, school).openAt(at));
    }

    /// How many people have not followed their invitation.
    public int invited(String school) {
        return database.read(sql -> new LinkRows(sql).invited(school));
    }

    /// The address that somebody signs in with or was invited at; absent without either.
    public Optional<String> address(Tx tx, String person) {
        return switch (state(tx, person)) {
            case AccountState.Open(var address, _, _) -> Optional.of(address);
            case AccountState.Invited(var address, _) -> Optional.of(address);
            case AccountState.None _, AccountState.Closed _ -> Optional.empty();
        };
    }

    /// Makes a new invitation and mails it to the address; older links stop working.
    public void invite(Tx tx, Actor by, String person, String address) {
        new LinkRows(tx.sql()).cancel(tx.school(), person, clock.instant());
        link(tx, by, person, AccountLink.Purpose.INVITATION, tidy(address), true);
        ledger.enter(tx, Note.of(clock.instant(), by, "account.invited", person));
    }

    /// The same, and a second link to hand over on paper. Whichever is used first ends the other.
    ///
    /// @return the secret of the link on paper, which is not kept
    public String inviteOnPaperToo(Tx tx, Actor by, String person, String address) {
        invite(tx, by, person, address);
        return link(tx, by, person, AccountLink.Purpose.INVITATION, tidy(address), false);
    }

    /// Sends a link for a new password, if there is an account with the address. It takes the same
    /// time to answer whether or not there is: call it away from the request.
    public void sendReset(String school, String address) {
        database.change(
                school,
                tx ->
                        open(tx.sql(), school, address)
                                .ifPresent(account -> {
                                    link(
                                            tx,
                                            Actor.NOBODY,
                                            account.row().person(),
                                            AccountLink.Purpose.RESET,
                                            account.sealed().address(),
                                            true);
                                    ledger.enter(
                                            tx,
                                            Note.of(
                                                    clock.instant(),
                                                    Actor.NOBODY,
                                                    "account.reset-asked",
                                                    account.row().person()));
                                }));
    }

    /// The link with this secret; absent if there never was one, or it was used, taken back or has
    /// expired.
    public Optional<AccountLink> follow(String secret, Guard guard) {
        return database.read(sql -> {
            var row = new LinkRows(sql).withHash(Secrets.hash(secret), clock.instant());
            return row.map(link -> followed(sql, link, guard));
        });
    }

    /// Who must prove more than that they read the mail.
    @FunctionalInterface
    public interface Guard {
        boolean opensCases(String school, String person);
    }

    private AccountLink followed(DSLContext sql, LinkRows.Row link, Guard guard) {
        var purpose = AccountLink.Purpose.valueOf(link.purpose().toUpperCase(Locale.ROOT));
        var account = of(sql, link.school(), link.person());
        var factor = account.map(each -> each.sealed().totp() != null).orElse(false);
        var reset = purpose == AccountLink.Purpose.RESET;
        return new AccountLink(
                link.id(),
                link.school(),
                link.person(),
                purpose,
                opened(link),
                reset && factor,
                reset && !factor && guard.opensCases(link.school(), link.person()));
    }

    /// Gives a link a secret for the mail that is about to be sent.
    Optional<String> secretFor(String school, String linkId) {
        return database.write(
                school,
                tx -> {
                    var links = new LinkRows(tx.sql());
                    var secret = Secrets.fresh();
                    return links.withId(school, linkId, clock.instant())
                            .map(link -> {
                                links.renew(linkId, Secrets.hash(secret));
                                return secret;
                            });
                });
    }

    /// The address a link's mail goes to.
    Optional<String> addressOf(String school, String linkId) {
        return database.read(
                sql -> new LinkRows(sql).withId(school, linkId, clock.instant()).map(this::opened));
    }

    /// Chooses the password of a followed link, opening the account or opening it again. Whatever
    /// second factor it had is gone after an invitation, and stays after a reset.
    public Changed choose(AccountLink link, String password) {
        var refusal = refusal(link, password);
        if (refusal.isPresent()) {
            return new Changed.Refused("password", refusal.get());
        }
        var hash = passwords.hash(password);
        return database.write(link.school(), tx -> choose(tx, link, hash));
    }

    /// Why a password will not do for whoever followed the link; absent if it will.
    public Optional<String> refusal(AccountLink link, String password) {
        return passwords.refusal(password, context(link));
    }

    private Changed choose(Tx tx, AccountLink link, String hash) {
        var now = clock.instant();
        var rows = new AccountRows(tx.sql(), tx.school());
        var taken = rows.at(print(tx.school(), link.address()));
        if (taken.isPresent() && !taken.get().person().equals(link.person())) {
            return new Changed.Refused(
                    "password",
                    "Another account already uses this address. Ask for a new invitation to another"
                            + " address");
        }
        var links = new LinkRows(tx.sql());
        if (!links.use(link.id(), now)) {
            return new Changed.Refused("password", "This link has been used or has expired");
        }
        links.cancel(tx.school(), link.person(), now);
        var reset = link.purpose() == AccountLink.Purpose.RESET;
        var before = of(tx.sql(), tx.school(), link.person());
        if (reset && before.isPresent()) {
            save(tx, before.get().row().id(), link.person(), before.get().sealed().withHash(hash));
            outbox.queue(tx, link.person(), MailKind.ACCOUNT_CHANGED, SIGN_IN);
        } else {
            open(tx, link.person(), link.address(), hash);
        }
        var actor = Actor.person(link.person());
        ledger.enter(
                tx,
                Note.of(
                        now,
                        actor,
                        reset ? "account.password-reset" : "account.opened",
                        link.person()));
        endSessions(tx, link.person());
        return new Changed.Done();
    }

    /// Opens an account whose password is known already: the first administrator's at set-up, or an
    /// invented person's in demo data.
    ///
    /// @param totp the secret of an authenticator app; absent for none
    public void seed(
            Tx tx, Actor by, String person, String address, String hash, @Nullable String totp) {
        var id = open(tx, person, tidy(address), hash);
        if (totp != null) {
            // As after an app was set up, but nobody knows these codes.
            var codes = printed(RecoveryCodes.fresh());
            save(tx, id, person, new SealedAccount(tidy(address), hash, totp, codes));
        }
        ledger.enter(tx, Note.of(clock.instant(), by, "account.opened", person));
    }

    /// Changes the password of somebody signed in, who gives the old one as well.
    public Changed changePassword(String school, String person, String old, String password) {
        var account = database.read(sql -> of(sql, school, person)).orElseThrow();
        if (!passwords.matches(old, account.sealed().hash())) {
            return new Changed.Refused("old", "Your current password is not right");
        }
        var known =
                new AccountLink(
                        "",
                        school,
                        person,
                        AccountLink.Purpose.RESET,
                        account.sealed().address(),
                        false,
                        false);
        var refusal = passwords.refusal(password, context(known));
        if (refusal.isPresent()) {
            return new Changed.Refused("password", refusal.get());
        }
        var hash = passwords.hash(password);
        database.change(
                school,
                tx -> {
                    var now = of(tx.sql(), school, person).orElseThrow();
                    save(tx, now.row().id(), person, now.sealed().withHash(hash));
                    changed(tx, Actor.person(person), person, "account.password-changed");
                });
        return new Changed.Done();
    }

    /// Sets up an authenticator app, proved by one of its codes.
    ///
    /// @return the recovery codes, shown once; absent if the code is not right
    public Optional<List<String>> setUpSecondFactor(
            String school, String person, String secret, String code) {
        var step = Totp.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var codes = RecoveryCodes.fresh();
        database.change(
                school,
                tx -> {
                    var account = of(tx.sql(), school, person).orElseThrow();
                    save(
                            tx,
                            account.row().id(),
                            person,
                            account.sealed().withSecondFactor(secret, printed(codes)));
                    new AccountRows(tx.sql(), school).use(account.row().id(), step.getAsLong());
                    changed(tx, Actor.person(person), person, "account.second-factor-set-up");
                });
        return Optional.of(codes);
    }

    /// Makes new recovery codes in place of all the old ones.
    public List<String> newRecoveryCodes(String school, String person) {
        var codes = RecoveryCodes.fresh();
        database.change(
                school,
                tx -> {
                    var account = of(tx.sql(), school, person).orElseThrow();
                    var secret = account.sealed().totp();
                    if (secret == null) {
                        throw new IllegalStateException("no second factor to recover");
                    }
                    save(
                            tx,
                            account.row().id(),
                            person,
                            account.sealed().withSecondFactor(secret, printed(codes)));
                    ledger.enter(
                            tx,
                            Note.of(
                                    clock.instant(),
                                    Actor.person(person),
                                    "account.recovery-codes-made",
                                    person));
                });
        return codes;
    }

    /// Takes somebody's second factor away, so that they set up a new one at their next sign-in.
    public void clearSecondFactor(Tx tx, Actor by, String person) {
        of(tx.sql(), tx.school(), person)
                .ifPresent(account -> {
                    save(tx, account.row().id(), person, account.sealed().withoutSecondFactor());
                    changed(tx, by, person, "account.second-factor-cleared");
                });
    }

    /// Makes an account start again from an invitation: its password, second factor and open links
    /// are gone. Whoever knew them before cannot use them.
    public void startAgain(Tx tx, Actor by, String person, String address) {
        of(tx.sql(), tx.school(), person)
                .ifPresent(account ->
                        save(
                                tx,
                                account.row().id(),
                                person,
                                new SealedAccount(
                                        account.sealed().address(), null, null, List.of())));
        endSessions(tx, person);
        invite(tx, by, person, address);
    }

    /// Closes an account, ending its sessions and its links.
    public void close(Tx tx, Actor by, String person) {
        new LinkRows(tx.sql()).cancel(tx.school(), person, clock.instant());
        of(tx.sql(), tx.school(), person)
                .ifPresent(account ->
                        new AccountRows(tx.sql(), tx.school())
                                .close(account.row().id(), clock.instant()));
        ledger.enter(tx, Note.of(clock.instant(), by, "account.closed", person));
        endSessions(tx, person);
    }

    /// Whether the password is that of the open account with the address.
    ///
    /// @return the person; absent otherwise, after the same time
    public Optional<String> check(String school, String address, String password) {
        var account = database.read(sql -> open(sql, school, address));
        var hash = account.map(each -> each.sealed().hash()).orElse(null);
        return passwords.matches(password, hash)
                ? account.map(each -> each.row().person()).filter(each -> belongs(school, each))
                : Optional.empty();
    }

    /// Whoever has left the school has no way in, from the day after their last.
    private boolean belongs(String school, String person) {
        var today = SchoolDay.today(clock);
        return people.directory(school).find(person).filter(each -> each.goneBy(today)).isEmpty();
    }

    public boolean hasSecondFactor(String school, String person) {
        return database.read(sql -> of(sql, school, person))
                .map(account -> account.sealed().totp() != null)
                .orElse(false);
    }

    /// Uses up a code of the authenticator app, or a recovery code.
    public boolean useCode(String school, String person, String typed) {
        return database.write(
                school,
                tx -> {
                    var account = of(tx.sql(), school, person).orElse(null);
                    var secret = account == null ? null : account.sealed().totp();
                    if (account == null || secret == null) {
                        return false;
                    }
                    var step = Totp.step(secret, typed, clock.instant());
                    if (step.isPresent()) {
                        return new AccountRows(tx.sql(), school)
                                .use(account.row().id(), step.getAsLong());
                    }
                    return useRecovery(tx, account, RecoveryCodes.print(typed));
                });
    }

    private boolean useRecovery(Tx tx, Account account, String print) {
        if (!account.sealed().recovery().contains(print)) {
            return false;
        }
        var person = account.row().person();
        save(tx, account.row().id(), person, account.sealed().without(print));
        outbox.queue(tx, person, MailKind.ACCOUNT_CHANGED, SIGN_IN);
        ledger.enter(
                tx,
                Note.of(
                        clock.instant(),
                        Actor.person(person),
                        "account.recovery-code-used",
                        person));
        return true;
    }

    public int recoveryCodesLeft(String school, String person) {
        return database.read(sql -> of(sql, school, person))
                .map(account -> account.sealed().recovery().size())
                .orElse(0);
    }

    void signedIn(Tx tx, String person) {
        of(tx.sql(), tx.school(), person)
                .ifPresent(account ->
                        new AccountRows(tx.sql(), tx.school())
                                .signedIn(account.row().id(), clock.instant()));
        ledger.enter(
                tx, Note.of(clock.instant(), Actor.person(person), "account.signed-in", person));
    }

    /// Ledger and mail for a change of how somebody signs in, and the end of their sessions.
    private void changed(Tx tx, Actor by, String person, String action) {
        ledger.enter(tx, Note.of(clock.instant(), by, action, person));
        outbox.queue(tx, person, MailKind.ACCOUNT_CHANGED, SIGN_IN);
        endSessions(tx, person);
    }

    private void endSessions(Tx tx, String person) {
        var school = tx.school();
        tx.afterCommit(() -> sessions.endAllOf(school, person));
    }

    private String link(
            Tx tx,
            Actor by,
            String person,
            AccountLink.Purpose purpose,
            String address,
            boolean mailed) {
        var now = clock.instant();
        var links = new LinkRows(tx.sql());
        var id = UUID.randomUUID().toString();
        var key = people.keyOf(tx, person);
        var secret = Secrets.fresh();
        var invitation = purpose == AccountLink.Purpose.INVITATION;
        links.insert(
                new LinkRows.Row(
                        id,
                        tx.school(),
                        person,
                        key,
                        purpose.name().toLowerCase(Locale.ROOT),
                        seals.seal(
                                tx.school(),
                                key,
                                address.getBytes(StandardCharsets.UTF_8),
                                LINK + id),
                        by.id(),
                        now,
                        now.plus(invitation ? INVITATION_LASTS : RESET_LASTS)),
                Secrets.hash(secret));
        if (mailed) {
            outbox.queue(
                    tx,
                    person,
                    invitation ? MailKind.INVITATION : MailKind.PASSWORD_RESET,
                    LINK + id);
        }
        return secret;
    }

    private String open(Tx tx, String person, String address, String hash) {
        var rows = new AccountRows(tx.sql(), tx.school());
        var id = rows.of(person).map(AccountRows.Row::id).orElseGet(() -> rows.insert(person));
        rows.close(id, null);
        save(tx, id, person, new SealedAccount(address, hash, null, List.of()));
        return id;
    }

    private void save(Tx tx, String id, String person, SealedAccount account) {
        var key = new PersonRows(tx.sql(), tx.school()).keyOf(person);
        new AccountRows(tx.sql(), tx.school())
                .update(
                        id,
                        print(tx.school(), account.address()),
                        seals.seal(tx.school(), key, account.bytes(), "account:" + id),
                        clock.instant());
    }

    private AccountState state(DSLContext sql, String school, String person) {
        var account = of(sql, school, person);
        var link = new LinkRows(sql).newest(school, person, "invitation");
        var closed = account.map(each -> each.row().closedAt()).orElse(null);
        if (closed != null) {
            return link.isPresent() ? invited(link.get()) : new AccountState.Closed(closed);
        }
        if (account.isPresent() && account.get().sealed().hash() != null) {
            var open = account.get();
            return new AccountState.Open(
                    open.sealed().address(),
                    open.sealed().totp() != null,
                    open.row().signedInAt() != null);
        }
        return link.isPresent() ? invited(link.get()) : new AccountState.None();
    }

    private AccountState invited(LinkRows.Row link) {
        return new AccountState.Invited(opened(link), link.expiresAt());
    }

    private record Account(AccountRows.Row row, SealedAccount sealed) {}

    private Optional<Account> of(DSLContext sql, String school, String person) {
        return new AccountRows(sql, school).of(person).map(row -> opened(school, row));
    }

    private Optional<Account> open(DSLContext sql, String school, String address) {
        return new AccountRows(sql, school)
                .at(print(school, address))
                .filter(row -> row.closedAt() == null)
                .map(row -> opened(school, row));
    }

    private Account opened(String school, AccountRows.Row row) {
        return new Account(
                row,
                SealedAccount.read(
                        seals.open(school, row.keyId(), row.sealed(), "account:" + row.id())));
    }

    private String opened(LinkRows.Row link) {
        return new String(
                seals.open(link.school(), link.keyId(), link.sealed(), LINK + link.id()),
                StandardCharsets.UTF_8);
    }

    private List<String> context(AccountLink link) {
        return List.of(
                link.address(),
                people.directory(link.school()).name(link.person()),
                Schools.name(database, link.school()));
    }

    private String print(String school, String address) {
        return seals.print(school, "address", tidy(address));
    }

    private static List<String> printed(List<String> codes) {
        return codes.stream().map(RecoveryCodes::print).toList();
    }

    /// However it is typed, it is the same address.
    static String tidy(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
