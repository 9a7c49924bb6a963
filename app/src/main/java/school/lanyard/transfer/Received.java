// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Chronicle;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.EarlierRecords;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.finding.TextBeside;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.Births;
import school.lanyard.people.People;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Passphrase;
import school.lanyard.sealing.SealedFor;
import school.lanyard.sealing.Seals;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.transfer.file.BundleFile;
import school.lanyard.transfer.store.ReceivedRows;
import school.lanyard.web.Times;
import tools.jackson.databind.json.JsonMapper;

/// Files that came with a child. One comes in as a concern, so that somebody looks at it and the
/// policy says who; the file itself is attached to it, sealed under its key and read through the
/// same door. Nobody can change it.
@Service
@Order(100)
public final class Received implements EarlierRecords, TextBeside {

    /// The ledger's word for reading what came.
    public static final String READ = "transfer.read";

    static final String RECEIVED = "transfer.received";
    static final String KEY_MADE = "transfer.key-made";

    /// The public part of a key pair, as the ledger keeps it: other schools seal files for it.
    record Published(String publicKey) {}

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// A file that came.
    public record Came(
            String caseId, String reference, String person, Bundle bundle, String by, Instant at) {
        @Override
        public String toString() {
            return "Came[" + caseId + "]";
        }
    }

    /// What became of a file that somebody brought.
    public sealed interface Answer {

        record Taken(String reference) implements Answer {}

        /// It was not taken in.
        ///
        /// @param field that the reason belongs to
        record Refused(String field, String why) implements Answer {}
    }

    /// That a file came, as the ledger keeps it.
    ///
    /// @param sha256 of what came
    /// @param person whose file it is; absent in entries of before that was kept
    /// @param kept the digest of what is kept of it
    record Origin(String school, String sha256, @Nullable String person, @Nullable String kept) {
        @Override
        public String toString() {
            return "Origin";
        }
    }

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;
    private final Births births;
    private final Concerns concerns;

