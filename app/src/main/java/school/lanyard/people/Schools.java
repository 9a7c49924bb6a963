// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.util.List;
import org.jooq.Records;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;

/// The schools of this installation. Their names are public.
@Service
public final class Schools {

    /// A school and its name.
    public record School(String id, String name) {}

    private final Database database;

    public Schools(Database database) {
        this.database = database;
    }

    public List<School> all() {
        return database.read(sql ->
                sql.select(SCHOOL.ID, SCHOOL.NAME)
                        .from(SCHOOL)
                        .orderBy(SCHOOL.NAME, SCHOOL.ID)
                        .fetch(Records.mapping(School::new)));
    }

    public String name(String school) {
        return name(database, school);
    }

    static String name(Database database, String school) {
        return database.read(sql ->
                sql.select(SCHOOL.NAME)
                        .from(SCHOOL)
                        .where(SCHOOL.ID.eq(school))
                        .fetchSingle()
                        .value1());
    }
}
