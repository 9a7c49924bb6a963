// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Json;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.notices.store.NoticeRows;

/// The notices of every school: acknowledged and decided by whoever may read them.
@Service
public final class Notices {

    static final String ACKNOWLEDGED = "notice.acknowledged";
    static final String DECIDED = "notice.decided";
    static final String KNOWN = "notice.known";

    /// What was done about a notice, with who did it as an opaque id.
    ///
    /// @param known when somebody at school first knew, where that is what was recorded
    public record Done(
            Instant at, String by, @Nullable Decision decision, @Nullable Instant known) {}

    /// When somebody at school first knew, as the ledger keeps it.
    record Known(Instant at) {}

    private final Database database;
    private final Ledger ledger;

    Notices(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// The notice of a concern that the viewer has open.
    public Optional<Notice> of(Viewer viewer, String concern) {
        return database.read(sql -> new NoticeRows(sql, viewer.school()).of(concern, viewer));
    }

    /// What was done about it so far; its read is entered with the concern's.
    public List<Done> done(Viewer viewer, String concern) {
        return ledger.about(viewer.school(), concern, "notice.").stream()
                .filter(entry -> !entry.action().equals(DECIDED) || entry.content() != null)
                .map(entry ->
                        new Done(
                                entry.at(),
                                entry.actor().id(),
                                entry.action().equals(DECIDED)
                                        ? Json.read(entry.opened(), Decision.class)
                                        : null,
                                entry.action().equals(KNOWN)
                                        ? Json.read(entry.opened(), Known.class).at()
                                        : null))
                .toList();
    }

    /// Notices on which a clock runs, for whoever may read them.
    public List<Notice> waiting(Viewer viewer) {
        return database.read(sql -> new NoticeRows(sql, viewer.school()).waiting(viewer));
    }

    /// Those of some kinds that the viewer may read.
    public List<Notice> ofKinds(Viewer viewer, Collection<String> kinds) {
        return database.read(sql -> new NoticeRows(sql, viewer.school()).ofKinds(kinds, viewer));
    }

    /// Somebody says that they have it. Saying it again changes nothing.
    ///
    /// @return whether the viewer may
    public boolean acknowledge(Viewer viewer, String concern, Instant at) {
        return change(
                viewer,
                concern,
                Notice::waitsForAcknowledgement,
                tx -> {
                    new NoticeRows(tx.sql(), tx.school()).acknowledge(concern, at);
                    ledger.enter(
                            tx, Note.of(at, Actor.person(viewer.person()), ACKNOWLEDGED, concern));
                });
    }

    /// Somebody says when it was first known at school, which the time to decide is counted from:
    /// as often as they learn better, until it is decided, and never later than the report.
    ///
    /// @param keyId the concern's key
    /// @param length of the time to decide
    /// @return whether the viewer may
    public boolean know(
            Viewer viewer,
            String concern,
            String keyId,
            Instant known,
            TemporalAmount length,
            Instant at) {
        return change(
                viewer,
                concern,
                notice ->
                        notice.waitsForDecision()
                                && !known.isAfter(notice.receivedAt())
                                && !known.equals(notice.knownAt()),
                tx -> {
                    new NoticeRows(tx.sql(), tx.school())
                            .know(concern, known, SchoolTime.after(known, length));
                    ledger.enter(
                            tx,
                            Note.of(at, Actor.person(viewer.person()), KNOWN, concern)
                                    .with(keyId, Json.write(new Known(known))));
                });
    }

    /// Somebody decides. A second decision changes nothing: what comes later stands in the incident
    /// or the answer.
    ///
    /// @param keyId the concern's key
    /// @return whether the viewer may
    public boolean decide(
            Viewer viewer, String concern, String keyId, Decision decision, Instant at) {
        return change(
                viewer,
                concern,
                Notice::waitsForDecision,
                tx -> {
                    new NoticeRows(tx.sql(), tx.school()).decide(concern, at);
                    ledger.enter(
                            tx,
                            Note.of(at, Actor.person(viewer.person()), DECIDED, concern)
                                    .with(keyId, Json.write(decision)));
                });
    }

    private boolean change(
            Viewer viewer,
            String concern,
            Predicate<Notice> waits,
            java.util.function.Consumer<Tx> work) {
        return database.write(
                viewer.school(),
                tx -> {
                    var notice = new NoticeRows(tx.sql(), tx.school()).of(concern, viewer);
                    if (notice.filter(waits).isPresent()) {
                        work.accept(tx);
                    }
                    return notice.isPresent();
                });
    }
}
