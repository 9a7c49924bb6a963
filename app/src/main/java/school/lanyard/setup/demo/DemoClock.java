// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The clock of a demonstration: put back while its past is played, the machine's own afterwards.
public final class DemoClock implements InstantSource {

    private final Clock machine;
    private volatile @Nullable Instant past;

    DemoClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        var at = past;
        return at == null ? machine.instant() : at;
    }

    void putBackTo(Instant at) {
        past = at;
    }

    void goOn() {
        past = null;
    }
}
