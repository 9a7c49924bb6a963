// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Capability;
import school.lanyard.database.Tx;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Colleagues;

/// Names those who work on the policy, and tells them by mail that something waits.
@Component
public final class PolicyColleagues implements Colleagues {

    private final People people;
    private final Approvers approvers;
    private final Outbox outbox;

    public PolicyColleagues(People people, Posts posts, Accounts accounts, Outbox outbox) {
        this.people = people;
        this.approvers = new Approvers(posts, accounts);
        this.outbox = outbox;
    }

    @Override
    public String name(String school, String person) {
        return people.directory(school).name(person);
    }

    @Override
    public void tell(Tx tx, Capability capability) {
        approvers
                .whoCan(tx, capability)
                .forEach(each -> outbox.queue(tx, each, MailKind.NEEDS_YOU, "/sign-in"));
    }
}
