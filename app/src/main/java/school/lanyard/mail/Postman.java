// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import school.lanyard.mail.store.OutboxRows;

/// Sends what waits in the outbox, one at a time. What cannot be sent waits, longer each time.
public final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final Addressees addressees;
    private final JavaMailSender server;
    private final String from;
    private final String site;

    /// @param site the address of this server as people reach it, without a slash at its end
    public Postman(
            Outbox outbox, Addressees addressees, JavaMailSender server, String from, String site) {
        this.outbox = outbox;
        this.addressees = addressees;
        this.server = server;
        this.from = from;
        this.site = site;
    }

    /// Sends all that is due.
    ///
    /// @return how many went out
    public synchronized int deliver() {
        var sent = 0;
        for (var letter : outbox.due()) {
            sent += deliver(letter) ? 1 : 0;
        }
        return sent;
    }

    private boolean deliver(OutboxRows.Letter letter) {
        var kind = MailKind.of(letter.kind());
        var addressed = addressees.find(letter.school(), letter.person(), kind, letter.link());
        if (addressed.isEmpty()) {
            outbox.dropped(letter);
            return false;
        }
        try {
            send(addressed.get(), kind);
        } catch (MailException | MessagingException unsent) {
            LOG.warn(
                    "Mail could not be sent ({}); it is tried again later",
                    unsent.getClass().getSimpleName());
            outbox.tryLater(letter);
            return false;
        }
        outbox.sent(letter);
        return true;
    }

    private void send(Addressees.Addressed addressed, MailKind kind) throws MessagingException {
        var message = server.createMimeMessage();
        var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(addressed.to());
        mail.setSubject(kind.subject());
        mail.setText(kind.body(site + addressed.path()));
        message.setHeader("Auto-Submitted", "auto-generated");
        server.send(message);
    }
}
