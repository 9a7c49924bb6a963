// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.Accounts;
import school.lanyard.people.Guarded;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;

/// Founds a school with its policy and its first administrator, in one change.
@Service
public final class Founding {

    private static final String PREFERRED_GROUP = "staff";

    /// Who is to run the system first.
    public record FirstAdministrator(String name, String address, String password) {
        @Override
        public String toString() {
            return "FirstAdministrator";
        }
    }

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final People people;
    private final Posts posts;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Schools schools;
    private final InstantSource clock;

    public Founding(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            People people,
            Posts posts,
            Accounts accounts,
            Passwords passwords,
            Schools schools,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.people = people;
        this.posts = posts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.schools = schools;
        this.clock = clock;
    }

    /// The role that the first administrator takes: the pack's own that runs the system and opens
    /// no case; absent if it has none.
    public static Optional<String> administratorRole(Pack pack) {
        return pack.rolesThatCan(Capability.ADMINISTER).stream()
                .filter(role -> !Guarded.opensCases(role))
                .map(role -> role.key())
                .findFirst();
    }

    public Optional<String> refusal(String schoolName, FirstAdministrator first) {
        return passwords.refusal(
                first.password(), List.of(schoolName, first.name(), first.address()));
    }

    /// Founds the first school of this installation.
    ///
    /// @return its id
    /// @throws IllegalStateException if there is a school already
    public String found(String name, Pack pack, FirstAdministrator first) {
        return found(name, pack, Map.of(), first);
    }

    /// As {@link #found(String, Pack, FirstAdministrator)}, keeping the files that the policy was
    /// made from, so that its next edition can be begun from them.
    ///
    /// @param sources texts by path inside the pack
    public synchronized String found(
            String name, Pack pack, Map<String, String> sources, FirstAdministrator first) {
        if (!schools.all().isEmpty()) {
            throw new IllegalStateException("a school has been founded here already");
        }
        var hash = passwords.hash(first.password());
        var id = UUID.randomUUID().toString();
        seals.foundSchool(id);
        return database.found(
                id,
                tx -> {
                    insert(tx, name, false);
                    begin(tx, pack, sources, first, hash);
                    return id;
                });
    }

    /// The school's row; everything else of it needs one.
    public void insert(Tx tx, String name, boolean invented) {
        Schools.insert(tx, name, invented, clock.instant());
        ledger.enter(tx, Note.of(clock.instant(), Actor.NOBODY, "school.founded", tx.school()));
    }

    private void begin(
            Tx tx, Pack pack, Map<String, String> sources, FirstAdministrator first, String hash) {
        var today = SchoolDay.today(clock);
        editions.publish(tx, Actor.NOBODY, pack, sources, today);
        var role = pack.role(administratorRole(pack).orElseThrow());
        var group =
                role.groups().contains(PREFERRED_GROUP)
                        ? PREFERRED_GROUP
                        : role.groups().iterator().next();
        var person =
                people.add(
                        tx,
                        Actor.NOBODY,
                        NewPerson.named(first.name(), Membership.since(today, group)));
        posts.make(tx, Actor.NOBODY, person, role.key(), today, null, "made-at-set-up");
        accounts.seed(tx, Actor.NOBODY, person, first.address(), hash, null);
    }
}
