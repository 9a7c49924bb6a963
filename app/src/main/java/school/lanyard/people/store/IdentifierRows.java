// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static java.util.stream.Collectors.groupingBy;
import static school.lanyard.database.schema.Tables.PERSON_IDENTIFIER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import school.lanyard.database.Pieces;
import school.lanyard.people.Identifiers;

/// The numbers of one school's people, still sealed.
public final class IdentifierRows {

    /// Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id, String person, String scheme, String print, String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public IdentifierRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public Map<String, List<Identifiers.Printed>> prints() {
        return sql
                .select(PERSON_IDENTIFIER.PERSON, PERSON_IDENTIFIER.SCHEME, PERSON_IDENTIFIER.PRINT)
                .from(PERSON_IDENTIFIER)
                .where(PERSON_IDENTIFIER.SCHOOL.eq(school))
                .fetch(Records.mapping(Identifiers.Printed::new))
                .stream()
                .collect(groupingBy(Identifiers.Printed::print));
    }

    public List<Row> of(String person) {
        return sql.select(
                        PERSON_IDENTIFIER.ID,
                        PERSON_IDENTIFIER.PERSON,
                        PERSON_IDENTIFIER.SCHEME,
                        PERSON_IDENTIFIER.PRINT,
                        PERSON_IDENTIFIER.KEY_ID,
                        PERSON_IDENTIFIER.SEALED)
                .from(PERSON_IDENTIFIER)
                .where(PERSON_IDENTIFIER.SCHOOL.eq(school))
                .and(PERSON_IDENTIFIER.PERSON.eq(person))
                .orderBy(PERSON_IDENTIFIER.SCHEME, PERSON_IDENTIFIER.ID)
                .fetch(Records.mapping(Row::new));
    }

    public void add(List<Row> rows, Instant at) {
        Pieces.of(
                rows,
                some ->
                        sql.insertInto(
                                        PERSON_IDENTIFIER,
                                        PERSON_IDENTIFIER.ID,
                                        PERSON_IDENTIFIER.SCHOOL,
                                        PERSON_IDENTIFIER.PERSON,
                                        PERSON_IDENTIFIER.SCHEME,
                                        PERSON_IDENTIFIER.PRINT,
                                        PERSON_IDENTIFIER.KEY_ID,
                                        PERSON_IDENTIFIER.SEALED,
                                        PERSON_IDENTIFIER.RECORDED_AT)
                                .valuesOfRows(
                                        some.stream()
                                                .map(each ->
                                                        DSL.row(
                                                                each.id(),
                                                                school,
                                                                each.person(),
                                                                each.scheme(),
                                                                each.print(),
                                                                each.keyId(),
                                                                each.sealed(),
                                                                at))
                                                .toList())
                                .execute());
    }

    public void remove(String person, String scheme) {
        sql.deleteFrom(PERSON_IDENTIFIER)
                .where(PERSON_IDENTIFIER.SCHOOL.eq(school))
                .and(PERSON_IDENTIFIER.PERSON.eq(person))
                .and(PERSON_IDENTIFIER.SCHEME.eq(scheme))
                .execute();
    }
}
