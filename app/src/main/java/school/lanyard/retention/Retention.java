// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.Births;
import school.lanyard.retention.store.HoldRows;
import school.lanyard.retention.store.KeptRows;
import school.lanyard.retention.store.ReviewRows;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// How long cases are kept. One person decides at a review, with the reason; to dispose of a case
/// takes a second one who may read it too. A hold stops everything.
@Service
public final class Retention {

    /// The ledger's word for looking at what is due.
    public static final String READ = "retention.read";

    static final String NOBODY =
            "A second person has to agree: somebody else who can read this case. There is nobody."
                    + " Let another post read it first.";

    static final String HELD = "retention.held";
    static final String RELEASED = "retention.released";
    static final String ASKED = "retention.asked";
    static final String KEPT = "retention.kept";
    static final String AGREED = "retention.agreed";
    static final String REFUSED = "retention.refused";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Births births;
    private final Keeping keeping;
    private final Disposals disposals;
    private final DueCases due;

    Retention(
            Database database,
            Seals seals,
            Ledger ledger,
            Births births,
            Keeping keeping,
            Disposals disposals) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.births = births;
        this.keeping = keeping;
        this.disposals = disposals;
        this.due = new DueCases(database, ledger, keeping);
    }

    /// Every ended case that the viewer may read, with how long it is kept. That they were looked
    /// at is entered first.
    public List<KeptCase> ended(Viewer viewer, Instant at) {
        var rows = database.read(sql -> new KeptRows(sql, viewer.school()).ended(viewer));
        if (!rows.isEmpty()) {
            ledger.enterRead(
                    viewer.school(),
                    at,
                    Actor.person(viewer.person()),
                    READ,
                    rows.stream().map(KeptRows.Row::id).toList());
        }
        return keeping.of(viewer, rows);
    }

    /// How many cases need somebody, without opening more than dates.
    ///
    /// @param waiting for a second person who is not the one who decided
    public record Size(int due, int waiting) {}

    public Size size(Viewer viewer) {
        return due.size(viewer);
    }

    /// One case that the viewer may read. That it was looked at is entered first.
    public Optional<KeptCase> find(Viewer viewer, String reference, Instant at) {
        var row = database.read(sql -> new KeptRows(sql, viewer.school()).find(reference, viewer));
        row.ifPresent(found ->
                ledger.enterRead(
                        viewer.school(),
                        at,
                        Actor.person(viewer.person()),
                        READ,
                        List.of(found.id())));
        return row.map(found -> keeping.of(viewer, List.of(found)).getFirst());
    }

    /// Holds a case back from disposal.
    public Answer hold(Viewer viewer, String reference, String reason, Instant at) {
        return change(
                viewer,
                reference,
                (tx, row) -> {
                    if (keeping.of(tx, viewer, row).hold() != null) {
                        return new Answer.Refused("This case is on hold already.");
                    }
                    var id = UUID.randomUUID().toString();
                    var reasons = new Reasons(seals, tx.school());
                    new HoldRows(tx.sql(), tx.school())
                            .hold(
                                    new HoldRows.Row(
                                            id,
                                            row.id(),
                                            row.keyId(),
                                            reasons.hold(row.keyId(), id, reason),
                                            viewer.person(),
                                            at));
                    enter(tx, viewer, HELD, row, new Said(reason), at);
                    return new Answer.Done();
                });
    }

    /// Ends a hold.
    public Answer release(Viewer viewer, String reference, String reason, Instant at) {
        return change(
                viewer,
                reference,
                (tx, row) -> {
                    var hold = keeping.of(tx, viewer, row).hold();
                    if (hold == null) {
                        return new Answer.Refused("This case is not on hold.");
                    }
                    var id = UUID.randomUUID().toString();
                    var reasons = new Reasons(seals, tx.school());
                    new HoldRows(tx.sql(), tx.school())
                            .end(
                                    hold.id(),
                                    new HoldRows.Row(
                                            id,
                                            row.id(),
                                            row.keyId(),
                                            reasons.hold(row.keyId(), id, reason),
                                            viewer.person(),
                                            at));
                    enter(tx, viewer, RELEASED, row, new Said(reason), at);
                    return new Answer.Done();
                });
    }

    /// Decides what becomes of a case whose time has come.
    public Answer review(
            Viewer viewer, String reference, Decision decision, String reason, Instant at) {
        return change(
                viewer, reference, (tx, row) -> review(tx, viewer, row, decision, reason, at));
    }

    private Answer review(
            Tx tx, Viewer viewer, KeptRows.Row row, Decision decision, String reason, Instant at) {
        var state = keeping.of(tx, viewer, row).on(viewer.today());
        if (state != KeptCase.State.DUE) {
            return new Answer.Refused(notDue(state));
        }
        if (decision instanceof Decision.Keep(var until) && !until.isAfter(viewer.today())) {
            return new Answer.Refused("The day of the next review must be in the future.");
        }
        if (decision instanceof Decision.Dispose
                && new KeptRows(tx.sql(), tx.school()).others(row.id(), viewer).isEmpty()) {
            return new Answer.Refused(NOBODY);
        }
        var id = UUID.randomUUID().toString();
        new ReviewRows(tx.sql(), tx.school())
                .add(
                        new ReviewRows.Row(
                                id,
                                row.id(),
                                decision instanceof Decision.Keep(var until) ? until : null,
                                row.keyId(),
                                new Reasons(seals, tx.school()).review(row.keyId(), id, reason),
                                viewer.person(),
                                at,
                                null));
        var disposes = decision instanceof Decision.Dispose;
        var until = decision instanceof Decision.Keep(var day) ? day : null;
        enter(tx, viewer, disposes ? ASKED : KEPT, row, new Said(reason, until), at);
        return disposes ? new Answer.Waits() : new Answer.Done();
    }

    private static String notDue(KeptCase.State state) {
        return switch (state) {
            case OPEN ->
                    "This case is open. It is reviewed once it has ended and its time is over.";
            case HELD -> "This case is on hold. End the hold first.";
            case WAITING -> "This case waits for a second person already.";
            case BIRTH_MISSING ->
                    "A date of birth is missing, so nobody can tell how long it is"
                            + " kept. Record it first.";
            case NOT_STATED ->
                    "The policy does not say how long such a case is kept, so it is kept.";
            case KEPT, DUE -> "The time of this case is not over.";
        };
    }

    /// A second person says whether a case may go. If they agree, its keys are destroyed.
    public Answer answer(Viewer viewer, String reference, boolean agreed, Instant at) {
        return change(viewer, reference, (tx, row) -> answer(tx, viewer, row, agreed, at));
    }

    private Answer answer(Tx tx, Viewer viewer, KeptRows.Row row, boolean agreed, Instant at) {
        var kept = keeping.of(tx, viewer, row);
        var waiting = kept.waiting();
        if (waiting == null || kept.endedAt() == null) {
            return new Answer.Refused("Nothing waits for a second person here.");
        }
        if (waiting.by().equals(viewer.person())) {
            return new Answer.Refused("Somebody else must decide this: not who asked.");
        }
        if (agreed && kept.hold() != null) {
            return new Answer.Refused(notDue(KeptCase.State.HELD));
        }
        if (agreed && (kept.term() == null || !kept.term().dueOn(viewer.today()))) {
            return new Answer.Refused(notDue(KeptCase.State.KEPT));
        }
        new ReviewRows(tx.sql(), tx.school()).answer(waiting.id(), agreed, viewer.person(), at);
        enter(tx, viewer, agreed ? AGREED : REFUSED, row, new Said(""), at);
        if (!agreed) {
            return new Answer.Done();
        }
        disposals.dispose(tx, row.id(), waiting.by(), viewer.person(), at);
        return new Answer.Disposed();
    }

    /// Records when somebody linked to a case was born.
    public Answer born(Viewer viewer, String reference, String person, LocalDate day, Instant at) {
        return change(
                viewer,
                reference,
                (tx, row) -> {
                    if (!keeping.of(tx, viewer, row).people().contains(person)) {
                        return new Answer.NotFound();
                    }
                    if (day.isAfter(SchoolTime.day(at)) || day.getYear() < 1900) {
                        return new Answer.Refused("The date of birth must be in the past.");
                    }
                    births.record(tx, Actor.person(viewer.person()), person, day, at);
                    return new Answer.Done();
                });
    }

    private Answer change(
            Viewer viewer, String reference, BiFunction<Tx, KeptRows.Row, Answer> what) {
        return database.write(
                viewer.school(),
                tx ->
                        new KeptRows(tx.sql(), tx.school())
                                .find(reference, viewer)
                                .map(row -> what.apply(tx, row))
                                .orElseGet(Answer.NotFound::new));
    }

    private void enter(
            Tx tx, Viewer viewer, String action, KeptRows.Row row, Said said, Instant at) {
        ledger.enter(
                tx,
                Note.of(at, Actor.person(viewer.person()), action, row.id())
                        .with(row.keyId(), JSON.writeValueAsString(said)));
    }

    /// What somebody decided and why, as the ledger keeps it.
    ///
    /// @param until when a review that kept the case has it looked at again
    record Said(String reason, @Nullable LocalDate until) {

        Said(String reason) {
            this(reason, null);
        }

        @Override
        public String toString() {
            return "Said";
        }
    }
}
