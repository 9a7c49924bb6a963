// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.INCIDENT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Viewer;

/// How much waits for a handler, counted behind the same door as the lists.
public final class QueueRows {

    /// Counts, without anything that says which.
    ///
    /// @param overdue open incidents with something overdue
    /// @param nextDueAt when the next thing of the others is due
    public record Size(
            int concerns, int atRisk, int incidents, int overdue, @Nullable Instant nextDueAt) {}

    private final DSLContext sql;
    private final String school;

    public QueueRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// How many concerns nobody has yet dealt with, which every page of a handler says.
    public int concerns(Viewer viewer) {
        return sql.fetchCount(CONCERN, ConcernRows.waitingFor(school, viewer));
    }

    public Size size(Viewer viewer, Instant now) {
        var waiting =
                select(
                                count().as("concerns"),
                                count().filterWhere(CONCERN.AT_RISK_NOW.isTrue()).as("at_risk"))
                        .from(CONCERN)
                        .where(ConcernRows.waitingFor(school, viewer))
                        .asTable("waiting");
        var overdue = INCIDENT.NEXT_DUE_AT.lt(now);
        var open =
                select(
                                count().as("incidents"),
                                count().filterWhere(overdue).as("overdue"),
                                min(INCIDENT.NEXT_DUE_AT)
                                        .filterWhere(INCIDENT.NEXT_DUE_AT.ge(now))
                                        .as("next_due_at"))
                        .from(INCIDENT)
                        .where(INCIDENT.SCHOOL.eq(school))
                        .and(IncidentRows.inState("open", viewer))
                        .asTable("open_now");
        return sql.select(
                        waiting.field("concerns", Integer.class),
                        waiting.field("at_risk", Integer.class),
                        open.field("incidents", Integer.class),
                        open.field("overdue", Integer.class),
                        open.field("next_due_at", INCIDENT.NEXT_DUE_AT.getDataType()))
                .from(waiting)
                .crossJoin(open)
                .fetchSingle(Records.mapping(Size::new));
    }
}
