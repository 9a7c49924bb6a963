// SPDX-License-Identifier: Apache-2.0
package school.lanyard.checkdevices.store;

import static school.lanyard.database.schema.Tables.CHECK_DEVICE;
import static school.lanyard.database.schema.Tables.CHECK_DEVICE_HOLDER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.checkdevices.CheckDevice;

/// The rows of one school's devices for checks.
public final class CheckDeviceRows {

    /// A device's row, its content still sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(
            String id, String keyId, byte[] sealed, Instant addedAt, @Nullable Instant endedAt) {}

    private final DSLContext sql;
    private final String school;

    public CheckDeviceRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(Row row, String by) {
        sql.insertInto(CHECK_DEVICE)
                .set(CHECK_DEVICE.ID, row.id())
                .set(CHECK_DEVICE.SCHOOL, school)
                .set(CHECK_DEVICE.KEY_ID, row.keyId())
                .set(CHECK_DEVICE.SEALED, row.sealed())
                .set(CHECK_DEVICE.ADDED_BY, by)
                .set(CHECK_DEVICE.ADDED_AT, row.addedAt())
                .execute();
    }

    public boolean exists(String id) {
        return sql.fetchExists(
                CHECK_DEVICE, CHECK_DEVICE.SCHOOL.eq(school).and(CHECK_DEVICE.ID.eq(id)));
    }

    /// Those in use first, then the others, each by when it was added.
    public List<Row> all() {
        return Stream.of(CHECK_DEVICE.ENDED_AT.isNull(), CHECK_DEVICE.ENDED_AT.isNotNull())
                .flatMap(which -> rows(which).stream())
                .toList();
    }

    public Optional<Row> inUse(String id) {
        return rows(CHECK_DEVICE.ID.eq(id).and(CHECK_DEVICE.ENDED_AT.isNull())).stream()
                .findFirst();
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        CHECK_DEVICE.ID,
                        CHECK_DEVICE.KEY_ID,
                        CHECK_DEVICE.SEALED,
                        CHECK_DEVICE.ADDED_AT,
                        CHECK_DEVICE.ENDED_AT)
                .from(CHECK_DEVICE)
                .where(CHECK_DEVICE.SCHOOL.eq(school))
                .and(which)
                .orderBy(CHECK_DEVICE.ADDED_AT, CHECK_DEVICE.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Replaces what is sealed of a device; what was said before stays in the ledger.
    public void say(String id, byte[] sealed) {
        sql.update(CHECK_DEVICE)
                .set(CHECK_DEVICE.SEALED, sealed)
                .where(CHECK_DEVICE.SCHOOL.eq(school))
                .and(CHECK_DEVICE.ID.eq(id))
                .execute();
    }

    public void hold(String device, CheckDevice.Holder holder, Instant at) {
        sql.insertInto(CHECK_DEVICE_HOLDER)
                .set(CHECK_DEVICE_HOLDER.ID, UUID.randomUUID().toString())
                .set(CHECK_DEVICE_HOLDER.SCHOOL, school)
                .set(CHECK_DEVICE_HOLDER.DEVICE, device)
                .set(CHECK_DEVICE_HOLDER.PERSON, holder.person())
                .set(CHECK_DEVICE_HOLDER.SINCE_ON, holder.since())
                .set(CHECK_DEVICE_HOLDER.RECORDED_AT, at)
                .execute();
    }

    /// The last one first.
    public List<CheckDevice.Holder> holders(String device) {
        return sql.select(CHECK_DEVICE_HOLDER.PERSON, CHECK_DEVICE_HOLDER.SINCE_ON)
                .from(CHECK_DEVICE_HOLDER)
                .where(CHECK_DEVICE_HOLDER.SCHOOL.eq(school))
                .and(CHECK_DEVICE_HOLDER.DEVICE.eq(device))
                .orderBy(CHECK_DEVICE_HOLDER.RECORDED_AT.desc(), CHECK_DEVICE_HOLDER.ID)
                .fetch(Records.mapping(CheckDevice.Holder::new));
    }

    public void end(String id, Instant at) {
        sql.update(CHECK_DEVICE)
                .set(CHECK_DEVICE.ENDED_AT, at)
                .where(CHECK_DEVICE.SCHOOL.eq(school))
                .and(CHECK_DEVICE.ID.eq(id))
                .execute();
    }
}
