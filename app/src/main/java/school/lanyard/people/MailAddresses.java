// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.mail.Addressees;
import school.lanyard.mail.MailKind;

/// Tells the post where somebody's mail goes, and gives a link its secret as it is sent.
@Component
public final class MailAddresses implements Addressees {

    private static final String LINK = "link:";

    private final Accounts accounts;

    public MailAddresses(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Addressed> find(String school, String person, MailKind kind, String link) {
        if (link.startsWith(LINK)) {
            var id = link.substring(LINK.length());
            return accounts.addressOf(school, id)
                    .flatMap(to ->
                            accounts.secretFor(school, id)
                                    .map(secret -> new Addressed(to, "/links/" + secret)));
        }
        return accounts.state(school, person) instanceof AccountState.Open open
                ? Optional.of(new Addressed(open.address(), link))
                : Optional.empty();
    }
}
