// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import org.springframework.stereotype.Component;
import school.lanyard.database.Tx;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.SecondPerson;

/// The same people who approve access decide on a policy that changes who has it.
@Component
public final class PolicyApprovers implements SecondPerson {

    private final Approvers approvers;
    private final Outbox outbox;

    public PolicyApprovers(Posts posts, Accounts accounts, Outbox outbox) {
        this.approvers = new Approvers(posts, accounts);
        this.outbox = outbox;
    }

    @Override
    public boolean mayDecide(Tx tx, String person) {
        return approvers.today(tx).contains(person);
    }

    @Override
    public void tell(Tx tx) {
        approvers
                .today(tx)
                .forEach(each -> outbox.queue(tx, each, MailKind.ACCESS_REQUEST, "/sign-in"));
    }
}
