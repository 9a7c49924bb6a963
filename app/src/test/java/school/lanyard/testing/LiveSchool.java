// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
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
import school.lanyard.setup.Founding;

/// The whole server with a small school in it, whose people can sign in. Every reader has a second
/// factor; each code is used once, as the server asks.
///
/// The server is the run's own ({@link Running#shared}), so only one is open on a database at a
/// time.
public final class LiveSchool implements AutoCloseable {

    public static final String PASSWORD = "otter violin gravel sunset";

    private static final long STEP = 30_000;

    private static final Map<String, Pack> PACKS = new HashMap<>();
    private static String hash = "";

    private final Running server;
    private final String school;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();

    public LiveSchool(Engine engine) {
        this(engine, "boughton-leigh");
    }

    public LiveSchool(Engine engine, String policy) {
        this(Running.shared(engine), policy);
    }

    /// With a server of its own, for a test that breaks it or looks at its files.
    public LiveSchool(Engine engine, Path directory) {
        this(engine, directory, "boughton-leigh");
    }

    public LiveSchool(Engine engine, Path directory, String policy) {
        this(Running.on(engine, directory), policy);
    }

    private LiveSchool(Running server, String policy) {
        this.server = server;
        var pack = pack(policy);
        school =
                server.bean(Founding.class)
                        .found(
                                "Willow Bank Test School",
                                pack,
                                new Founding.FirstAdministrator(
                                        "Ada Holt", "admin@example.org", PASSWORD));
        if (hash.isEmpty()) {
            hash = server.bean(Passwords.class).hash(PASSWORD);
        }
        add("dsl", "Diana Sharpe", "staff", "dsl");
        add("deputy", "Devon Pell", "staff", "deputy-dsl");
        add("head", "Harriet Stone", "staff", "headteacher");
        add("chair", "Colin Hale", "governor", "chair-of-governors");
        add("governor", "Gwen Ashby", "governor", "governor");
        add("teacher", "Tess Marlow", "staff", "class-teacher");
        add("pip", "Pip Underhill", "learner", null);
        add("bo", "Bo Larkin", "learner", null);
    }

    public Running server() {
        return server;
    }

    public String school() {
        return school;
    }

    public String id(String key) {
        return ids.get(key);
    }

    public LocalDate today() {
        return SchoolTime.day(server.bean(InstantSource.class).instant());
    }

    /// Adds somebody, who can sign in if they hold a role.
    public void add(String key, String name, String group, @Nullable String role) {
        var person = server.bean(People.class);
        server.bean(Database.class)
                .change(
                        school,
                        tx -> {
                            var id =
                                    person.add(
                                            tx,
                                            Actor.LANYARD,
                                            NewPerson.named(
                                                    name, Membership.since(today(), group)));
                            ids.put(key, id);
                            if (role != null) {
                                var secret =
                                        List.of("governor", "teacher").contains(key)
                                                ? null
                                                : Totp.newSecret();
                                if (secret != null) {
                                    secrets.put(key, secret);
                                }
                                server.bean(Accounts.class)
                                        .seed(
                                                tx,
                                                Actor.LANYARD,
                                                id,
                                                key + "@example.org",
                                                hash,
                                                secret);
                                server.bean(Posts.class)
                                        .make(tx, Actor.LANYARD, id, role, today(), null, "made");
                            }
                        });
    }

    /// Signs somebody in, with their code where they have one.
    public void signIn(Page page, String key) {
        page.navigate(server.site() + "/sign-in");
        page.getByLabel("Email address").fill(key + "@example.org");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]:not([data-ly-show])").last().click();
        var secret = secrets.get(key);
        if (secret != null) {
            page.getByLabel("Code").fill(nextCode(key, secret));
            page.locator("main button[type=submit]").last().click();
        }
    }

    /// A code works once, so somebody who signs in again soon shows the next one, and at last
    /// waits.
    private String nextCode(String key, String secret) {
        var clock = server.bean(InstantSource.class);
        var step = Math.max(clock.millis() / STEP, used.getOrDefault(key, 0L) + 1);
        used.put(key, step);
        while (step - clock.millis() / STEP > 1) {
            LockSupport.parkNanos(200_000_000);
        }
        return Totp.code(secret, Instant.ofEpochMilli(step * STEP));
    }

    /// Somebody signed in without a browser.
    public Guest guest(String key) {
        var guest = new Guest(server.site());
        guest.post("/sign-in", "address", key + "@example.org", "password", PASSWORD);
        var secret = secrets.get(key);
        if (secret != null) {
            guest.post("/sign-in/code", "code", nextCode(key, secret));
        }
        return guest;
    }

    @Override
    public void close() {
        server.close();
    }

    private static Pack pack(String policy) {
        return PACKS.computeIfAbsent(
                policy, key -> ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack());
    }
}
