// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;

/// Clears concerns that were begun long ago and never sent, after the time that the policy gives.
@Service
public final class DraftClearing {

    /// The key, in every pack, of how long an unsent concern is kept.
    static final String INTERVAL = "unsent-concern";

    private final Drafts drafts;
    private final Editions editions;
    private final Ledger ledger;
    private final Schools schools;

    DraftClearing(Drafts drafts, Editions editions, Ledger ledger, Schools schools) {
        this.drafts = drafts;
        this.editions = editions;
        this.ledger = ledger;
        this.schools = schools;
    }

    /// How long an unsent concern is kept; absent where the policy does not say, and then for ever.
    public static Optional<TemporalAmount> kept(Pack pack) {
        return Optional.ofNullable(pack.intervals().get(INTERVAL)).map(Interval::length);
    }

    /// Clears what is old in every school.
    ///
    /// @return how many there were
    public int clear(Instant now) {
        return schools.all().stream().mapToInt(each -> clear(each.id(), now)).sum();
    }

    private int clear(String school, Instant now) {
        return kept(editions.running(school).pack())
                .map(length -> drafts.clear(school, SchoolTime.before(now, length), ledger, now))
                .orElse(0);
    }
}