    Received(
            Database database,
            Seals seals,
            Ledger ledger,
            People people,
            Births births,
            Concerns concerns) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
        this.births = births;
        this.concerns = concerns;
    }

    /// Takes in a file for a child of the roster. The same file again gives the same answer.
    ///
    /// @param sure whether somebody said that it is the same child although the names differ
    public Answer take(
            Viewer viewer,
            byte[] file,
            char[] passphrase,
            String person,
            boolean sure,
            Instant at) {
        byte[] zip;
        try {
            zip = opened(viewer.school(), file, passphrase);
        } catch (Passphrase.NotABackupException other) {
            return new Answer.Refused("file", "This is not a file that Lanyard made for a school.");
        } catch (Passphrase.WrongException wrong) {
            return new Answer.Refused(
                    "passphrase", "The passphrase does not open this file, or it was changed.");
        }
        return switch (BundleFile.read(zip)) {
            case BundleFile.Read.Refused(var why) -> new Answer.Refused("file", why);
            case BundleFile.Read.Sound(var bundle, var hash) ->
                    sure || isSame(viewer.school(), bundle.child(), person)
                            ? new Answer.Taken(take(viewer, bundle, hash, person, at))
                            : new Answer.Refused("person", differs(bundle.child()));
        };
    }

    private byte[] opened(String school, byte[] file, char[] passphrase) {
        if (!SealedFor.isSealed(file)) {
            return Passphrase.openBundle(file, passphrase);
        }
        return database.read(sql -> new ReceivedRows(sql, school).pairs()).stream()
                .map(pair -> seals.open(school, pair.keyId(), pair.sealed(), "pair:" + pair.id()))
                .flatMap(own -> SealedFor.open(file, own).stream())
                .findFirst()
                .orElseThrow(Passphrase.NotABackupException::new);
    }

    private static String differs(Bundle.Child child) {
        return "The file is of "
                + child.name()
                + (child.bornOn() == null ? "" : ", born on " + Times.day(child.bornOn()))
                + ". Choose that child, or tick that it is the same one.";
    }

    private boolean isSame(String school, Bundle.Child child, String person) {
        var born = births.of(school, List.of(person)).get(person);
        return SameName.of(people.directory(school).name(person)).equals(SameName.of(child.name()))
                && (born == null || child.bornOn() == null || born.equals(child.bornOn()));
    }

    /// Takes in what was read and found sound; the same again gives the same reference.
    String take(Viewer viewer, Bundle bundle, String hash, String person, Instant at) {
        var draft = UUID.nameUUIDFromBytes((hash + person).getBytes(StandardCharsets.UTF_8));
        var receipt =
                concerns.receive(viewer, draft.toString(), report(viewer, bundle, person, at));
        attach(viewer, bundle, hash, person, receipt.reference(), at);
        return receipt.reference();
    }

    private Report report(Viewer viewer, Bundle bundle, String person, Instant at) {
        return new Report(
                List.of(),
                List.of(new Report.Named(person, people.directory(viewer.school()).name(person))),
                "A safeguarding file came from "
                        + bundle.school()
                        + ": "
                        + counted(bundle.cases().size(), "case", "cases")
                        + " with "
                        + counted(bundle.entries(), "entry", "entries")
                        + ". It is attached, and stands in the child’s chronology.",
                "",
                SchoolTime.day(at),
                null,
                "",
                Report.Place.UNKNOWN,
                "",
                "",
                false,
                "",
                at);
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /// A crash before this leaves the concern without its file: bringing it again attaches it.
    private void attach(
            Viewer viewer,
            Bundle bundle,
            String hash,
            String person,
            String reference,
            Instant at) {
        database.change(
                viewer.school(),
                tx -> {
                    var rows = new ReceivedRows(tx.sql(), tx.school());
                    var found = rows.caseOf(reference);
                    var id = UUID.randomUUID().toString();
                    var kept = JSON.writeValueAsBytes(bundle);
                    var sealed = seals.seal(tx.school(), found.keyId(), kept, context(found.id()));
                    var added =
                            rows.add(
                                    new ReceivedRows.Row(
                                            id,
                                            found.id(),
                                            reference,
                                            person,
                                            found.keyId(),
                                            sealed,
                                            viewer.person(),
                                            at),
                                    print(seals, tx.school(), hash));
                    if (added) {
                        ledger.enter(
                                tx,
                                Note.of(at, Actor.person(viewer.person()), RECEIVED, found.id())
                                        .with(
                                                found.keyId(),
                                                JSON.writeValueAsString(
                                                        new Origin(
                                                                bundle.school(),
                                                                hash,
                                                                person,
                                                                Sha256.hex(kept)))));
                    }
                });
    }

    /// Everything that came and that the viewer may read, without opening any.
    public List<ReceivedRows.Row> all(Viewer viewer) {
        return database.read(sql -> new ReceivedRows(sql, viewer.school()).all(viewer));
    }

    /// One file, its read entered first.
    public Optional<Came> find(Viewer viewer, String reference, Instant at) {
        return open(
                        viewer,
                        database.read(sql ->
                                new ReceivedRows(sql, viewer.school())
                                        .find(reference, viewer)
                                        .map(List::of)
                                        .orElse(List.of())),
                        at)
                .stream()
                .findFirst();
    }

    /// What came with somebody, each read entered first.
    public List<Came> of(Viewer viewer, String person, Instant at) {
        return open(
                viewer,
                database.read(sql -> new ReceivedRows(sql, viewer.school()).of(person, viewer)),
                at);
    }

    private List<Came> open(Viewer viewer, List<ReceivedRows.Row> rows, Instant at) {
        if (!rows.isEmpty()) {
            ledger.enterRead(
                    viewer.school(),
                    at,
                    Actor.person(viewer.person()),
                    READ,
                    rows.stream().map(ReceivedRows.Row::caseId).toList());
        }
        return rows.stream().map(row -> came(viewer.school(), row)).toList();
    }

    private Came came(String school, ReceivedRows.Row row) {
        var opened = seals.open(school, row.keyId(), row.sealed(), context(row.caseId()));
        return new Came(
                row.caseId(),
                row.reference(),
                row.person(),
                JSON.readValue(opened, Bundle.class),
                row.by(),
                row.at());
    }

    @Override
    public String action() {
        return RECEIVED;
    }

    @Override
    public List<String> of(String school, String caseId) {
        return database.read(sql -> new ReceivedRows(sql, school).everything(caseId)).stream()
                .flatMap(row -> {
                    try {
                        var opened = seals.open(school, row.keyId(), row.sealed(), context(caseId));
                        return JSON.readValue(opened, Bundle.class).texts();
                    } catch (KeyDestroyedException disposed) {
                        return Stream.of();
                    }
                })
                .toList();
    }

    @Override
    public List<Chronicle.Entry> about(Viewer viewer, String person, Instant at) {
        return of(viewer, person, at).stream()
                .flatMap(file ->
                        file.bundle().cases().stream()
                                .flatMap(each -> each.entries().stream())
                                .map(entry -> entry(file, entry)))
                .toList();
    }

    private static Chronicle.Entry entry(Came file, Bundle.Entry entry) {
        return new Chronicle.Entry(
                file.reference(),
                entry.on(),
                entry.time(),
                entry.recordedAt(),
                entry.title(),
                entry.details(),
                entry.by() + ", at " + file.bundle().school(),
                entry.decision());
    }

    /// What came goes on to the next school, with where it came from.
    static List<Bundle.Case> carriedOn(Came file) {
        return file.bundle().cases().stream()
                .map(each ->
                        new Bundle.Case(
                                each.reference(),
                                "earlier",
                                each.category(),
                                each.part(),
                                each.entries().stream()
                                        .sorted(Comparator.comparing(Bundle.Entry::on))
                                        .map(entry -> from(file.bundle().school(), entry))
                                        .toList()))
                .toList();
    }

    private static Bundle.Entry from(String school, Bundle.Entry entry) {
        return new Bundle.Entry(
                entry.on(),
                entry.time(),
                entry.recordedAt(),
                entry.title(),
                entry.details(),
                entry.by().contains(", at ") ? entry.by() : entry.by() + ", at " + school,
                entry.decision());
    }

    /// The key that other schools may seal a file for this one with; absent before one was made.
    public @Nullable String publicKey(String school) {
        return database.read(sql -> new ReceivedRows(sql, school).pairs()).stream()
                .map(ReceivedRows.Pair::publicKey)
                .findFirst()
                .orElse(null);
    }

    /// Makes a new key pair. What was sealed for an older one still opens.
    public void newPair(Viewer viewer, Instant at) {
        var key = seals.newKey(viewer.school(), KeyKind.TRANSFER);
        var pair = SealedFor.newPair();
        database.change(
                viewer.school(),
                tx -> {
                    var id = UUID.randomUUID().toString();
                    var sealed = seals.seal(tx.school(), key, pair.privateKey(), "pair:" + id);
                    new ReceivedRows(tx.sql(), tx.school())
                            .addPair(
                                    new ReceivedRows.Pair(id, pair.publicKey(), key, sealed),
                                    viewer.person(),
                                    at);
                    ledger.enter(
                            tx,
                            Note.of(at, Actor.person(viewer.person()), KEY_MADE, id)
                                    .with(
                                            key,
                                            JSON.writeValueAsString(
                                                    new Published(pair.publicKey()))));
                });
        Arrays.fill(pair.privateKey(), (byte) 0);
    }

    static String print(Seals seals, String school, String hash) {
        return seals.print(school, "transfer-bundle", hash);
    }

    static String context(String caseId) {
        return "received:" + caseId;
    }
}
