// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledgers;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// How often somebody may try a password, and whom that holds up.
@ParameterizedClass
@EnumSource(Engine.class)
class GuessesTest {

    private static final Passwords PASSWORDS = new Passwords();
    private static final String ADDRESS = "bea@example.org";
    private static final String PASSWORD = "otter violin gravel sunset";
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    /// Too long to be anybody's, so it is not hashed: these tests make hundreds of wrong tries.
    private static final String WRONG_PASSWORD = "wrong".repeat(Passwords.LONGEST);

    private static final SignIns.Try WRONG = new SignIns.Try.Wrong();
    private static final SignIns.Try TOO_MANY = new SignIns.Try.TooMany();

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    SignIns signIns;
    Devices devices;
    Instant now = NINE;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        var ledger = Ledgers.of(house.database(), house.seals());
        var people = new People(house.database(), house.seals(), ledger, () -> now);
        var sessions = new Sessions(() -> now);
        var editions = new Editions(house.database(), ledger, () -> now);
        var posts = new Posts(new Appointments(house.database()), editions, ledger, () -> now);
        var accounts =
                new Accounts(
                        house.database(),
                        house.seals(),
                        ledger,
                        new Outbox(house.database(), () -> now),
                        PASSWORDS,
                        people,
                        sessions,
                        () -> now);
        devices = new Devices(house.seals(), () -> now);
        signIns =
                new SignIns(
                        house.database(),
                        accounts,
                        posts,
                        new Guesses(house.database(), house.seals(), () -> now),
                        devices,
                        sessions,
                        () -> now);
        house.database()
                .change(
                        house.school(),
                        tx -> {
                            editions.publish(
                                    tx,
                                    Actor.LANYARD,
                                    school.lanyard.testing.Willow.PACK,
                                    SchoolDay.today(() -> now));
                            var bea = people.add(tx, Actor.LANYARD, NewPerson.named("Bea Moss"));
                            accounts.seed(tx, Actor.LANYARD, bea, ADDRESS, HASH, null);
                        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void three_wrong_tries_cost_nothing_and_each_after_them_twice_the_wait() {
        for (int i = 0; i < 3; i++) {
            assertThat(wrong("192.0.2.1")).isEqualTo(WRONG);
        }
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
            now = now.plusSeconds(seconds - 1);
            assertThat(wrong("192.0.2.1")).as(seconds + " seconds").isEqualTo(TOO_MANY);
            now = now.plusSeconds(1);
            assertThat(wrong("192.0.2.1")).as(seconds + " seconds").isEqualTo(WRONG);
        }
    }

    @Test
    void one_place_alone_makes_fewer_tries_than_would_lock_an_address() {
        for (int second = 0; second < 300; second++) {
            wrong("192.0.2.1");
            now = now.plusSeconds(1);
        }
        assertThat(right("198.51.100.7", null)).isInstanceOf(SignIns.Try.In.class);
    }

    @Test
    void many_places_together_make_ten_in_five_minutes_and_no_more() {
        for (int i = 0; i < 10; i++) {
            assertThat(wrong("192.0.2." + i)).isEqualTo(WRONG);
        }
        assertThat(wrong("192.0.2.200")).isEqualTo(TOO_MANY);
        assertThat(right("198.51.100.7", null)).isEqualTo(TOO_MANY);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(right("198.51.100.7", null)).isInstanceOf(SignIns.Try.In.class);
    }

    @Test
    void a_browser_that_signed_in_before_is_not_held_up_by_them() {
        var device = signedInBefore("203.0.113.5");
        for (int i = 0; i < 101; i++) {
            wrong("192.0.2." + (i % 12));
            signIns.password(
                    house.school(),
                    "other" + i + "@example.org",
                    WRONG_PASSWORD,
                    new Client("203.0.113.5", null));
        }
        assertThat(right("203.0.113.5", null)).isEqualTo(TOO_MANY);
        assertThat(right("203.0.113.5", device)).isInstanceOf(SignIns.Try.In.class);
    }

    @Test
    void it_is_slowed_by_its_own_wrong_tries_like_any_other() {
        var device = signedInBefore("203.0.113.5");
        for (int i = 0; i < 3; i++) {
            assertThat(tried("203.0.113.5", device, WRONG_PASSWORD)).isEqualTo(WRONG);
        }
        assertThat(right("198.51.100.7", device)).as("wherever it is").isEqualTo(TOO_MANY);
    }

    @Test
    void it_is_known_for_the_address_that_signed_in_there_only() {
        var device = signedInBefore("203.0.113.5");
        assertThat(devices.known(device, house.school(), " BEA@example.org ")).isPresent();
        assertThat(devices.known(device, house.school(), "cal@example.org")).isEmpty();
        assertThat(devices.known(device, "another-school", ADDRESS)).isEmpty();
        assertThat(devices.known(device + "A", house.school(), ADDRESS)).isEmpty();
    }

    @Test
    void a_shared_browser_knows_the_last_twelve() {
        String device = null;
        for (int i = 0; i < 13; i++) {
            device = devices.remember(device, house.school(), "p" + i + "@example.org");
        }
        assertThat(devices.known(device, house.school(), "p0@example.org")).isEmpty();
        for (int i = 1; i < 13; i++) {
            assertThat(devices.known(device, house.school(), "p" + i + "@example.org")).isPresent();
        }
    }

    @Test
    void an_address_without_an_account_is_counted_alike() {
        for (var address : new String[] {ADDRESS, "nobody@example.org"}) {
            for (int i = 0; i < 3; i++) {
                assertThat(at(address, "192.0.2.1")).isEqualTo(WRONG);
            }
            assertThat(at(address, "192.0.2.1")).isEqualTo(TOO_MANY);
            for (int i = 0; i < 7; i++) {
                assertThat(at(address, "192.0.2.1" + i)).isEqualTo(WRONG);
            }
            assertThat(at(address, "192.0.2.99")).isEqualTo(TOO_MANY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:0db8:1:2::9, 2001:db8:1:2::",
        "2001:db8::1, 2001:db8:0:0::",
        "::1, 0:0:0:0::",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1"
    })
    void a_place_is_what_one_holder_has(String network, String place) {
        assertThat(new Client(network, null).place()).isEqualTo(place);
    }

    private String signedInBefore(String network) {
        var in = (SignIns.Try.In) right(network, null);
        return signIns.remember(in.session(), new Client(network, null));
    }

    private SignIns.Try wrong(String network) {
        return tried(network, null, WRONG_PASSWORD);
    }

    private SignIns.Try at(String address, String network) {
        return signIns.password(house.school(), address, WRONG_PASSWORD, new Client(network, null));
    }

    private SignIns.Try right(String network, @Nullable String device) {
        return tried(network, device, PASSWORD);
    }

    private SignIns.Try tried(String network, @Nullable String device, String password) {
        return signIns.password(house.school(), ADDRESS, password, new Client(network, device));
    }
}
