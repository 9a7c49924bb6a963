// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/// Does all of it the right way.
record Innocent(Clock clock, SecureRandom random) {
    Instant now() {
        return Instant.now(clock);
    }

    int roll() {
        return random.nextInt(6);
    }
}
