// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.Arrays;
import school.lanyard.signals.address.Hashes;

/// Follows a log as it grows. The same lines give the same alerts as a replay of them.
public final class Live {

    private final Scanner scanner;
    private final Watch watch;
    private final Found found = new Found();

    Live(Scanner scanner, Watch watch) {
        this.scanner = scanner;
        this.watch = watch;
    }

    /// Looks at whole lines; what needs a person has been raised when this returns.
    public void lines(byte[] lines) {
        scanner.scan(Arrays.copyOf(lines, lines.length + Hashes.PADDING), lines.length, found);
        watch.follow(found);
    }

    /// How many of the lines given last made no sense.
    public long malformed() {
        return found.malformed;
    }
}
