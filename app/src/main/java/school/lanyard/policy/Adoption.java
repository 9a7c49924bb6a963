// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;

/// How far a draft has come on its way to being the school's policy.
///
/// Every step was about one exact text, known by its hash. A step about another text than the
/// draft's own no longer counts: whoever changes a draft takes its approval away.
///
/// @param proposal the newest; so are the approval and the signature
/// @param waits whether it was published and waits for a second person (ADR 31)
public record Adoption(
        Draft draft,
        Loaded loaded,
        @Nullable Consultation consultation,
        @Nullable Proposal proposal,
        @Nullable Approval approval,
        @Nullable Signature signature,
        boolean waits) {

    /// Staff and governors were asked for their comments.
    public record Consultation(String keyId, String by, Instant at) {}

    /// It was put to the governing body.
    public record Proposal(String hash, String by, Instant at) {}

    /// The governing body approved it.
    ///
    /// @param body that met, such as "Full governing body"
    /// @param minute under which the decision is found in its minutes
    /// @param by whoever recorded it
    public record Approval(
            String id,
            String hash,
            LocalDate metOn,
            String body,
            String minute,
            String by,
            Instant at) {}

    /// Somebody signed it.
    ///
    /// @param role the post in which they did
    public record Signature(String id, String hash, String role, String by, Instant at) {}

    /// The pack as it stands; absent while it has faults.
    public @Nullable Pack pack() {
        return loaded instanceof Loaded.Sound(var pack) ? pack : null;
    }

    /// The same, for whoever goes on only with one that is there.
    public Optional<Pack> readable() {
        return Optional.ofNullable(pack());
    }

    /// What it is known by as it stands; empty while it has faults.
    public String hash() {
        var pack = pack();
        return pack == null ? "" : pack.hash();
    }

    public boolean sound() {
        return pack() != null;
    }

    public boolean proposed() {
        return proposal != null && proposal.hash().equals(hash());
    }

    public boolean approved() {
        return approval != null && approval.hash().equals(hash());
    }

    public boolean signed() {
        return approved() && signature != null && signature.hash().equals(hash());
    }

    /// Whether it was approved once and has been changed since.
    public boolean lostApproval() {
        return approval != null && !approved();
    }

    /// Whether it was put to the governing body once and has been changed since.
    public boolean lostProposal() {
        return proposal != null && !proposed();
    }
}
