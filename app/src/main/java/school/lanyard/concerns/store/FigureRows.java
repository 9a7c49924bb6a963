// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import school.lanyard.access.Door;

/// What counting needs of the incidents of one school besides their own rows.
public final class FigureRows {

    /// How many ids one statement may name.
    private static final int MOST = 5_000;

    private final DSLContext sql;
    private final String school;

    public FigureRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The people whom these incidents are about.
    public Map<String, List<String>> about(List<String> incidents) {
        var about = new HashMap<String, List<String>>();
        for (var some : slices(incidents)) {
            about.putAll(
                    sql.select(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON)
                            .from(CASE_PERSON)
                            .where(CASE_PERSON.SCHOOL.eq(school))
                            .and(CASE_PERSON.CASE_ID.in(some))
                            .and(CASE_PERSON.PART.in(Door.ABOUT))
                            .orderBy(CASE_PERSON.PERSON)
                            .fetchGroups(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON));
        }
        return about;
    }

    /// The concern that each of them was opened from.
    public Map<String, String> firstConcerns(List<String> incidents) {
        var first = new HashMap<String, String>();
        for (var some : slices(incidents)) {
            sql.select(CONCERN_INCIDENT.INCIDENT, CONCERN_INCIDENT.CONCERN)
                    .from(CONCERN_INCIDENT)
                    .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                    .and(CONCERN_INCIDENT.INCIDENT.in(some))
                    .orderBy(CONCERN_INCIDENT.JOINED_AT, CONCERN_INCIDENT.CONCERN)
                    .forEach(row -> first.putIfAbsent(row.value1(), row.value2()));
        }
        return first;
    }

    private static List<Collection<String>> slices(List<String> all) {
        var slices = new ArrayList<Collection<String>>();
        for (int from = 0; from < all.size(); from += MOST) {
            slices.add(all.subList(from, Math.min(all.size(), from + MOST)));
        }
        return slices;
    }
}
