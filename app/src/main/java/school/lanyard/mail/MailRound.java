// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import school.lanyard.rounds.Round;

/// Keeps the postman going while the server runs. Without a mail server in the settings, mail
/// waits.
@Component
class MailRound extends Round {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final String HERE = "http://localhost:8080";

    private final Outbox outbox;
    private final String site;
    private final @Nullable Postman postman;

    MailRound(
            Outbox outbox,
            ObjectProvider<Addressees> addressees,
            ObjectProvider<JavaMailSender> servers,
            @Value("${lanyard.mail-from:lanyard@localhost}") String from,
            @Value("${lanyard.site:" + HERE + "}") String site) {
        super("mail", Duration.ofSeconds(1), Duration.ofSeconds(10));
        this.outbox = outbox;
        this.site = site;
        var server = servers.getIfAvailable();
        var finder = addressees.getIfAvailable();
        this.postman =
                server == null || finder == null
                        ? null
                        : new Postman(outbox, finder, server, from, site);
    }

    @Override
    public synchronized void start() {
        if (postman == null) {
            LOG.warn("No mail server is set (SPRING_MAIL_HOST): mail waits in the outbox");
            return;
        }
        if (site.equals(HERE)) {
            LOG.warn("No address is set (LANYARD_SITE): links in mail lead to {}", HERE);
        }
        super.start();
        outbox.onQueued(this::soon);
    }

    @Override
    protected void round() {
        if (postman != null) {
            postman.deliver();
        }
    }

    @Override
    public void stop() {
        outbox.onQueued(() -> {});
        super.stop();
    }
}
