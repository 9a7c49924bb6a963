// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Json;
import school.lanyard.concerns.Report;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.notices.store.NoticeRows;
import school.lanyard.policy.Editions;

/// Rebuilds from the ledger what the rows of notices should say: which reports are of a kind with
/// clocks, and when somebody acknowledged and decided.
public final class NoticeProof {

    private final Rebuilding of;
    private final Editions editions;

    private NoticeProof(Rebuilding of) {
        this.of = of;
        this.editions = Editions.lookingBack(of.database(), of.ledger());
    }

    public static List<Comparison> compare(Rebuilding of) {
        var proof = new NoticeProof(of);
        var rows = of.rows(sql -> new NoticeRows(sql, of.school()).everything());
        return List.of(proof.kinds(rows), proof.clocks(rows));
    }

    private Comparison kinds(List<NoticeRows.Row> rows) {
        var kinds = new Comparison("notices whose kind or time is not what their report asks for");
        var edition = of.rows(sql -> new NoticeRows(sql, of.school()).editions());
        var closed = new HashSet<String>();
        for (var told : of.told(Concern.RECEIVED)) {
            var content = told.entry().content();
            if (content == null) {
                closed.addAll(told.subjects());
            } else {
                var report = Json.read(content, Report.class);
                told.subjects().forEach(concern -> tell(kinds, concern, report, edition));
            }
        }
        rows.stream()
                .filter(row -> !closed.contains(row.concern()))
                .forEach(row ->
                        kinds.found(
                                row.concern(), row.kind(), row.acknowledgeBy(), row.decideBy()));
        return kinds;
    }

    private void tell(
            Comparison kinds, String concern, Report report, Map<String, String> edition) {
        var under = edition.get(concern);
        var found = under == null ? null : editions.find(of.school(), under).orElse(null);
        var key = report.kind();
        if (found == null || key == null) {
            return;
        }
        var pack = found.pack();
        var kind = pack.kinds().get(key);
        if (kind != null) {
            kinds.told(
                    concern,
                    key,
                    NoticeIntake.due(pack, kind.acknowledge(), report),
                    NoticeIntake.due(pack, kind.decide(), report));
        }
    }

    private Comparison clocks(List<NoticeRows.Row> rows) {
        var clocks =
                new Comparison(
                        "notices that were acknowledged or decided at another time than the ledger"
                                + " says");
        var acknowledged = first(Notices.ACKNOWLEDGED);
        var decided = first(Notices.DECIDED);
        Set<String> done = new HashSet<>(acknowledged.keySet());
        done.addAll(decided.keySet());
        done.forEach(each -> clocks.told(each, acknowledged.get(each), decided.get(each)));
        rows.stream()
                .filter(row -> row.acknowledgedAt() != null || row.decidedAt() != null)
                .forEach(row -> clocks.found(row.concern(), row.acknowledgedAt(), row.decidedAt()));
        return clocks;
    }

    private Map<String, Instant> first(String action) {
        var first = new HashMap<String, Instant>();
        of.told(action)
                .forEach(told ->
                        told.subjects()
                                .forEach(each -> first.putIfAbsent(each, told.entry().at())));
        return first;
    }
}
