// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.store.ReviewRows;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Reviews of the policy, each with what made the school look at it again.
@Service
public final class Reviews {

    public static final int LONGEST = 500;

    /// A review.
    ///
    /// @param words about it; empty where nothing was said, and always about an incident
    public record Review(
            String id, Occasion occasion, String words, String openedBy, Instant openedAt) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Colleagues colleagues;
    private final InstantSource clock;

    public Reviews(
            Database database,
            Seals seals,
            Ledger ledger,
            Colleagues colleagues,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /// Opens a review, and tells those who draft the policy. One that says the same as an open one
    /// is that one.
    ///
    /// @return its id
    /// @throws IllegalArgumentException for words about an incident: a case could be known by them
    public String open(SignedIn who, Occasion occasion, String words) {
        if (!occasion.takesWords() && !words.isEmpty()) {
            throw new IllegalArgumentException("nothing is said about an incident");
        }
        var key = words.isEmpty() ? null : seals.newKey(who.schoolId(), KeyKind.POLICY);
        return database.write(
                who.schoolId(),
                tx -> {
                    var rows = new ReviewRows(tx.sql(), tx.school());
                    var same =
                            rows.open().stream()
                                    .map(row -> review(tx.school(), row))
                                    .filter(each -> each.occasion() == occasion)
                                    .filter(each -> each.words().equals(words))
                                    .findFirst();
                    if (same.isPresent()) {
                        return same.get().id();
                    }
                    var id = UUID.randomUUID().toString();
                    var sealed =
                            key == null
                                    ? null
                                    : seals.seal(
                                            tx.school(),
                                            key,
                                            words.getBytes(StandardCharsets.UTF_8),
                                            context(id));
                    rows.insert(
                            new ReviewRows.Row(
                                    id,
                                    occasion.key(),
                                    key,
                                    sealed,
                                    who.personId(),
                                    clock.instant()));
                    ledger.enter(
                            tx,
                            Note.of(
                                    clock.instant(),
                                    Actor.person(who.personId()),
                                    "policy-review.opened",
                                    id));
                    colleagues.tell(tx, Capability.EDIT_POLICY);
                    return id;
                });
    }

    /// Ends a review from which no edition comes: nothing had to change.
    ///
    /// @return false if it was over already
    public boolean end(SignedIn who, String review) {
        return database.write(
                who.schoolId(),
                tx -> {
                    var rows = new ReviewRows(tx.sql(), tx.school());
                    if (!rows.isOpen(review)) {
                        return false;
                    }
                    rows.end(review, who.personId(), clock.instant());
                    ledger.enter(
                            tx,
                            Note.of(
                                    clock.instant(),
                                    Actor.person(who.personId()),
                                    "policy-review.ended",
                                    review));
                    return true;
                });
    }

    public List<Review> open(String school) {
        return database.read(sql -> new ReviewRows(sql, school).open()).stream()
                .map(row -> review(school, row))
                .toList();
    }

    public Optional<Review> find(String school, String review) {
        return database.read(sql -> new ReviewRows(sql, school).find(review))
                .map(row -> review(school, row));
    }

    private Review review(String school, ReviewRows.Row row) {
        var key = row.keyId();
        var sealed = row.sealed();
        return new Review(
                row.id(),
                Occasion.of(row.occasion()).orElse(Occasion.OTHER),
                key == null || sealed == null
                        ? ""
                        : new String(
                                seals.open(school, key, sealed, context(row.id())),
                                StandardCharsets.UTF_8),
                row.openedBy(),
                row.openedAt());
    }

    private static String context(String id) {
        return "policy-review:" + id;
    }
}
