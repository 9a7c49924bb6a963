// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Histories;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;
import school.lanyard.transfer.store.TransferRows;
import tools.jackson.databind.json.JsonMapper;

/// Children who leave, and the files that must follow them: by when, what was made, and whether the
/// next school has confirmed it. Everybody sees those whose cases they may read.
@Service
public final class Transfers {

    /// The key, in every pack, of how long a child's file may take to follow.
    static final String INTERVAL = "child-protection-file";

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// A child who leaves.
    ///
    /// @param dueOn the last day for the file to follow; absent where the policy does not say
    /// @param confirmed absent while the next school has confirmed nothing
    public record Leaving(
            String id,
            String person,
            String to,
            LocalDate leftOn,
            @Nullable LocalDate dueOn,
            List<TransferRows.Made> bundles,
            @Nullable Confirmed confirmed) {

        public Leaving {
            bundles = List.copyOf(bundles);
        }

        @Override
        public String toString() {
            return "Leaving[" + id + "]";
        }
    }

    /// The next school's confirmation.
    public record Confirmed(LocalDate on, String how, String by) {}

    static final String BEGUN = "transfer.begun";
    static final String MADE = "transfer.bundle-made";
    static final String CONFIRMED = "transfer.confirmed";

    /// That a child leaves, as the ledger keeps it.
    record Begun(String school, LocalDate leftOn, @Nullable LocalDate dueOn) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /// That the next school has the file, as the ledger keeps it.
    record HasIt(String how, LocalDate on) {
        @Override
        public String toString() {
            return "HasIt";
        }
    }

    record To(String school) {
        @Override
        public String toString() {
            return "To";
        }
    }

    record How(String how) {
        @Override
        public String toString() {
            return "How";
        }
    }

    record Sent(String manifestHash, String sealedBy, String reason) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;
    private final Editions editions;
    private final Histories histories;

