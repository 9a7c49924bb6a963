// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.util.List;
import java.util.Set;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.transfer.store.ReceivedRows;
import school.lanyard.transfer.store.TransferRows;

/// Rebuilds from the ledger what the rows of children's files should say: which left, which came,
/// and the key that other schools seal them for. A key put in its place would open them elsewhere.
public final class TransferProof {

    private final Rebuilding of;

    private TransferProof(Rebuilding of) {
        this.of = of;
    }

    public static List<Comparison> compare(Rebuilding of) {
        var proof = new TransferProof(of);
        return List.of(
                proof.begun(), proof.made(), proof.confirmed(), proof.received(), proof.keys());
    }

    private Comparison begun() {
        var begun = new Comparison("files to send that are not what was begun");
        for (var told : of.told(Transfers.BEGUN)) {
            var content = told.entry().content();
            if (content == null) {
                continue;
            }
            var said = Transfers.JSON.readValue(content, Transfers.Begun.class);
            begun.told(
                    told.subjects(),
                    told.entry().actor().id(),
                    told.entry().at(),
                    said.leftOn(),
                    said.dueOn(),
                    json(new Transfers.To(said.school())));
        }
        for (var row : of.rows(sql -> new TransferRows(sql, of.school()).all())) {
            of.digest(row.keyId(), row.sealed(), Transfers.context(row.id()))
                    .ifPresent(digest ->
                            begun.found(
                                    Set.of(row.id(), row.person()),
                                    row.by(),
                                    row.at(),
                                    row.leftOn(),
                                    row.dueOn(),
                                    digest));
        }
        return begun;
    }

    private Comparison made() {
        var made = new Comparison("bundles that are not what was made");
        for (var told : of.told(Transfers.MADE)) {
            var content = told.entry().content();
            if (content != null) {
                made.told(
                        told.subjects(),
                        told.entry().actor().id(),
                        told.entry().at(),
                        Transfers.JSON.readValue(content, Transfers.Sent.class).manifestHash());
            }
        }
        var closed = closed(Transfers.MADE);
        of.rows(sql -> new TransferRows(sql, of.school()).everyBundle()).stream()
                .filter(row -> !closed.contains(row.transfer()))
                .forEach(row ->
                        made.found(
                                Set.of(row.transfer(), row.person()),
                                row.made().by(),
                                row.made().at(),
                                row.made().manifestHash()));
        return made;
    }

    private Comparison confirmed() {
        var confirmed = new Comparison("receipts of next schools that are not what was confirmed");
        for (var told : of.told(Transfers.CONFIRMED)) {
            var content = told.entry().content();
            if (content != null) {
                var said = Transfers.JSON.readValue(content, Transfers.HasIt.class);
                confirmed.told(
                        told.subjects(),
                        told.entry().actor().id(),
                        told.entry().at(),
                        said.on(),
                        json(new Transfers.How(said.how())));
            }
        }
        for (var row : of.rows(sql -> new TransferRows(sql, of.school()).everyReceipt())) {
            var receipt = row.receipt();
            of.digest(receipt.keyId(), receipt.sealed(), Transfers.context(receipt.id()))
                    .ifPresent(digest ->
                            confirmed.found(
                                    Set.of(row.transfer(), row.person()),
                                    receipt.by(),
                                    receipt.at(),
                                    receipt.confirmedOn(),
                                    digest));
        }
        return confirmed;
    }

    private Comparison received() {
        var received = new Comparison("files of children that are not what came");
        for (var told : of.told(Received.RECEIVED)) {
            var content = told.entry().content();
            if (content == null) {
                continue;
            }
            var origin = Received.JSON.readValue(content, Received.Origin.class);
            told.subjects()
                    .forEach(each ->
                            received.told(
                                    each,
                                    told.entry().actor().id(),
                                    told.entry().at(),
                                    origin.person(),
                                    Received.print(of.seals(), of.school(), origin.sha256()),
                                    origin.kept()));
        }
        for (var row : of.rows(sql -> new ReceivedRows(sql, of.school()).everything())) {
            of.digest(row.keyId(), row.sealed(), Received.context(row.caseId()))
                    .ifPresent(digest ->
                            received.found(
                                    row.caseId(),
                                    row.by(),
                                    row.at(),
                                    row.person(),
                                    row.print(),
                                    digest));
        }
        return received;
    }

    private Comparison keys() {
        var keys = new Comparison("keys for files of children that nobody here made");
        for (var told : of.told(Received.KEY_MADE)) {
            var content = told.entry().content();
            if (content != null) {
                var key = Received.JSON.readValue(content, Received.Published.class).publicKey();
                told.subjects().forEach(each -> keys.told(each, key));
            }
        }
        of.rows(sql -> new ReceivedRows(sql, of.school()).pairs())
                .forEach(row -> keys.found(row.id(), row.publicKey()));
        return keys;
    }

    /// Whose entries were disposed of.
    private Set<String> closed(String action) {
        return of.told(action).stream()
                .filter(told -> told.entry().content() == null)
                .flatMap(told -> told.subjects().stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String json(Object content) {
        return Rebuilding.digest(Transfers.JSON.writeValueAsString(content));
    }
}
