// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.ledger.Verdict.Broken;
import school.lanyard.core.ledger.Verdict.Fault;
import school.lanyard.core.ledger.Verdict.Whole;

/// One school's ledger as a chain: each entry's hash covers the entry and the hash before it.
public final class Chain {
    /// What the first entry follows.
    public static final Hash START = new Hash("0".repeat(64));

    private static final long FIRST = 1;

    private Chain() {}

    /// The hash of an entry that follows `previous`. How it is encoded is pinned for ever; see
    /// `Encoding`.
    public static Hash hash(Hash previous, Entry entry) {
        return Hash.of(Encoding.hash(previous.bytes(), entry));
    }

    /// Reads one school's links in order of sequence and closes the stream. Holds one link in
    /// memory at a time.
    ///
    /// A chain alone cannot show that its end was cut off: for that, ask with a head that was known
    /// before.
    public static Verdict verify(Stream<Link> links) {
        return read(links, new Reading(0, START, null));
    }

    /// As [#verify(Stream)], and the chain must contain `known`: the head at some earlier time, for
    /// example as printed on a report. The chain may have grown since.
    public static Verdict verify(Stream<Link> links, Hash known) {
        return read(links, new Reading(0, START, known));
    }

    /// Goes on from a place up to which the chain was proved before. The links are those after it.
    ///
    /// @param sequence of the last entry that was proved
    /// @param head its hash
    /// @param known the head that the chain must contain, at the place or after it
    public static Verdict verifyAfter(long sequence, Hash head, Stream<Link> links, Hash known) {
        return read(links, new Reading(sequence, head, known));
    }

    private static Verdict read(Stream<Link> links, Reading reading) {
        try (links) {
            var each = links.iterator();
            while (each.hasNext()) {
                var fault = reading.take(each.next());
                if (fault.isPresent()) {
                    return new Broken(reading.expected, fault.get());
                }
            }
            return reading.end();
        }
    }

    /// Where a reader of the chain has got to.
    private static final class Reading {
        private final @Nullable Hash known;
        private Hash head;
        private long expected;
        private @Nullable String school;
        private boolean met;

        Reading(long after, Hash head, @Nullable Hash known) {
            this.known = known;
            this.head = head;
            this.expected = FIRST + after;
            this.met = known == null || known.equals(head);
        }

        Optional<Fault> take(Link link) {
            var fault = fault(link);
            if (fault.isEmpty()) {
                school = link.entry().school();
                head = link.hash();
                met |= head.equals(known);
                expected++;
            }
            return fault;
        }

        private Optional<Fault> fault(Link link) {
            var entry = link.entry();
            if (entry.sequence() > expected) {
                return Optional.of(Fault.GAP);
            }
            if (entry.sequence() < expected) {
                return Optional.of(Fault.OUT_OF_ORDER);
            }
            if (school != null && !school.equals(entry.school())) {
                return Optional.of(Fault.OTHER_SCHOOL);
            }
            if (!head.equals(link.previous())) {
                return Optional.of(Fault.WRONG_PREVIOUS);
            }
            return hash(head, entry).equals(link.hash())
                    ? Optional.empty()
                    : Optional.of(Fault.CHANGED);
        }

        Verdict end() {
            return met
                    ? new Whole(head, expected - FIRST)
                    : new Broken(expected, Fault.HEAD_MISSING);
        }
    }
}