    Transfers(
            Database database,
            Seals seals,
            Ledger ledger,
            People people,
            Editions editions,
            Histories histories) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
        this.editions = editions;
        this.histories = histories;
    }

    /// Whoever has a part in a case that the viewer may read.
    public Collection<String> withCases(Viewer viewer) {
        return database.read(sql -> new TransferRows(sql, viewer.school()).withCases(viewer));
    }

    /// Those whose cases the viewer may read, the latest first.
    public List<Leaving> all(Viewer viewer) {
        var known = withCases(viewer);
        return database.read(sql -> {
            var rows = new TransferRows(sql, viewer.school());
            return rows.all().stream()
                    .filter(row -> known.contains(row.person()))
                    .flatMap(row -> leaving(viewer.school(), rows, row).stream())
                    .toList();
        });
    }

    public Optional<Leaving> find(Viewer viewer, String id) {
        return all(viewer).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Optional<Leaving> leaving(String school, TransferRows rows, TransferRows.Row row) {
        try {
            var receipt = rows.receipt(row.id());
            return Optional.of(
                    new Leaving(
                            row.id(),
                            row.person(),
                            read(school, row.keyId(), row.id(), row.sealed(), To.class).school(),
                            row.leftOn(),
                            row.dueOn(),
                            rows.bundles(row.id()),
                            receipt == null
                                    ? null
                                    : new Confirmed(
                                            receipt.confirmedOn(),
                                            read(
                                                            school,
                                                            receipt.keyId(),
                                                            receipt.id(),
                                                            receipt.sealed(),
                                                            How.class)
                                                    .how(),
                                            receipt.by())));
        } catch (KeyDestroyedException disposed) {
            return Optional.empty();
        }
    }

    /// That a child leaves. The same school and day again, while its receipt waits, is the same.
    ///
    /// @return its id; empty where the viewer may read no case of theirs
    public Optional<String> begin(
            Viewer viewer, String person, String to, LocalDate leftOn, Instant at) {
        if (!withCases(viewer).contains(person)) {
            return Optional.empty();
        }
        var begun =
                all(viewer).stream()
                        .filter(each -> each.person().equals(person) && each.confirmed() == null)
                        .filter(each -> each.to().equals(to) && each.leftOn().equals(leftOn))
                        .findFirst();
        if (begun.isPresent()) {
            return begun.map(Leaving::id);
        }
        var due = due(viewer.school(), leftOn);
        return Optional.of(
                database.write(
                        viewer.school(),
                        tx -> {
                            var id = UUID.randomUUID().toString();
                            var key = people.keyOf(tx, person);
                            var content = JSON.writeValueAsString(new To(to));
                            new TransferRows(tx.sql(), tx.school())
                                    .begin(
                                            new TransferRows.Row(
                                                    id,
                                                    person,
                                                    leftOn,
                                                    due,
                                                    key,
                                                    sealed(tx.school(), key, id, content),
                                                    viewer.person(),
                                                    at));
                            enter(
                                    tx,
                                    viewer,
                                    at,
                                    BEGUN,
                                    key,
                                    JSON.writeValueAsString(new Begun(to, leftOn, due)),
                                    person,
                                    id);
                            return id;
                        }));
    }

    private @Nullable LocalDate due(String school, LocalDate leftOn) {
        var interval = editions.running(school).pack().intervals().get(INTERVAL);
        return interval != null && interval.length() instanceof Period period
                ? leftOn.plus(period)
                : null;
    }

    /// Opens the cases that are to go, entering first that they leave, to whom and sealed how.
    Histories.Opened toGo(
            Viewer viewer, Leaving leaving, Collection<String> ids, String reason, Instant at) {
        return histories.export(
                viewer, ids, leaving.person(), "transfer.sent", leaving.to() + ". " + reason, at);
    }

    /// That a bundle was made.
    void made(Viewer viewer, Leaving leaving, String manifestHash, String how, Instant at) {
        database.change(
                viewer.school(),
                tx -> {
                    new TransferRows(tx.sql(), tx.school())
                            .made(
                                    UUID.randomUUID().toString(),
                                    leaving.id(),
                                    new TransferRows.Made(manifestHash, viewer.person(), at));
                    enter(
                            tx,
                            viewer,
                            at,
                            MADE,
                            people.keyOf(tx, leaving.person()),
                            JSON.writeValueAsString(new Sent(manifestHash, how, leaving.to())),
                            leaving.person(),
                            leaving.id());
                });
    }

    /// That the next school confirmed it has the file.
    ///
    /// @return false where that is on record already
    public boolean confirm(Viewer viewer, Leaving leaving, LocalDate on, String how, Instant at) {
        return database.write(
                viewer.school(),
                tx -> {
                    var rows = new TransferRows(tx.sql(), tx.school());
                    if (rows.receipt(leaving.id()) != null) {
                        return false;
                    }
                    var id = UUID.randomUUID().toString();
                    var key = people.keyOf(tx, leaving.person());
                    var content = JSON.writeValueAsString(new How(how));
                    rows.confirm(
                            leaving.id(),
                            new TransferRows.Receipt(
                                    id,
                                    on,
                                    key,
                                    sealed(tx.school(), key, id, content),
                                    viewer.person(),
                                    at));
                    enter(
                            tx,
                            viewer,
                            at,
                            CONFIRMED,
                            key,
                            JSON.writeValueAsString(new HasIt(how, on)),
                            leaving.person(),
                            leaving.id());
                    return true;
                });
    }

    private void enter(
            Tx tx,
            Viewer viewer,
            Instant at,
            String action,
            String key,
            String content,
            String... subjects) {
        ledger.enter(
                tx,
                new Note(
                                at,
                                Actor.person(viewer.person()),
                                action,
                                new ArrayList<>(Stream.of(subjects).toList()),
                                null)
                        .with(key, content));
    }

    private byte[] sealed(String school, String key, String id, String content) {
        return seals.seal(school, key, content.getBytes(StandardCharsets.UTF_8), context(id));
    }

    private <T> T read(String school, String key, String id, byte[] sealed, Class<T> type) {
        var opened = seals.open(school, key, sealed, context(id));
        return JSON.readValue(new String(opened, StandardCharsets.UTF_8), type);
    }

    static String context(String id) {
        return "transfer:" + id;
    }
}
