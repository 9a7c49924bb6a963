// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.ledger.Chain;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Link;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.store.Chains;
import school.lanyard.ledger.store.Entries;
import school.lanyard.ledger.store.Witnesses;

/// Proves the chains of a whole database. It needs no key and writes nothing, so an auditor can do
/// it on a copy.
///
/// @param school whose chain it is, as an opaque id
/// @param missing what the school's other rows say and the chain does not
/// @param holdsHead whether the chain contains the head that was asked about
public record Proof(String school, Verdict verdict, List<Missing> missing, boolean holdsHead) {

    public Proof {
        missing = List.copyOf(missing);
    }

    /// Whether the chain holds and bears out every row that it should.
    public boolean whole() {
        return verdict instanceof Verdict.Whole && missing.isEmpty();
    }

    /// Reads every chain from its first entry to its last.
    ///
    /// @param printed a head known from elsewhere, such as one printed on a report
    public static List<Proof> of(Database database, @Nullable Hash printed) {
        return database.read(sql -> of(sql, printed));
    }

    /// As {@link #of(Database, Hash)}, on a connection of the caller's own, such as a snapshot's.
    public static List<Proof> of(DSLContext sql, @Nullable Hash printed) {
        return Chains.all(sql).stream().map(school -> of(sql, school, printed)).toList();
    }

    private static Proof of(DSLContext sql, String school, @Nullable Hash printed) {
        var entries = new Entries(sql, school);
        return new Proof(
                school,
                verdict(entries),
                missing(new Witnesses(sql, school)),
                printed != null && contains(entries.links(), printed));
    }

    private static List<Missing> missing(Witnesses witnesses) {
        return Stream.of(
                        new Missing(Missing.Kind.CONCERN, witnesses.concerns()),
                        new Missing(Missing.Kind.INCIDENT, witnesses.incidents()),
                        new Missing(Missing.Kind.APPOINTMENT, witnesses.appointments()))
                .filter(missing -> missing.count() > 0)
                .toList();
    }

    /// The chain must reach the head that is on record and go no further. A server may be adding to
    /// it, so the head is read before and after.
    static Verdict verdict(Entries entries) {
        var before = entries.head();
        var verdict = Chain.verify(entries.links(), before.hash());
        if (verdict instanceof Verdict.Whole(_, var count)
                && (count < before.sequence() || count > entries.head().sequence())) {
            return new Verdict.Broken(
                    Math.min(count, before.sequence()) + 1, Verdict.Fault.HEAD_MISSING);
        }
        return verdict;
    }

    private static boolean contains(Stream<Link> links, Hash printed) {
        return links.anyMatch(link -> link.hash().equals(printed));
    }
}
