// SPDX-License-Identifier: Apache-2.0
package school.lanyard.checkdevices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.checkdevices.store.CheckDeviceRows;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// The register of every school's devices for checks: each is added, held by somebody, and one day
/// taken out of use. None is ever taken out of the register.
@Service
public final class CheckDevices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;

    public CheckDevices(Database database, Seals seals, Ledger ledger) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
    }

    /// Every device, those in use first.
    public List<CheckDevice> all(String school) {
        return database.read(sql -> {
            var rows = new CheckDeviceRows(sql, school);
            return rows.all().stream()
                    .map(row -> opened(school, row, rows.holders(row.id())))
                    .toList();
        });
    }

    /// Those that a check may be made on.
    public List<CheckDevice> inUse(String school) {
        return all(school).stream().filter(CheckDevice::inUse).toList();
    }

    /// Adds a device.
    ///
    /// @param once of the form; the same form adds one device
    public void add(
            Viewer by, String once, CheckDevice.Said said, CheckDevice.Holder holder, Instant at) {
        var school = by.school();
        var id =
                UUID.nameUUIDFromBytes((by.person() + once).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var key = seals.newKey(school, KeyKind.DEVICE);
        var used = new AtomicBoolean();
        database.change(
                school,
                tx -> {
                    var rows = new CheckDeviceRows(tx.sql(), school);
                    if (!rows.exists(id)) {
                        used.set(true);
                        add(
                                tx,
                                rows,
                                by,
                                new CheckDeviceRows.Row(
                                        id, key, sealed(school, key, id, said), at, null),
                                JSON.writeValueAsString(said));
                        rows.hold(id, holder, at);
                    }
                });
        // After a failure the key stays: only the database knows whether anything was stored.
        if (!used.get()) {
            seals.destroy(key);
        }
    }

    private void add(
            Tx tx, CheckDeviceRows rows, Viewer by, CheckDeviceRows.Row row, String words) {
        rows.add(row, by.person());
        enter(tx, by, "check-device.added", row, words, row.addedAt());
    }

    /// Somebody else holds a device from now on, perhaps in another place.
    ///
    /// @return whether there is one in use
    public boolean hand(Viewer by, String id, String kept, CheckDevice.Holder holder, Instant at) {
        return database.write(
                by.school(),
                tx -> {
                    var rows = new CheckDeviceRows(tx.sql(), tx.school());
                    var found = rows.inUse(id);
                    found.ifPresent(row -> {
                        var said = new CheckDevice.Said(said(tx.school(), row).name(), kept);
                        var words = JSON.writeValueAsString(said);
                        rows.say(id, sealed(tx.school(), row.keyId(), id, said));
                        rows.hold(id, holder, at);
                        enter(tx, by, "check-device.handed", row, words, at);
                    });
                    return found.isPresent();
                });
    }

    /// Takes a device out of use: no check is made on it any more.
    ///
    /// @return whether there was one in use
    public boolean end(Viewer by, String id, String reason, Instant at) {
        return database.write(
                by.school(),
                tx -> {
                    var rows = new CheckDeviceRows(tx.sql(), tx.school());
                    var found = rows.inUse(id);
                    found.ifPresent(row -> {
                        rows.end(id, at);
                        enter(
                                tx,
                                by,
                                "check-device.ended",
                                row,
                                JSON.writeValueAsString(reason),
                                at);
                    });
                    return found.isPresent();
                });
    }

    private void enter(
            Tx tx, Viewer by, String action, CheckDeviceRows.Row row, String words, Instant at) {
        ledger.enter(
                tx,
                Note.of(at, Actor.person(by.person()), action, row.id()).with(row.keyId(), words));
    }

    private CheckDevice opened(
            String school, CheckDeviceRows.Row row, List<CheckDevice.Holder> holders) {
        return new CheckDevice(row.id(), said(school, row), holders, row.addedAt(), row.endedAt());
    }

    private CheckDevice.Said said(String school, CheckDeviceRows.Row row) {
        var json = seals.open(school, row.keyId(), row.sealed(), context(row.id()));
        return JSON.readValue(new String(json, StandardCharsets.UTF_8), CheckDevice.Said.class);
    }

    private byte[] sealed(String school, String key, String id, CheckDevice.Said said) {
        return seals.seal(
                school,
                key,
                JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8),
                context(id));
    }

    private static String context(String id) {
        return "check-device:" + id;
    }
}
