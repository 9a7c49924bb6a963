// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts.store;

import static school.lanyard.database.schema.Tables.LOCAL_NUMBER;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// The numbers that one school has filled in. None is ever changed: a newer one takes its place.
public final class NumberRows {

    private final DSLContext sql;
    private final String school;

    public NumberRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The newest number of each contact; one that was cleared is empty.
    public Map<String, String> newest() {
        var newest = new LinkedHashMap<String, String>();
        sql.select(LOCAL_NUMBER.CONTACT, LOCAL_NUMBER.TELEPHONE)
                .from(LOCAL_NUMBER)
                .where(LOCAL_NUMBER.SCHOOL.eq(school))
                .orderBy(LOCAL_NUMBER.VERSION)
                .forEach(row -> newest.put(row.value1(), row.value2()));
        return newest;
    }

    public void insert(String id, String contact, String telephone, String by, Instant at) {
        sql.insertInto(LOCAL_NUMBER)
                .set(LOCAL_NUMBER.ID, id)
                .set(LOCAL_NUMBER.SCHOOL, school)
                .set(LOCAL_NUMBER.CONTACT, contact)
                .set(LOCAL_NUMBER.VERSION, 1 + versions(contact))
                .set(LOCAL_NUMBER.TELEPHONE, telephone)
                .set(LOCAL_NUMBER.SET_BY, by)
                .set(LOCAL_NUMBER.SET_AT, at)
                .execute();
    }

    private int versions(String contact) {
        return sql.fetchCount(
                LOCAL_NUMBER, LOCAL_NUMBER.SCHOOL.eq(school).and(LOCAL_NUMBER.CONTACT.eq(contact)));
    }
}
