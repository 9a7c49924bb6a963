// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.database.schema.Tables.SCHOOL;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import school.lanyard.Server;
import school.lanyard.database.Database;
import school.lanyard.database.DatabasePlace;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;

/// The real server on a scratch data directory, with an invented school in it and a clock that a
/// test may put forward.
public record Staffroom(ConfigurableApplicationContext context, Willow willow, TestClock clock)
        implements AutoCloseable {

    public static final String PASSWORD = "umbrella tractor lemon piano";
    public static final String OTHER = "Yasmin Corrie";

    /// A clock that runs, and can be put forward.
    public static final class TestClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        public void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /// Puts the test's clock in the place of the machine's. Without an annotation, so that only a
    /// staffroom takes it, and no other test's server finds it by itself.
    public static class Clocks {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    public static Staffroom start(Engine engine, Path directory) {
        var url =
                engine.ready(directory).database() instanceof DatabasePlace.Postgres(var at)
                        ? at
                        : "";
        var context =
                new SpringApplicationBuilder(Server.class, Clocks.class)
                        .run(
                                "--server.port=0",
                                "--lanyard.data=" + directory,
                                "--lanyard.database=" + url);
        var willow = seed(context, "Test Infant School");
        return new Staffroom(context, willow, context.getBean(TestClock.class));
    }

    /// Founds one more school with the same people in it.
    public Willow another() {
        return seed(context, "Another Infant School");
    }

    public String root() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public Database database() {
        return context.getBean(Database.class);
    }

    public static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@school.example";
    }

    public static Willow seed(ConfigurableApplicationContext context, String name) {
        var database = context.getBean(Database.class);
        var school = UUID.randomUUID().toString();
        context.getBean(Seals.class).foundSchool(school);
        database.found(
                school,
                tx ->
                        tx.sql()
                                .insertInto(SCHOOL)
                                .set(SCHOOL.ID, school)
                                .set(SCHOOL.NAME, name)
                                .set(SCHOOL.INVENTED, false)
                                .set(SCHOOL.CREATED_AT, Instant.now())
                                .execute());
        var willow =
                Willow.fill(
                        database,
                        school,
                        context.getBean(People.class),
                        context.getBean(Editions.class),
                        context.getBean(Posts.class));
        willow.adult(OTHER, "staff", "class-teacher");
        var hash = context.getBean(Passwords.class).hash(PASSWORD);
        for (var each : java.util.List.of(Willow.TEACHER, OTHER)) {
            database.change(
                    school,
                    tx -> {
                        tx.sql()
                                .deleteFrom(ACCOUNT)
                                .where(ACCOUNT.PERSON.eq(willow.id(each)))
                                .execute();
                        context.getBean(Accounts.class)
                                .seed(
                                        tx,
                                        Actor.LANYARD,
                                        willow.id(each),
                                        address(each),
                                        hash,
                                        null);
                    });
        }
        return willow;
    }

    @Override
    public void close() {
        context.close();
    }
}
