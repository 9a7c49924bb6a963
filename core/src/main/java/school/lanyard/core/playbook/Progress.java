// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a case stands. Everything that a page about it needs to show.
///
/// @param rounds the tracks it has been on, oldest first; the last one is running
/// @param done every record that was made properly, oldest first; a step may be done and, in a
///   later round, open again
/// @param passed outcomes reached and standing rules met in this round
/// @param blocked steps that cannot go on now
/// @param later steps that may still come up
/// @param notApplicable steps that cannot come up as things stand
/// @param bars what is forbidden now
/// @param notCounted records that change nothing, with the reason, so that nothing recorded is
///   hidden
public record Progress(
        List<Round> rounds,
        List<Open> open,
        List<Done> done,
        List<Passed> passed,
        List<Blocked> blocked,
        List<String> later,
        List<String> notApplicable,
        List<Barred> bars,
        List<NotCounted> notCounted,
        Closing closing) {

    public Progress {
        rounds = List.copyOf(rounds);
        open = List.copyOf(open);
        done = List.copyOf(done);
        passed = List.copyOf(passed);
        blocked = List.copyOf(blocked);
        later = List.copyOf(later);
        notApplicable = List.copyOf(notApplicable);
        bars = List.copyOf(bars);
        notCounted = List.copyOf(notCounted);
    }

    /// The running track's key, or null before there is one.
    public @Nullable String track() {
        return rounds.isEmpty() ? null : rounds.getLast().track();
    }

    public boolean isOpen(String step) {
        return open.stream().anyMatch(open -> open.step().key().equals(step));
    }

    public boolean isDone(String step) {
        return done.stream().anyMatch(done -> done.step().equals(step));
    }

    public boolean isBlocked(String step) {
        return blocked.stream().anyMatch(blocked -> blocked.step().equals(step));
    }

    /// The bar that forbids an action now, or null where none does.
    public @Nullable Bar bars(String action) {
        return bars.stream()
                .map(Barred::bar)
                .filter(bar -> bar.actions().contains(action))
                .findFirst()
                .orElse(null);
    }

    public record Round(String track, Instant since) {}

    /// A step that somebody can take now.
    ///
    /// @param due null where neither the source nor the school sets a time
    /// @param required whether closing waits for it
    /// @param because the edge that opened it, or null where the case starts here
    public record Open(
            Step step,
            Instant since,
            @Nullable Instant due,
            boolean required,
            @Nullable Edge because) {}

    public record Done(String step, Instant at, String by) {}

    public record Passed(String step, Instant since) {}

    /// A step that cannot go on now.
    ///
    /// @param bar the bar that forbids it, or null where it only waits for another track to end
    public record Blocked(String step, String reason, @Nullable Bar bar, List<String> clauses) {}

    public record Barred(Bar bar, Instant since) {}

    /// A record that changes nothing.
    ///
    /// @param what the key of the step or fact
    public record NotCounted(String what, Instant at, String by, String reason) {}

    /// Whether the case may close, and what is missing if not.
    public record Closing(List<Missing> missing) {
        public Closing {
            missing = List.copyOf(missing);
        }

        public boolean allowed() {
            return missing.isEmpty();
        }
    }

    /// One thing that closing still needs.
    ///
    /// @param key of the requirement or of the step that is still open
    public record Missing(String key, String says, List<String> clauses) {}
}
