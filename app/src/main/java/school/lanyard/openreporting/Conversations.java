// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Json;
import school.lanyard.concerns.Receipt;
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
import school.lanyard.openreporting.store.ReceiptRows;
import school.lanyard.sealing.Seals;

/// Anonymous reports and what is written about them afterwards, both ways. The reporter is known by
/// a receipt: a code that only they have, and an id that stands for them in the ledger.
@Service
public final class Conversations {

    /// The longest that one message may be.
    public static final int LONGEST = 5_000;

    /// So many messages wait unread at most; more would only hide the first ones. Another report
    /// can always be made.
    public static final int MOST_UNANSWERED = 50;

    private static final String READ = "conversation.read";

    /// A reporter's own looks are in the ledger and in nobody's access log.
    private static final String REVISITED = "conversation.revisited";

    /// Twenty letters and digits, near a hundred bits: nobody finds one by trying.
    private static final int GROUPS = 5;

    private static final String PREFIX = "conversation.";

    /// The ledger's word for a receipt that was given; whoever has its code reads this side.
    static final String BEGUN = "conversation.begun";

    /// Which code opens it, as a keyed print.
    record Begun(String print) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /// What a reporter is given, once.
    public record Given(String code, Receipt receipt) {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /// One side of a conversation, as far as it may be seen there.
    public record Side(ReceiptRows.Row row, List<Message> messages) {

        public Side {
            messages = List.copyOf(messages);
        }

        public String receipt() {
            return row.id();
        }

        public boolean waits() {
            return row.waitingSince() != null;
        }
    }

    /// A conversation in a list.
    public record Listed(String reference, Instant openedAt, boolean waits) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Concerns concerns;
    private final Outbox outbox;
    private final OpenForms forms;
    private final InstantSource clock;

    Conversations(
            Database database,
            Seals seals,
            Ledger ledger,
            Concerns concerns,
            Outbox outbox,
            OpenForms forms,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.concerns = concerns;
        this.outbox = outbox;
        this.forms = forms;
        this.clock = clock;
    }

    /// Receives a report without a name. The same form sent again gives the same code.
    ///
    /// @param form what proves the form; the code is made from it, and it is not kept
    public Given receive(
            String school, String form, Map<String, List<String>> said, Report report) {
        var code = Codes.of(forms.print(school, "anonymous-code", form, said), GROUPS);
        var print = print(school, code);
        var id = forms.id(school, "anonymous-id", form, said);
        var receipt =
                concerns.receive(
                        reporter(school, id),
                        forms.draft(school, form, said),
                        report,
                        (tx, concern, key) -> {
                            new ReceiptRows(tx.sql(), school).add(id, print, concern);
                            ledger.enter(
                                    tx,
                                    Note.of(clock.instant(), new Actor(id), BEGUN, concern)
                                            .with(key, Json.write(new Begun(print))));
                        });
        return new Given(code, receipt);
    }

    /// The reporter's side, for whoever has the code; the read is entered first.
    public Optional<Side> open(String school, String code) {
        return database.read(sql ->
                        new ReceiptRows(sql, school).byPrint(print(school, Codes.plain(code))))
                .map(row -> side(school, row));
    }

    /// The same for somebody who showed their code a moment ago.
    public Optional<Side> openAgain(String school, String receipt) {
        return database.read(sql -> new ReceiptRows(sql, school).find(receipt))
                .map(row -> side(school, row));
    }

    private Side side(String school, ReceiptRows.Row row) {
        ledger.enterRead(
                school, clock.instant(), new Actor(row.id()), REVISITED, List.of(row.concern()));
        return new Side(
                row,
                messages(school, row).stream()
                        .filter(message -> message.kind() != Message.Kind.NOTED)
                        .toList());
    }

    /// What became of the report, as far as its reporter may know.
    public Optional<Receipt> receipt(String school, String receipt) {
        return concerns.onlyReceipt(reporter(school, receipt));
    }

    /// Takes what the reporter writes, and tells whoever handles it that something needs them, once
    /// until they have answered.
    ///
    /// @param id of the form it was sent with; the same form sent again changes nothing
    /// @return false where too many of theirs wait to be read
    public boolean say(String school, String receipt, String id, String text) {
        return database.write(
                school,
                tx -> {
                    var rows = new ReceiptRows(tx.sql(), school);
                    var row = rows.find(receipt).orElseThrow();
                    var now = clock.instant();
                    var before = ledger.about(tx, row.concern(), PREFIX);
                    if (before.stream().anyMatch(entry -> sentWith(entry, id))) {
                        return true;
                    }
                    if (unanswered(before) >= MOST_UNANSWERED) {
                        return false;
                    }
                    enter(tx, row, Message.Kind.SAID, new Actor(receipt), id, text, now);
                    if (row.waitingSince() == null) {
                        rows.waits(receipt, now);
                        tell(tx, row);
                    }
                    return true;
                });
    }

