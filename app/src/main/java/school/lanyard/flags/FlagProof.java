// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import school.lanyard.flags.store.FlagRows;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;

/// Rebuilds from the ledger what stands about children. The door closes cases to a guardian who
/// must not be told by these rows.
public final class FlagProof {

    private FlagProof() {}

    public static List<Comparison> compare(Rebuilding of) {
        var rows = of.rows(sql -> new FlagRows(sql, of.school()).everything());
        return List.of(set(of, rows), ended(of, rows));
    }

    private static Comparison set(Rebuilding of, List<FlagRows.Row> rows) {
        var set = new Comparison("flags of children that are not what was set");
        for (var told : of.told(Flags.SET)) {
            var content = told.entry().content();
            if (content == null) {
                continue;
            }
            var flag = Flags.JSON.readValue(content, Flags.Setting.class);
            if (flag.said() != null) {
                set.told(
                        flag.flag(),
                        flag.person(),
                        flag.guardian(),
                        flag.since(),
                        told.entry().actor().id(),
                        told.entry().at(),
                        Rebuilding.digest(Flags.JSON.writeValueAsString(flag.said())));
            }
        }
        for (var row : rows) {
            of.digest(row.keyId(), row.sealed(), Flags.context(row.id()))
                    .ifPresent(digest ->
                            set.found(
                                    row.id(),
                                    row.person(),
                                    row.guardian(),
                                    row.since(),
                                    row.setBy(),
                                    row.setAt(),
                                    digest));
        }
        return set;
    }

    private static Comparison ended(Rebuilding of, List<FlagRows.Row> rows) {
        var ended = new Comparison("flags of children that were not ended as the ledger says");
        var seen = new HashSet<Set<String>>();
        for (var told : of.told(Flags.ENDED)) {
            if (seen.add(told.subjects())) {
                ended.told(told.subjects(), told.entry().actor().id(), told.entry().at());
            }
        }
        rows.stream()
                .filter(row -> row.endedAt() != null)
                .forEach(row ->
                        ended.found(Set.of(row.id(), row.person()), row.endedBy(), row.endedAt()));
        return ended;
    }
}
