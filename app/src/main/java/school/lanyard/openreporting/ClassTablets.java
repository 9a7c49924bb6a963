// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Json;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.openreporting.store.TabletRows;
import school.lanyard.people.Schools;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// The tablets of classes: set up by staff, bound to a device by a code, ended by staff.
@Service
public final class ClassTablets {

    /// How long a code may be typed after a tablet was set up.
    public static final Duration CODE_LASTS = Duration.ofMinutes(30);

    /// How long a device stays bound; a school year and a little more.
    public static final Duration BINDING_LASTS = Duration.ofDays(400);

    static final String SET_UP = "tablet.set-up";
    static final String BOUND = "tablet.bound";
    static final String ENDED = "tablet.ended";

    private static final String BINDING = "class-tablet";
    private static final int GROUPS = 2;

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Schools schools;
    private final InstantSource clock;

    ClassTablets(
            Database database, Seals seals, Ledger ledger, Schools schools, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.schools = schools;
        this.clock = clock;
    }

    /// Sets a tablet up.
    ///
    /// @param once of the form it was set up with; the same form gives the same tablet and code
    /// @return the code to type on the device
    public String setUp(Viewer by, String once, ClassTablet.Shown shown) {
        var school = by.school();
        var id =
                UUID.nameUUIDFromBytes((by.person() + once).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var code = Codes.of(seals.print(school, "tablet-code", id + once), GROUPS);
        var key = seals.newKey(school, KeyKind.DEVICE);
        var used = new AtomicBoolean();
        database.change(
                school,
                tx -> {
                    var rows = new TabletRows(tx.sql(), school);
                    if (!rows.exists(id)) {
                        used.set(true);
                        add(tx, rows, by, id, key, shown, print(school, code));
                    }
                });
        // After a failure the key stays: only the database knows whether anything was stored.
        if (!used.get()) {
            seals.destroy(key);
        }
        return code;
    }

    private void add(
            Tx tx,
            TabletRows rows,
            Viewer by,
            String id,
            String key,
            ClassTablet.Shown shown,
            String codePrint) {
        var now = clock.instant();
        var json = Json.write(shown);
        var sealed =
                seals.seal(tx.school(), key, json.getBytes(StandardCharsets.UTF_8), context(id));
        rows.add(
                new TabletRows.Row(id, key, sealed, by.person(), now, null),
                codePrint,
                now.plus(CODE_LASTS));
        ledger.enter(tx, Note.of(now, Actor.person(by.person()), SET_UP, id).with(key, json));
    }

    /// Binds a device to the tablet whose code was typed on it.
    ///
    /// @return what the device shows from then on
    public Optional<String> bind(String typed) {
        return schools.all().stream()
                .flatMap(school -> bind(school.id(), Codes.plain(typed)).stream())
                .findFirst();
    }

    private Optional<String> bind(String school, String code) {
        var print = print(school, code);
        var now = clock.instant();
        if (database.read(sql -> new TabletRows(sql, school).waitingFor(print, now)).isEmpty()) {
            return Optional.empty();
        }
        return database.write(
                school,
                tx -> {
                    var rows = new TabletRows(tx.sql(), school);
                    var row = rows.waitingFor(print, now);
                    row.ifPresent(found -> {
                        rows.bind(found.id(), now);
                        ledger.enter(tx, Note.of(now, new Actor(found.id()), BOUND, found.id()));
                    });
                    return row.map(found ->
                            seals.sealToken(school, BINDING, found.id(), now.plus(BINDING_LASTS)));
                });
    }

    /// The tablet that a device shows itself to be, unless it was ended.
    public Optional<ClassTablet> find(String binding) {
        return seals.openToken(BINDING, binding)
                .flatMap(token ->
                        database.read(sql ->
                                        new TabletRows(sql, token.school()).find(token.content()))
                                .map(row -> opened(token.school(), row)));
    }

    /// Every tablet of a school that has not been ended.
    public List<ClassTablet> all(String school) {
        return database.read(sql -> new TabletRows(sql, school).all()).stream()
                .map(row -> opened(school, row))
                .toList();
    }

    /// Ends a tablet at once: its device shows nothing of the class from then on.
    ///
    /// @return whether there was one to end
    public boolean end(Viewer by, String id) {
        return database.write(
                by.school(),
                tx -> {
                    var now = clock.instant();
                    var ended = new TabletRows(tx.sql(), tx.school()).end(id, now);
                    if (ended) {
                        ledger.enter(tx, Note.of(now, Actor.person(by.person()), ENDED, id));
                    }
                    return ended;
                });
    }

    /// The class of a tablet, even of one that was ended.
    String className(String school, String id) {
        return database.read(sql -> new TabletRows(sql, school).evenEnded(id))
                .map(row -> opened(school, row).shown().className())
                .orElse("");
    }

    private ClassTablet opened(String school, TabletRows.Row row) {
        var json = seals.open(school, row.keyId(), row.sealed(), context(row.id()));
        return new ClassTablet(
                row.id(),
                school,
                Json.read(new String(json, StandardCharsets.UTF_8), ClassTablet.Shown.class),
                row.setUpBy(),
                row.setUpAt(),
                row.boundAt());
    }

    private String print(String school, String code) {
        return seals.print(school, "tablet-code-typed", code);
    }

    static String context(String id) {
        return "tablet:" + id;
    }
}
