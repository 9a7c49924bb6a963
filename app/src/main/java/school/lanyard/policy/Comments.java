// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.store.AdoptionRows;
import school.lanyard.policy.store.CommentRows;
import school.lanyard.policy.store.CommentRows.Sealed;
import school.lanyard.policy.store.DraftRows;
import school.lanyard.sealing.Seals;

/// What staff and governors say about a draft, and the answers. None is ever taken away.
@Service
public final class Comments {

    public static final int LONGEST = 4000;

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final InstantSource clock;

    public Comments(Database database, Seals seals, Ledger ledger, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Comments on a draft that is open for them. The same words about the same part, sent again by
    /// the same person, are one comment.
    ///
    /// @return why not; absent if it is kept
    public Optional<String> add(SignedIn who, String draft, String about, String words) {
        return database.write(
                who.schoolId(),
                tx -> {
                    var consultation =
                            new DraftRows(tx.sql(), tx.school())
                                    .open()
                                    .filter(each -> each.id().equals(draft))
                                    .flatMap(_ ->
                                            new AdoptionRows(tx.sql(), tx.school())
                                                    .consultation(draft));
                    if (consultation.isEmpty()) {
                        return Optional.of("This draft is not open for comments any more.");
                    }
                    var rows = new CommentRows(tx.sql(), tx.school());
                    var again =
                            rows.of(draft).stream()
                                    .filter(each -> each.by().equals(who.personId()))
                                    .filter(each -> each.about().equals(about))
                                    .anyMatch(each -> open(tx.school(), each).equals(words));
                    if (!again) {
                        var id = UUID.randomUUID().toString();
                        var key = consultation.get().keyId();
                        rows.insert(draft, about, sealed(tx, who, id, key, words));
                        enter(tx, who, "policy-comment.made", draft, id);
                    }
                    return Optional.empty();
                });
    }

    /// Answers a comment.
    public Optional<String> answer(SignedIn who, String comment, String words) {
        if (!who.can(Capability.EDIT_POLICY)) {
            return Optional.of("Those who draft the policy answer comments.");
        }
        return database.write(
                who.schoolId(),
                tx -> {
                    var rows = new CommentRows(tx.sql(), tx.school());
                    var about = rows.find(comment);
                    if (about.isEmpty()) {
                        return Optional.of("There is no such comment.");
                    }
                    var again =
                            rows.answers(comment).stream()
                                    .filter(each -> each.by().equals(who.personId()))
                                    .anyMatch(each -> open(tx.school(), each).equals(words));
                    if (!again) {
                        var id = UUID.randomUUID().toString();
                        rows.answer(comment, sealed(tx, who, id, about.get().keyId(), words));
                        enter(tx, who, "policy-comment.answered", comment, id);
                    }
                    return Optional.empty();
                });
    }

    /// Every comment on a draft, oldest first.
    public List<Comment> on(String school, String draft) {
        return database.read(sql -> {
            var rows = new CommentRows(sql, school);
            return rows.of(draft).stream()
                    .map(each ->
                            new Comment(
                                    each.id(),
                                    each.about(),
                                    open(school, each),
                                    each.by(),
                                    each.at(),
                                    rows.answers(each.id()).stream()
                                            .map(answer ->
                                                    new Comment.Answer(
                                                            open(school, answer),
                                                            answer.by(),
                                                            answer.at()))
                                            .toList()))
                    .toList();
        });
    }

    /// How many comments on a draft nobody has answered.
    public int unanswered(String school, String draft) {
        return database.read(sql -> new CommentRows(sql, school).unanswered(draft));
    }

    /// Whether somebody has commented on a draft.
    public boolean has(String school, String draft, String person) {
        return database.read(sql ->
                new CommentRows(sql, school)
                        .of(draft).stream().anyMatch(each -> each.by().equals(person)));
    }

    private Sealed sealed(Tx tx, SignedIn who, String id, String key, String words) {
        var bytes =
                seals.seal(tx.school(), key, words.getBytes(StandardCharsets.UTF_8), context(id));
        return new Sealed(id, "", key, bytes, who.personId(), clock.instant());
    }

    private String open(String school, Sealed sealed) {
        return new String(
                seals.open(school, sealed.keyId(), sealed.sealed(), context(sealed.id())),
                StandardCharsets.UTF_8);
    }

    private void enter(Tx tx, SignedIn who, String action, String... subjects) {
        ledger.enter(tx, Note.of(clock.instant(), Actor.person(who.personId()), action, subjects));
    }

    private static String context(String id) {
        return "policy-comment:" + id;
    }
}
