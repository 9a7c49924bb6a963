// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.Totp;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;
import school.lanyard.setup.Founding;

/// A school in a running server, and people in it who can sign in, each in a moment.
public record Staff(Running server, String school, String hash) {

    public static final String PASSWORD = "otter violin gravel sunset";

    /// Somebody who can sign in.
    public record Account(String person, String address, @Nullable String totp) {}

    public static Staff of(Running server) {
        var school = UUID.randomUUID().toString();
        server.bean(Seals.class).foundSchool(school);
        var pack =
                ((Loaded.Sound) Packs.in(java.nio.file.Path.of("../packs")).load("boughton-leigh"))
                        .pack();
        server.bean(Database.class)
                .found(
                        school,
                        tx -> {
                            server.bean(Founding.class).insert(tx, "Test Infant School", true);
                            return server.bean(Editions.class)
                                    .publish(tx, Actor.LANYARD, pack, today());
                        });
        return new Staff(server, school, server.bean(Passwords.class).hash(PASSWORD));
    }

    /// Somebody in a group, with a role or none, who can sign in.
    public Account join(String group, @Nullable String role) {
        var address = UUID.randomUUID() + "@example.org";
        var totp = Totp.newSecret();
        var person =
                server.bean(Database.class)
                        .write(
                                school,
                                tx -> {
                                    var id =
                                            server.bean(People.class)
                                                    .add(
                                                            tx,
                                                            Actor.LANYARD,
                                                            NewPerson.named(
                                                                    "Someone " + address,
                                                                    Membership.since(
                                                                            today(), group)));
                                    if (role != null) {
                                        server.bean(Posts.class)
                                                .make(
                                                        tx,
                                                        Actor.LANYARD,
                                                        id,
                                                        role,
                                                        today(),
                                                        null,
                                                        "made");
                                    }
                                    server.bean(Accounts.class)
                                            .seed(tx, Actor.LANYARD, id, address, hash, totp);
                                    return id;
                                });
        return new Account(person, address, totp);
    }

    public Guest signIn(Account account) {
        var guest = new Guest(server.site());
        guest.post(
                "/sign-in", "school", school, "address", account.address(), "password", PASSWORD);
        var totp = account.totp();
        if (totp != null) {
            guest.post("/sign-in/code", "code", Totp.code(totp, Instant.now()));
        }
        return guest;
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/London"));
    }
}
