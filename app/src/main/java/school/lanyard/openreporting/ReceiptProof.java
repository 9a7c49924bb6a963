// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Json;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.openreporting.store.ReceiptRows;

/// Rebuilds from the ledger which code opens which anonymous report, and who waits for an answer.
/// Whoever could change a print would read the reporter's side with a code of their own.
final class ReceiptProof {

    private final Rebuilding of;

    private ReceiptProof(Rebuilding of) {
        this.of = of;
    }

    static List<Comparison> compare(Rebuilding of) {
        var rows = of.rows(sql -> new ReceiptRows(sql, of.school()).everything());
        var proof = new ReceiptProof(of);
        return List.of(proof.codes(rows), proof.waiting(rows));
    }

    private Comparison codes(List<ReceiptRows.Stored> rows) {
        var codes = new Comparison("receipts that another code opens than the one that was given");
        var closed = new HashSet<String>();
        for (var told : of.told(Conversations.BEGUN)) {
            var content = told.entry().content();
            if (content == null) {
                closed.addAll(told.subjects());
            } else {
                var print = Json.read(content, Conversations.Begun.class).print();
                told.subjects()
                        .forEach(concern -> codes.told(told.entry().actor().id(), concern, print));
            }
        }
        rows.stream()
                .filter(row -> !closed.contains(row.concern()))
                .forEach(row -> codes.found(row.id(), row.concern(), row.print()));
        return codes;
    }

    private Comparison waiting(List<ReceiptRows.Stored> rows) {
        var waiting = new Comparison("receipts whose reporter waits since another time");
        var since = new HashMap<String, @Nullable Instant>();
        for (var told : of.told(Message.Kind.SAID.action(), Message.Kind.ANSWERED.action())) {
            var said = told.entry().action().equals(Message.Kind.SAID.action());
            for (var concern : told.subjects()) {
                if (!said) {
                    since.put(concern, null);
                } else if (since.get(concern) == null) {
                    since.put(concern, told.entry().at());
                }
            }
        }
        since.forEach((concern, at) -> {
            if (at != null) {
                waiting.told(concern, at);
            }
        });
        rows.stream()
                .filter(row -> row.waitingSince() != null)
                .forEach(row -> waiting.found(row.concern(), row.waitingSince()));
        return waiting;
    }
}
