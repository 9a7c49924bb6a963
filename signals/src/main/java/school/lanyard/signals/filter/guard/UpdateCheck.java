// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.guard;

import java.util.ArrayList;
import java.util.List;

/// Decides whether an update of a list may take the place of the last good one, or waits for a
/// person because it looks broken.
public final class UpdateCheck {

    /// A list that loses more of its rules than this at once is held.
    private static final double MOST_LOST = 0.2;

    /// Below this many rules, a list may change as it likes, but not become empty.
    private static final long SMALL = 100;

    private static final double MOST_NOT_UNDERSTOOD = 0.1;
    private static final int MOST_GROWN = 10;

    /// What is known of a list as it was read: how many rules, and how many lines made no sense.
    public record Stats(long rules, long notUnderstood) {}

    /// Accept it, or hold it and say why in words.
    public sealed interface Verdict {
        record Accept() implements Verdict {}

        record Hold(List<String> reasons) implements Verdict {
            public Hold {
                reasons = List.copyOf(reasons);
            }
        }
    }

    private UpdateCheck() {}

    /// A list never seen before has an `old` of zeros.
    public static Verdict judge(Stats old, Stats update) {
        var reasons = new ArrayList<String>();
        if (update.rules() == 0) {
            reasons.add("It has no rule that could be read.");
        } else if (update.rules() < old.rules() * (1 - MOST_LOST) && old.rules() > SMALL) {
            reasons.add("It shrank from %,d rules to %,d.".formatted(old.rules(), update.rules()));
        } else if (old.rules() > SMALL && update.rules() > old.rules() * MOST_GROWN) {
            reasons.add("It grew from %,d rules to %,d.".formatted(old.rules(), update.rules()));
        }
        if (share(update) > MOST_NOT_UNDERSTOOD && share(update) > 2 * share(old)) {
            reasons.add("%,d of its lines were not understood.".formatted(update.notUnderstood()));
        }
        return reasons.isEmpty() ? new Verdict.Accept() : new Verdict.Hold(reasons);
    }

    private static double share(Stats stats) {
        long all = stats.rules() + stats.notUnderstood();
        return all == 0 ? 0 : (double) stats.notUnderstood() / all;
    }
}
