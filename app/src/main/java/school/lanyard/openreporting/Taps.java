// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Json;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.ledger.Recorded;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.openreporting.ClassTablet.GrownUp;
import school.lanyard.openreporting.store.TabletRows;
import school.lanyard.sealing.Seals;

/// What children press on class tablets. The first press makes a concern, which goes where the
/// policy sends it; the same picture pressed again soon after belongs to it.
@Service
public final class Taps {

    /// The same picture on the same tablet within this time is one child who presses again.
    static final Duration ONE_SIGNAL = Duration.ofMinutes(2);

    /// So many presses of one signal are entered; more say nothing new, and a tablet in the wrong
    /// hands must not fill the ledger.
    static final int MOST_PRESSES = 20;

    /// How long after pressing a child can say that it was a mistake.
    static final Duration TO_TAKE_BACK = Duration.ofMinutes(5);

    static final String TAPPED = "tablet.tapped";
    static final String TAKEN_BACK = "tablet.taken-back";
    static final String CALLED = "tablet.called";
    static final String CALL_ANSWERED = "tablet.call-answered";

    /// What is sealed of a call: whom the child asked for.
    record Wanted(String person) {}

    /// What is sealed of one press.
    ///
    /// @param grownUp whom the child pressed as well; empty where nobody
    record Pressed(String picture, String grownUp) {
        @Override
        public String toString() {
            return "Pressed";
        }
    }

    /// What came from a tablet, for whoever handles it.
    ///
    /// @param presses when, and whom the child asked for
    public record History(List<Press> presses, @Nullable Instant takenBackAt, List<Called> called) {

        public History {
            presses = List.copyOf(presses);
            called = List.copyOf(called);
        }
    }

    /// One press of one picture.
    ///
    /// @param grownUp as the children call them; empty where the child pressed nobody
    public record Press(Instant at, Picture picture, String grownUp) {}

    /// A grown-up whose face was pressed.
    ///
    /// @param goneAt when they said that they went to the child
    public record Called(String person, Instant at, @Nullable Instant goneAt) {}

    /// A child who asked for somebody.
    public record Asked(String id, String className, Instant at) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Concerns concerns;
    private final ClassTablets tablets;
    private final Outbox outbox;
    private final InstantSource clock;

