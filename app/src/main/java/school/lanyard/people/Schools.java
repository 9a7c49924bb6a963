// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.people.store.SchoolRows;

/// The schools of this installation. Their names are public.
@Service
public final class Schools {

    /// A school and its name.
    public record School(String id, String name) {}

    private final Database database;

    public Schools(Database database) {
        this.database = database;
    }

    /// The row of a school being founded; everything else of it needs one.
    public static void insert(Tx tx, String name, boolean invented, Instant at) {
        new SchoolRows(tx.sql()).insert(tx.school(), name, invented, at);
    }

    public List<School> all() {
        return database.read(sql -> new SchoolRows(sql).all());
    }

    /// Whether there is any school of this kind.
    ///
    /// @param invented for demonstration, or real
    public boolean any(boolean invented) {
        return database.read(sql -> sql.fetchExists(SCHOOL, SCHOOL.INVENTED.eq(invented)));
    }

    public String name(String school) {
        return name(database, school);
    }

    static String name(Database database, String school) {
        return database.read(sql -> new SchoolRows(sql).name(school));
    }
}
