// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.core.pack.Capability;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.people.store.AccessRows;

/// Signing in: a password, then a code for those who have a second factor.
@Service
public final class SignIns {

    /// What became of a try. Nothing in it says whether there is such an account.
    public sealed interface Try {

        /// The password is right, and a code is needed.
        record NeedsCode(String person) implements Try {}

        record In(Sessions.Session session) implements Try {}

        record Wrong() implements Try {}

        record TooMany() implements Try {}
    }

    private final Database database;
    private final Accounts accounts;
    private final Posts posts;
    private final Guesses guesses;
    private final Devices devices;
    private final Sessions sessions;
    private final InstantSource clock;

    public SignIns(
            Database database,
            Accounts accounts,
            Posts posts,
            Guesses guesses,
            Devices devices,
            Sessions sessions,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.posts = posts;
        this.guesses = guesses;
        this.devices = devices;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Tries a password. Strangers' wrong tries at an address hold other strangers up, and never a
    /// browser in which it has signed in before. What is counted and how long it takes is the same
    /// whether or not there is such an account.
    public Try password(String school, String address, String password, Client client) {
        var tidy = Accounts.tidy(address);
        var device = devices.known(client.device(), school, tidy);
        var from = device.orElseGet(client::place) + " " + tidy;
        if (!guesses.take(school, Guesses.At.PASSWORD, from)
                || (device.isEmpty() && !takeAsStranger(school, tidy, client))) {
            return new Try.TooMany();
        }
        var person = accounts.check(school, tidy, password);
        if (person.isEmpty()) {
            return new Try.Wrong();
        }
        if (device.isEmpty()) {
            guesses.giveBack(school, Guesses.At.NETWORK, client.place());
            guesses.giveBack(school, Guesses.At.ADDRESS, tidy);
        }
        guesses.forget(school, Guesses.At.PASSWORD, from);
        return accounts.hasSecondFactor(school, person.get())
                ? new Try.NeedsCode(person.get())
                : new Try.In(in(school, person.get(), false));
    }

    private boolean takeAsStranger(String school, String address, Client client) {
        return guesses.take(school, Guesses.At.NETWORK, client.place())
                && guesses.take(school, Guesses.At.ADDRESS, address);
    }

    public Try code(String school, String person, String code, Client client) {
        var stranger = devices.known(client.device(), school, address(school, person)).isEmpty();
        if ((stranger && !guesses.take(school, Guesses.At.NETWORK, client.place()))
                || !guesses.take(school, Guesses.At.CODE, person)) {
            return new Try.TooMany();
        }
        if (!accounts.useCode(school, person, code)) {
            return new Try.Wrong();
        }
        if (stranger) {
            guesses.giveBack(school, Guesses.At.NETWORK, client.place());
        }
        guesses.forget(school, Guesses.At.CODE, person);
        return new Try.In(in(school, person, true));
    }

    /// What a browser is to carry after somebody signed in there fully.
    public String remember(Sessions.Session session, Client client) {
        return devices.remember(
                client.device(), session.school(), address(session.school(), session.person()));
    }

    private String address(String school, String person) {
        return accounts.state(school, person) instanceof AccountState.Open open
                ? open.address()
                : "";
    }

    /// A code from somebody who is signed in and is about to change something that matters.
    public Optional<String> stepUp(String school, String person, String code) {
        if (!guesses.take(school, Guesses.At.CODE, person)) {
            return Optional.of("Too many tries. Wait an hour, then try again");
        }
        if (!accounts.useCode(school, person, code)) {
            return Optional.of("That code is not right, or has been used already");
        }
        guesses.forget(school, Guesses.At.CODE, person);
        return Optional.empty();
    }

    /// A password from somebody who is signed in.
    public boolean takePasswordGuess(String school, String person) {
        return guesses.take(school, Guesses.At.PASSWORD, person);
    }

    /// Opens a session for somebody who just proved who they are.
    public Sessions.Session in(String school, String person, boolean secondFactor) {
        var mayApprove = posts.capabilities(school, person).contains(Capability.APPROVE_ACCESS);
        database.change(
                school,
                tx -> {
                    accounts.signedIn(tx, person);
                    if (secondFactor && mayApprove) {
                        startGuard(tx, person);
                    }
                });
        return sessions.open(school, person, secondFactor);
    }

    /// From the first approver's first full sign-in on, a second person is there to be asked.
    private void startGuard(Tx tx, String person) {
        new AccessRows(tx.sql(), tx.school()).guard(person, clock.instant());
    }
}
