// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a playbook.
public sealed interface Step {
    Card card();

    default String key() {
        return card().key();
    }

    /// Somebody does it and records it.
    record Task(Card card) implements Step {}

    /// Somebody answers a question.
    ///
    /// @param leadsOn whether the answer decides what comes next; if not, it is asked for the
    ///   record
    record Decision(Card card, String fact, boolean leadsOn) implements Step {}

    /// The school waits for an outside body, whose answer is the fact. An answer counts only once
    /// the wait has begun.
    record Wait(Card card, String fact) implements Step {}

    /// People meet and record what they settled.
    record Meeting(Card card) implements Step {}

    /// A place that a case reaches without anybody doing anything.
    record Outcome(Card card) implements Step {}

    /// A standing rule. What it forbids is decided by its bars.
    record Prohibition(Card card, List<String> bars) implements Step {
        public Prohibition {
            bars = List.copyOf(bars);
        }
    }

    /// What every step says about itself.
    ///
    /// @param node the box it stands for in the source's chart, if any
    /// @param contact the outside body to call, by key
    /// @param needs what its record must hold
    /// @param whyNot whether the record may instead say why it is not needed
    /// @param makesSafe whether its record says that everybody is safe; while somebody is at risk
    ///   there is no reason not to do it
    /// @param tracks the tracks on which it can come up; if none, it is outside all tracks and its
    ///   record stays good
    /// @param repeats whether it may be recorded again and again, until a step that follows it is
    ///   done
    /// @param paper the printed form that its record stands on, together with every other step of
    ///   the same form; absent where it is on none
    /// @param doneBy what completes it once that is recorded for each person; absent where it is
    ///   only recorded by itself
    /// @param fixed whether a school that adapts the playbook must keep it
    record Card(
            String key,
            String label,
            String guidance,
            @Nullable String node,
            List<String> clauses,
            Owners owners,
            @Nullable Clock clock,
            @Nullable String contact,
            List<Need> needs,
            boolean whyNot,
            boolean makesSafe,
            List<String> tracks,
            boolean repeats,
            @Nullable String paper,
            @Nullable DoneBy doneBy,
            boolean fixed) {
        public Card {
            clauses = List.copyOf(clauses);
            needs = List.copyOf(needs);
            tracks = List.copyOf(tracks);
        }
    }

    /// What is recorded for each person in a case, and completes a step once it is for all of them.
    enum DoneBy {
        /// What is done to look after them.
        SUPPORT,
        /// Whether a parent or carer was told.
        PARENTS,
        /// Whether they heard how it ended.
        FEEDBACK
    }

    /// Something that the record of a step must hold.
    ///
    /// @param must the answer that it has to have; absent where any will do
    /// @param posts of whose holders it names one, by the keys of their roles; empty for other
    ///   kinds
    record Need(String key, String label, Kind kind, @Nullable Must must, List<String> posts) {
        public Need {
            posts = List.copyOf(posts);
        }

        public enum Kind {
            LINE,
            NOTE,
            DATE,
            TIME,
            YES_NO,
            /// Somebody who holds one of some posts that day.
            HOLDER,
            /// One of the devices that the school keeps for checks.
            CHECK_DEVICE
        }
    }

    /// The one answer without which a step may not be recorded.
    ///
    /// @param otherwise what is said to whoever gives another
    record Must(String answer, String otherwise) {
        public boolean isMetBy(String held) {
            return answer.equalsIgnoreCase(held.strip());
        }
    }

    /// Who does it, by role.
    ///
    /// @param inferred whether the source leaves it unsaid and the pack has filled it in
    record Owners(List<String> roles, boolean inferred) {
        public Owners {
            roles = List.copyOf(roles);
        }
    }

    /// How long after it opened a step is due. Zero is "immediately".
    ///
    /// @param within something that can be added to an instant: a length on the clock, or in days
    /// @param stated whether the source or the law says so; if not, the school chose it
    record Clock(TemporalAmount within, boolean stated) {
        public Clock {
            if (dueAfter(Instant.EPOCH, within).isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("a step cannot be due before it opens");
            }
        }

        Instant due(Instant since) {
            return dueAfter(since, within);
        }

        private static Instant dueAfter(Instant since, TemporalAmount within) {
            try {
                return since.plus(within);
            } catch (DateTimeException notOnAClock) {
                throw new IllegalArgumentException(
                        "a step is due after hours or days, not after " + within, notOnAClock);
            }
        }
    }
}
