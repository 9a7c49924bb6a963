// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.database.Database;
import school.lanyard.flags.store.FlagRows;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.People;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// The standing flags of children: who set each, since when, and until when. None is ever changed;
/// one that no longer holds is ended.
@Service
public final class Flags {

    /// The ledger's word for looking at what stands about a child.
    public static final String READ = "flags.read";

    static final String SET = "flags.set";
    static final String ENDED = "flags.ended";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// A flag to be set.
    ///
    /// @param guardian the person on the register who must not be told, where it is one
    public record New(String person, Flag.Said said, @Nullable String guardian, LocalDate since) {}

    /// A flag as the ledger keeps it.
    record Setting(
            String flag,
            String person,
            Flag.@Nullable Said said,
            @Nullable String guardian,
            LocalDate since) {}

    /// That a flag ended, as the ledger keeps it.
    record Ending(String flag, String reason) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;

    public Flags(Database database, Seals seals, Ledger ledger, People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
    }

    /// What stands about these people, as far as the viewer may know. The caller has entered what
    /// it is about to show.
    public List<Flag> of(Viewer viewer, Collection<String> about) {
        return all(viewer, about).stream().filter(Flag::stands).toList();
    }

    /// The same with what stood before.
    public List<Flag> all(Viewer viewer, Collection<String> about) {
        return about.isEmpty()
                ? List.of()
                : opened(
                        viewer,
                        database.read(sql -> new FlagRows(sql, viewer.school()).of(about, viewer)));
    }

    /// Everything that stands about anybody, as far as the viewer may know; that they looked is
    /// entered first.
    public List<Flag> standing(Viewer viewer, Instant at) {
        var rows = database.read(sql -> new FlagRows(sql, viewer.school()).standing(viewer));
        enterRead(viewer, rows.stream().map(FlagRows.Row::person).distinct().toList(), at);
        return opened(viewer, rows);
    }

    /// What stands and stood about one child, the look entered first; absent where the viewer may
    /// not know.
    public Optional<List<Flag>> read(Viewer viewer, String person, Instant at) {
        if (!mayKnow(viewer, person)) {
            return Optional.empty();
        }
        enterRead(viewer, List.of(person), at);
        return Optional.of(all(viewer, List.of(person)));
    }

    public boolean mayKnow(Viewer viewer, String person) {
        return database.read(sql -> new FlagRows(sql, viewer.school()).mayKnow(person, viewer));
    }

    public void set(Viewer viewer, New flag, Instant at) {
        database.change(
                viewer.school(),
                tx -> {
                    var rows = new FlagRows(tx.sql(), tx.school());
                    if (!rows.mayKnow(flag.person(), viewer)) {
                        throw new IllegalArgumentException("not for this viewer");
                    }
                    var id = UUID.randomUUID().toString();
                    var key = people.keyOf(tx, flag.person());
                    var words = JSON.writeValueAsString(flag.said());
                    rows.add(
                            new FlagRows.Row(
                                    id,
                                    flag.person(),
                                    flag.guardian(),
                                    flag.since(),
                                    viewer.person(),
                                    at,
                                    key,
                                    seals.seal(
                                            tx.school(),
                                            key,
                                            words.getBytes(StandardCharsets.UTF_8),
                                            context(id)),
                                    null,
                                    null));
                    ledger.enter(
                            tx,
                            Note.of(at, Actor.person(viewer.person()), SET, id, flag.person())
                                    .with(
                                            key,
                                            JSON.writeValueAsString(
                                                    new Setting(
                                                            id,
                                                            flag.person(),
                                                            flag.said(),
                                                            flag.guardian(),
                                                            flag.since()))));
                });
    }

    /// Ends a flag, with the reason.
    ///
    /// @return whether there was one that stood, for this viewer
    public boolean end(Viewer viewer, String person, String flag, String reason, Instant at) {
        return database.write(
                viewer.school(),
                tx -> {
                    var rows = new FlagRows(tx.sql(), tx.school());
                    var found =
                            rows.of(List.of(person), viewer).stream()
                                    .filter(row -> row.id().equals(flag) && row.endedAt() == null)
                                    .findFirst();
                    found.ifPresent(row -> {
                        rows.end(flag, viewer.person(), at);
                        ledger.enter(
                                tx,
                                Note.of(at, Actor.person(viewer.person()), ENDED, flag, person)
                                        .with(
                                                row.keyId(),
                                                JSON.writeValueAsString(new Ending(flag, reason))));
                    });
                    return found.isPresent();
                });
    }

    private void enterRead(Viewer viewer, List<String> shown, Instant at) {
        ledger.enterRead(viewer.school(), at, Actor.person(viewer.person()), READ, shown);
    }

    private List<Flag> opened(Viewer viewer, List<FlagRows.Row> rows) {
        return rows.stream().flatMap(row -> one(viewer, row)).toList();
    }

    private Stream<Flag> one(Viewer viewer, FlagRows.Row row) {
        try {
            var plain = seals.open(viewer.school(), row.keyId(), row.sealed(), context(row.id()));
            return Stream.of(
                    new Flag(
                            row.id(),
                            row.person(),
                            JSON.readValue(plain, Flag.Said.class),
                            row.guardian(),
                            row.since(),
                            row.setBy(),
                            row.setAt(),
                            row.endedAt() == null
                                    ? null
                                    : new Flag.Ended(
                                            Objects.requireNonNull(row.endedBy()), row.endedAt())));
        } catch (KeyDestroyedException disposed) {
            return Stream.empty();
        }
    }

    static String context(String id) {
        return "flag:" + id;
    }
}
