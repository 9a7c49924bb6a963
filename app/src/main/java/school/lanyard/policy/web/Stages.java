// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.stream.Collectors;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;

/// Where a draft stands, in one sentence.
final class Stages {

    private Stages() {}

    static String words(Adoption now, Pack running) {
        if (now.waits()) {
            return "The next edition changes who reads cases, so it waits for a second person.";
        }
        if (now.signed()) {
            return "The next edition is approved and signed. It has still to be published.";
        }
        if (now.approved()) {
            return "The next edition is approved. It has still to be signed by: "
                    + signers(running)
                    + ".";
        }
        if (now.lostApproval()) {
            return "The next edition was changed after it was approved, so it has to be approved"
                    + " again.";
        }
        if (now.proposed()) {
            return "The next edition has been put to the governing body.";
        }
        return now.consultation() == null
                ? "The next edition is being drafted."
                : "The next edition is open for comments from staff and governors.";
    }

    /// The posts that sign, as one says them.
    static String signers(Pack running) {
        return labels(running, Adoptions.signs(running));
    }

    static String labels(Pack running, Capability capability) {
        return running.rolesThatCan(capability).stream()
                .map(Role::label)
                .collect(Collectors.joining(", "));
    }
}
