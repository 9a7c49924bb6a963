// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.sealing.Seals;

/// A real database and key store with one school in it, without Spring.
public record House(DataHome home, Database database, Seals seals, String school)
        implements AutoCloseable {

    public static final Instant NINE = Instant.parse("2026-09-14T08:00:00Z");

    public static House fresh(Engine engine, Path directory) {
        var home = engine.ready(directory);
        var database = Database.open(home.database());
        var seals = Seals.open(home.keyStoreFile(), home.masterKeyFile(), () -> NINE);
        var house = new House(home, database, seals, UUID.randomUUID().toString());
        house.found(house.school());
        return house;
    }

    /// A house that was closed, or left by a process that died.
    public static House reopened(DataHome home, String school) {
        return new House(
                home,
                Database.open(home.database()),
                Seals.open(home.keyStoreFile(), home.masterKeyFile(), () -> NINE),
                school);
    }

    public void found(String id) {
        seals.foundSchool(id);
        database.found(
                id,
                tx ->
                        tx.sql()
                                .insertInto(SCHOOL)
                                .set(SCHOOL.ID, id)
                                .set(SCHOOL.NAME, "Test Infant School")
                                .set(SCHOOL.INVENTED, false)
                                .set(SCHOOL.CREATED_AT, NINE)
                                .execute());
    }

    @Override
    public void close() {
        database.close();
        seals.close();
    }
}