    Taps(
            Database database,
            Seals seals,
            Ledger ledger,
            Concerns concerns,
            ClassTablets tablets,
            Outbox outbox,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.concerns = concerns;
        this.tablets = tablets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Takes one press. When this returns, it is on disk.
    ///
    /// @param grownUp whom the child chose as well; absent where nobody
    public void press(ClassTablet tablet, Picture picture, @Nullable GrownUp grownUp) {
        var now = clock.instant();
        var print = print(seals, tablet.school(), tablet.id(), picture.key());
        var pressed = new Pressed(picture.key(), grownUp == null ? "" : grownUp.name());
        var again =
                database.write(
                        tablet.school(),
                        tx -> {
                            var rows = new TabletRows(tx.sql(), tx.school());
                            var before = rows.same(tablet.id(), print, now.minus(ONE_SIGNAL));
                            before.ifPresent(signal -> {
                                if (isWorthAnEntry(tx, signal.concern())) {
                                    rows.again(signal.concern(), now);
                                    enter(
                                            tx,
                                            tablet,
                                            signal.concern(),
                                            signal.keyId(),
                                            pressed,
                                            now);
                                }
                                call(tx, tablet, signal.concern(), signal.keyId(), grownUp, now);
                            });
                            return before.isPresent();
                        });
        if (!again) {
            concerns.receive(
                    new Viewer(tablet.school(), tablet.id(), SchoolTime.day(now)),
                    draft(tablet.school(), print),
                    report(tablet, picture, now),
                    (tx, concern, key) -> {
                        new TabletRows(tx.sql(), tx.school())
                                .signal(concern, tablet.id(), print, now);
                        enter(tx, tablet, concern, key, pressed, now);
                        call(tx, tablet, concern, key, grownUp, now);
                    });
        }
    }

    private boolean isWorthAnEntry(Tx tx, String concern) {
        return ledger.about(tx, concern, TAPPED).size() < MOST_PRESSES;
    }

    static String print(Seals seals, String school, String tablet, String picture) {
        return seals.print(school, "tablet-picture", tablet + picture);
    }

    /// Two presses at once, before either is on disk, are one; a press after one that was taken
    /// back is another.
    private String draft(String school, String print) {
        var before = database.read(sql -> new TabletRows(sql, school).count(print));
        return UUID.nameUUIDFromBytes((print + before).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Report report(ClassTablet tablet, Picture picture, Instant now) {
        var at = now.atZone(SchoolTime.ZONE);
        return new Report(
                List.of(),
                List.of(),
                "A child pressed “%s” on the class tablet of %s and asked for a grown-up."
                        .formatted(picture.words(), tablet.shown().className()),
                "",
                at.toLocalDate(),
                at.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                "",
                Report.Place.ON_SITE,
                tablet.shown().className(),
                "Class tablet",
                picture.isUrgent(),
                picture.isUrgent() ? "A child in " + tablet.shown().className() : "",
                now,
                Origin.of(Origin.Way.CLASS_TABLET),
                null);
    }

    private void enter(
            Tx tx, ClassTablet tablet, String concern, String key, Pressed pressed, Instant now) {
        ledger.enter(
                tx,
                Note.of(now, new Actor(tablet.id()), TAPPED, concern)
                        .with(key, Json.write(pressed)));
    }

    private void call(
            Tx tx,
            ClassTablet tablet,
            String concern,
            String key,
            @Nullable GrownUp grownUp,
            Instant now) {
        var rows = new TabletRows(tx.sql(), tx.school());
        if (grownUp != null && !rows.isCalled(concern, grownUp.person())) {
            var id = UUID.randomUUID().toString();
            rows.call(id, concern, tablet.id(), grownUp.person(), now);
            ledger.enter(
                    tx,
                    Note.of(now, new Actor(tablet.id()), CALLED, concern, id)
                            .with(key, Json.write(new Wanted(grownUp.person()))));
            outbox.queue(tx, grownUp.person(), MailKind.NEEDS_YOU, "/sign-in");
        }
    }

    /// The child says that it was a mistake. Whoever handles it sees both: a child may have been
    /// told to press it away.
    ///
    /// @return whether there was anything to take back
    public boolean takeBack(ClassTablet tablet) {
        var now = clock.instant();
        return database.write(
                tablet.school(),
                tx -> {
                    var rows = new TabletRows(tx.sql(), tx.school());
                    var last =
                            rows.last(tablet.id(), now.minus(TO_TAKE_BACK))
                                    .filter(signal -> signal.takenBackAt() == null);
                    last.ifPresent(signal -> {
                        rows.takeBack(signal.concern(), now);
                        ledger.enter(
                                tx,
                                Note.of(now, new Actor(tablet.id()), TAKEN_BACK, signal.concern()));
                    });
                    return last.isPresent();
                });
    }

    /// What was pressed in a concern that the viewer has open; its read is entered already.
    public Optional<History> of(Viewer viewer, String concern) {
        return database.read(sql -> {
            var rows = new TabletRows(sql, viewer.school());
            return rows.of(concern, viewer)
                    .map(signal ->
                            new History(
                                    ledger.about(viewer.school(), concern, TAPPED).stream()
                                            .map(Taps::press)
                                            .toList(),
                                    signal.takenBackAt(),
                                    rows.callsOf(concern).stream()
                                            .map(call ->
                                                    new Called(
                                                            call.person(),
                                                            call.calledAt(),
                                                            call.goneAt()))
                                            .toList()));
        });
    }

    private static Press press(Recorded entry) {
        var pressed = Json.read(entry.opened(), Pressed.class);
        return new Press(
                entry.at(), Picture.of(pressed.picture()).orElseThrow(), pressed.grownUp());
    }

    /// Children who asked for somebody, and to whom they have not said that they went.
    public List<Asked> askedFor(Viewer viewer) {
        return database
                .read(sql -> new TabletRows(sql, viewer.school()).callsFor(viewer.person()))
                .stream()
                .map(call ->
                        new Asked(
                                call.id(),
                                tablets.className(viewer.school(), call.tablet()),
                                call.calledAt()))
                .toList();
    }

    /// How many there are, without opening anything.
    public int waiting(Viewer viewer) {
        return database.read(
                sql -> new TabletRows(sql, viewer.school()).callsFor(viewer.person()).size());
    }

    /// Somebody says that they went to the child who asked for them.
    ///
    /// @return whether it was theirs to say
    public boolean gone(Viewer viewer, String call) {
        return database.write(
                viewer.school(),
                tx -> {
                    var now = clock.instant();
                    var theirs =
                            new TabletRows(tx.sql(), tx.school()).gone(call, viewer.person(), now);
                    if (theirs) {
                        ledger.enter(
                                tx,
                                Note.of(now, Actor.person(viewer.person()), CALL_ANSWERED, call));
                    }
                    return theirs;
                });
    }
}
