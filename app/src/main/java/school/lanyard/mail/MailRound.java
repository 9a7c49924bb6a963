// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Keeps the postman going while the server runs. Without a mail server in the settings, mail
/// waits.
@Component
class MailRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final String HERE = "http://localhost:8080";
    private static final int SECONDS = 10;

    private final Outbox outbox;
    private final String site;
    private final @Nullable Postman postman;
    private @Nullable ScheduledExecutorService thread;

    MailRound(
            Outbox outbox,
            ObjectProvider<Addressees> addressees,
            ObjectProvider<JavaMailSender> servers,
            @Value("${lanyard.mail-from:lanyard@localhost}") String from,
            @Value("${lanyard.site:" + HERE + "}") String site) {
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
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("mail").daemon().factory());
        thread = rounds;
        var _ = rounds.scheduleWithFixedDelay(this::round, 1, SECONDS, TimeUnit.SECONDS);
        outbox.onQueued(() -> nudge(rounds));
    }

    private void nudge(ScheduledExecutorService rounds) {
        try {
            rounds.execute(this::round);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("mail waits until the next start");
        }
    }

    /// A fault must not end the rounds for good.
    private void round() {
        try {
            if (postman != null) {
                postman.deliver();
            }
        } catch (RuntimeException fault) {
            LOG.error("A mail round failed: {}", fault.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        outbox.onQueued(() -> {});
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
