// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import school.lanyard.rounds.Round;

/// Looks for old drafts once an hour while the server runs.
@Component
class DraftRound extends Round {

    private static final Logger LOG = LoggerFactory.getLogger(DraftRound.class);

    private final DraftClearing clearing;
    private final InstantSource clock;

    DraftRound(DraftClearing clearing, InstantSource clock) {
        super("drafts", Duration.ofMinutes(1), Duration.ofHours(1));
        this.clearing = clearing;
        this.clock = clock;
    }

    @Override
    protected void round() {
        var cleared = clearing.clear(clock.instant());
        if (cleared > 0) {
            LOG.info("Cleared {} concerns that were begun and never sent", cleared);
        }
    }
}
