// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.EDITION_SOURCE;

import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/// The files that a school's published editions were made from.
public final class SourceRows {

    private final DSLContext sql;
    private final String school;

    public SourceRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The texts by path; none for an edition that was published without its files.
    public Map<String, String> of(String edition) {
        return sql.select(EDITION_SOURCE.PATH, EDITION_SOURCE.CONTENT)
                .from(EDITION_SOURCE)
                .where(EDITION_SOURCE.SCHOOL.eq(school))
                .and(EDITION_SOURCE.EDITION.eq(edition))
                .fetchMap(EDITION_SOURCE.PATH, EDITION_SOURCE.CONTENT);
    }

    public void insert(String edition, Map<String, String> texts) {
        texts.forEach((path, text) ->
                sql.insertInto(EDITION_SOURCE)
                        .set(EDITION_SOURCE.ID, UUID.randomUUID().toString())
                        .set(EDITION_SOURCE.SCHOOL, school)
                        .set(EDITION_SOURCE.EDITION, edition)
                        .set(EDITION_SOURCE.PATH, path)
                        .set(EDITION_SOURCE.CONTENT, text)
                        .execute());
    }
}
