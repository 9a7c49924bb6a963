// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.ledger.Rebuilding.Told;
import school.lanyard.retention.store.DisposalRows;
import school.lanyard.retention.store.HoldRows;
import school.lanyard.retention.store.ReviewRows;

/// Rebuilds from the ledger what was decided of how long cases are kept. Whoever took a hold away
/// would have a case disposed of that a court asked for.
public final class RetentionProof {

    /// The ledger's word for a restore, which disposes again of what was disposed of.
    private static final String RESTORED = "records.restored";

    /// Who then decided, in place of two people.
    private static final String RESTORE = "restore";

    private final Rebuilding of;

    private RetentionProof(Rebuilding of) {
        this.of = of;
    }

    public static List<Comparison> compare(Rebuilding of) {
        var proof = new RetentionProof(of);
        return List.of(
                proof.reasons(
                        "holds on cases that are not what the ledger says",
                        Retention.HELD,
                        of.rows(sql -> new HoldRows(sql, of.school()).everyHold())),
                proof.reasons(
                        "holds on cases that did not end as the ledger says",
                        Retention.RELEASED,
                        of.rows(sql -> new HoldRows(sql, of.school()).everyEnd())),
                proof.reviews(),
                proof.answers(),
                proof.disposals());
    }

    private Comparison reasons(String words, String action, List<HoldRows.Row> rows) {
        var reasons = new Comparison(words);
        for (var told : of.told(action)) {
            var content = told.entry().content();
            if (content != null) {
                reasons.told(
                        one(told),
                        told.entry().actor().id(),
                        told.entry().at(),
                        Rebuilding.digest(said(content).reason()));
            }
        }
        for (var row : rows) {
            of.digest(row.keyId(), row.sealed(), Reasons.HOLD + row.id())
                    .ifPresent(digest -> reasons.found(row.caseId(), row.by(), row.at(), digest));
        }
        return reasons;
    }

    private Comparison reviews() {
        var reviews = new Comparison("reviews of cases that are not what was decided");
        for (var told : of.told(Retention.ASKED, Retention.KEPT)) {
            var content = told.entry().content();
            if (content != null) {
                reviews.told(
                        one(told),
                        told.entry().actor().id(),
                        told.entry().at(),
                        said(content).until(),
                        Rebuilding.digest(said(content).reason()));
            }
        }
        for (var row : of.rows(sql -> new ReviewRows(sql, of.school()).everything())) {
            of.digest(row.keyId(), row.sealed(), Reasons.REVIEW + row.id())
                    .ifPresent(digest ->
                            reviews.found(
                                    row.caseId(), row.by(), row.at(), row.keepUntil(), digest));
        }
        return reviews;
    }

    private Comparison answers() {
        var answers = new Comparison("answers to reviews that are not what a second person said");
        for (var told : of.told(Retention.AGREED, Retention.REFUSED)) {
            answers.told(
                    one(told),
                    told.entry().action().equals(Retention.AGREED),
                    told.entry().actor().id(),
                    told.entry().at());
        }
        of.rows(sql -> new ReviewRows(sql, of.school()).everyAnswer())
                .forEach(row -> answers.found(row.caseId(), row.agreed(), row.by(), row.at()));
        return answers;
    }

    private Comparison disposals() {
        var disposals = new Comparison("disposals that nobody decided, or that others decided");
        var asked = new HashMap<String, String>();
        of.told(Retention.ASKED).forEach(told -> asked.put(one(told), told.entry().actor().id()));
        var agreed = agreed();
        for (var told : of.told(Disposals.DISPOSED)) {
            var by = told.entry().actor().id();
            var whole = agreed.getOrDefault(List.of(by, told.entry().at()), "");
            told.subjects()
                    .forEach(each ->
                            disposals.told(each, whole, asked.get(whole), by, told.entry().at()));
        }
        var restores =
                of.told(RESTORED).stream()
                        .map(told -> told.entry().at())
                        .collect(Collectors.toSet());
        of.rows(sql -> new DisposalRows(sql, of.school()).everything()).stream()
                .filter(row -> !(row.agreedBy().equals(RESTORE) && restores.contains(row.at())))
                .forEach(row ->
                        disposals.found(
                                row.caseId(),
                                row.withCase(),
                                row.decidedBy(),
                                row.agreedBy(),
                                row.at()));
        return disposals;
    }

    /// Which case somebody agreed to dispose of at a moment.
    private Map<List<Object>, String> agreed() {
        var agreed = new HashMap<List<Object>, String>();
        for (var told : of.told(Retention.AGREED)) {
            Instant at = told.entry().at();
            agreed.put(List.of(told.entry().actor().id(), at), one(told));
        }
        return agreed;
    }

    private static Retention.Said said(String content) {
        return Retention.JSON.readValue(content, Retention.Said.class);
    }

    private static String one(Told told) {
        return told.subjects().stream().findFirst().orElse("");
    }
}