    private static long unanswered(List<Recorded> before) {
        var said = 0;
        for (var entry : before) {
            if (entry.action().equals(Message.Kind.SAID.action())) {
                said++;
            } else if (entry.action().equals(Message.Kind.ANSWERED.action())) {
                said = 0;
            }
        }
        return said;
    }

    /// The handlers' side of a concern that the viewer has open.
    public Optional<Side> of(Viewer viewer, String concern) {
        return database.read(sql -> new ReceiptRows(sql, viewer.school()).of(concern, viewer))
                .map(row -> {
                    ledger.enterRead(
                            viewer.school(),
                            clock.instant(),
                            Actor.person(viewer.person()),
                            READ,
                            List.of(row.concern()));
                    return new Side(row, messages(viewer.school(), row));
                });
    }

    /// Takes what a handler writes, to the reporter or to the other handlers.
    ///
    /// @return whether the viewer may write there
    public boolean write(Viewer viewer, String concern, Message.Kind kind, String id, String text) {
        return database.write(
                viewer.school(),
                tx -> {
                    var rows = new ReceiptRows(tx.sql(), viewer.school());
                    var row = rows.of(concern, viewer);
                    row.ifPresent(found -> {
                        var before = ledger.about(tx, found.concern(), PREFIX);
                        if (before.stream().noneMatch(entry -> sentWith(entry, id))) {
                            enter(
                                    tx,
                                    found,
                                    kind,
                                    Actor.person(viewer.person()),
                                    id,
                                    text,
                                    clock.instant());
                            if (kind == Message.Kind.ANSWERED) {
                                rows.waits(found.id(), null);
                            }
                        }
                    });
                    return row.isPresent();
                });
    }

    /// Every conversation that the viewer may read.
    public List<Listed> all(Viewer viewer) {
        var rows = database.read(sql -> new ReceiptRows(sql, viewer.school()).all(viewer));
        if (!rows.isEmpty()) {
            ledger.enterRead(
                    viewer.school(),
                    clock.instant(),
                    Actor.person(viewer.person()),
                    "conversation.listed",
                    rows.stream().map(ReceiptRows.Row::concern).toList());
        }
        return rows.stream()
                .map(row -> new Listed(row.reference(), row.openedAt(), row.waitingSince() != null))
                .toList();
    }

    /// How many wait for an answer.
    public int waiting(Viewer viewer) {
        return database.read(sql -> new ReceiptRows(sql, viewer.school()).waiting(viewer));
    }

    private void enter(
            Tx tx,
            ReceiptRows.Row row,
            Message.Kind kind,
            Actor by,
            String id,
            String text,
            Instant at) {
        ledger.enter(
                tx,
                Note.of(at, by, kind.action(), row.concern())
                        .with(row.keyId(), Json.write(new Message.Written(id, text))));
    }

    private static boolean sentWith(Recorded entry, String id) {
        return entry.content() != null
                && Message.Kind.of(entry.action()).isPresent()
                && Json.read(entry.opened(), Message.Written.class).id().equals(id);
    }

    private void tell(Tx tx, ReceiptRows.Row row) {
        Door.readers(tx.sql(), tx.school(), row.concern(), SchoolTime.day(clock.instant())).stream()
                .map(Reader::person)
                .distinct()
                .forEach(person -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
    }

    private List<Message> messages(String school, ReceiptRows.Row row) {
        return ledger.about(school, row.concern(), PREFIX).stream()
                .filter(entry -> entry.content() != null)
                .flatMap(entry ->
                        Message.Kind.of(entry.action()).map(kind -> message(entry, kind)).stream())
                .toList();
    }

    private static Message message(Recorded entry, Message.Kind kind) {
        var written = Json.read(entry.opened(), Message.Written.class);
        return new Message(entry.at(), kind, entry.actor().id(), written.text());
    }

    private Viewer reporter(String school, String receipt) {
        return new Viewer(school, receipt, SchoolTime.day(clock.instant()));
    }

    private String print(String school, String code) {
        return seals.print(school, "anonymous-receipt", code);
    }
}
