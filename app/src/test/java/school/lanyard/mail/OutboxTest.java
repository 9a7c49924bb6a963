// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledgers;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// A real SMTP server, which is also dead at times.
@ParameterizedClass
@EnumSource(Engine.class)
class OutboxTest {

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Instant now = NINE;
    Outbox outbox;
    String person;
    ServerSetup place;
    GreenMail server;

    @BeforeEach
    void open() throws IOException {
        house = House.fresh(engine, directory);
        outbox = new Outbox(house.database(), () -> now);
        var people =
                new People(
                        house.database(),
                        house.seals(),
                        Ledgers.of(house.database(), house.seals()),
                        () -> now);
        person =
                house.database()
                        .write(
                                house.school(),
                                tx -> people.add(tx, Actor.LANYARD, NewPerson.named("Bea Moss")));
        try (var free = new ServerSocket(0)) {
            place = new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        }
        server = new GreenMail(place);
    }

    @AfterEach
    void close() {
        server.stop();
        house.close();
    }

    @Test
    void what_was_queued_while_the_server_was_dead_goes_out_when_it_is_back() throws Exception {
        queue();
        assertThat(postman().deliver()).isZero();
        assertThat(outbox.standing(house.school())).isEqualTo(new Outbox.Standing(1, NINE, true));
        server.start();
        assertThat(postman().deliver()).as("not before its time").isZero();
        now = NINE.plus(Duration.ofSeconds(30));
        var afterRestart = new Outbox(house.database(), () -> now);
        assertThat(postman(afterRestart).deliver()).isOne();
        assertThat(postman().deliver()).as("once").isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Something in Lanyard needs you");
        assertThat(mail.getContent().toString())
                .contains("https://lanyard.example/sign-in")
                .doesNotContain("Bea", "Moss", "Test Infant School");
    }

    @Test
    void nothing_is_queued_by_a_change_that_fails() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        house.school(),
                                        tx -> {
                                            outbox.queue(
                                                    tx, person, MailKind.NEEDS_YOU, "/sign-in");
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outbox.standing(house.school()).waiting()).isZero();
    }

    @Test
    void waits_longer_each_time_and_never_more_than_an_hour() {
        assertThat(Outbox.waitAfter(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Outbox.waitAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outbox.waitAfter(40)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void mail_to_nobody_is_dropped() {
        queue();
        var postman =
                new Postman(outbox, (_, _, _, _) -> Optional.empty(), sender(), "a@b.example", "");
        assertThat(postman.deliver()).isZero();
        assertThat(outbox.standing(house.school()).waiting()).isZero();
    }

    private void queue() {
        house.database()
                .change(
                        house.school(),
                        tx -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
    }

    private Postman postman() {
        return postman(outbox);
    }

    private Postman postman(Outbox from) {
        return new Postman(
                from,
                (_, _, _, link) -> Optional.of(new Addressees.Addressed("bea@example.org", link)),
                sender(),
                "lanyard@example.org",
                "https://lanyard.example");
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(place.getPort());
        return sender;
    }
}
