// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.store;

import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CLASS_TABLET;
import static school.lanyard.database.schema.Tables.TABLET_CALL;
import static school.lanyard.database.schema.Tables.TABLET_SIGNAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Class tablets, what came from them, and whom children asked for.
public final class TabletRows {

    /// A tablet's row, its content still sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(
            String id,
            String keyId,
            byte[] sealed,
            String setUpBy,
            Instant setUpAt,
            @Nullable Instant boundAt) {}

    /// A concern that came from a tablet.
    public record Signal(String concern, String keyId, @Nullable Instant takenBackAt) {}

    /// A grown-up whom a child asked for.
    public record Call(
            String id, String tablet, String person, Instant calledAt, @Nullable Instant goneAt) {}

    private final DSLContext sql;
    private final String school;

    public TabletRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// A tablet as its row stands; shown to nobody.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stored(
            String id,
            String keyId,
            byte[] sealed,
            String setUpBy,
            Instant setUpAt,
            @Nullable Instant boundAt,
            @Nullable Instant endedAt) {}

    /// A signal as its row stands.
    public record StoredSignal(
            String concern,
            String tablet,
            String print,
            Instant lastAt,
            @Nullable Instant takenBackAt) {}

    /// A call as its row stands.
    public record StoredCall(
            String id,
            String concern,
            String tablet,
            String person,
            Instant calledAt,
            @Nullable Instant goneAt) {}

    /// Every tablet, to be compared with the ledger.
    public List<Stored> everyTablet() {
        return sql.select(
                        CLASS_TABLET.ID,
                        CLASS_TABLET.KEY_ID,
                        CLASS_TABLET.SEALED,
                        CLASS_TABLET.SET_UP_BY,
                        CLASS_TABLET.SET_UP_AT,
                        CLASS_TABLET.BOUND_AT,
                        CLASS_TABLET.ENDED_AT)
                .from(CLASS_TABLET)
                .where(CLASS_TABLET.SCHOOL.eq(school))
                .fetch(Records.mapping(Stored::new));
    }

    public List<StoredSignal> everySignal() {
        return sql.select(
                        TABLET_SIGNAL.CONCERN,
                        TABLET_SIGNAL.TABLET,
                        TABLET_SIGNAL.PRINT,
                        TABLET_SIGNAL.LAST_AT,
                        TABLET_SIGNAL.TAKEN_BACK_AT)
                .from(TABLET_SIGNAL)
                .where(TABLET_SIGNAL.SCHOOL.eq(school))
                .fetch(Records.mapping(StoredSignal::new));
    }

    public List<StoredCall> everyCall() {
        return sql.select(
                        TABLET_CALL.ID,
                        TABLET_CALL.CONCERN,
                        TABLET_CALL.TABLET,
                        TABLET_CALL.PERSON,
                        TABLET_CALL.CALLED_AT,
                        TABLET_CALL.GONE_AT)
                .from(TABLET_CALL)
                .where(TABLET_CALL.SCHOOL.eq(school))
                .fetch(Records.mapping(StoredCall::new));
    }

    public void add(Row row, String codePrint, Instant codeUntil) {
        sql.insertInto(CLASS_TABLET)
                .set(CLASS_TABLET.ID, row.id())
                .set(CLASS_TABLET.SCHOOL, school)
                .set(CLASS_TABLET.KEY_ID, row.keyId())
                .set(CLASS_TABLET.SEALED, row.sealed())
                .set(CLASS_TABLET.CODE_PRINT, codePrint)
                .set(CLASS_TABLET.CODE_UNTIL_AT, codeUntil)
                .set(CLASS_TABLET.SET_UP_BY, row.setUpBy())
                .set(CLASS_TABLET.SET_UP_AT, row.setUpAt())
                .execute();
    }

    /// The tablet that waits for this code, which may be typed until a moment to come.
    public Optional<Row> waitingFor(String codePrint, Instant now) {
        return rows(
                        CLASS_TABLET
                                .CODE_PRINT
                                .eq(codePrint)
                                .and(CLASS_TABLET.CODE_UNTIL_AT.gt(now))
                                .and(CLASS_TABLET.BOUND_AT.isNull())
                                .and(CLASS_TABLET.ENDED_AT.isNull()))
                .stream()
                .findFirst();
    }

    public void bind(String id, Instant at) {
        sql.update(CLASS_TABLET)
                .set(CLASS_TABLET.BOUND_AT, at)
                .setNull(CLASS_TABLET.CODE_PRINT)
                .where(CLASS_TABLET.SCHOOL.eq(school))
                .and(CLASS_TABLET.ID.eq(id))
                .execute();
    }

    public Optional<Row> find(String id) {
        return rows(CLASS_TABLET.ID.eq(id).and(CLASS_TABLET.ENDED_AT.isNull())).stream()
                .findFirst();
    }

    /// Every tablet that has not been ended.
    public List<Row> all() {
        return rows(CLASS_TABLET.ENDED_AT.isNull());
    }

    public boolean exists(String id) {
        return sql.fetchExists(
                CLASS_TABLET, CLASS_TABLET.SCHOOL.eq(school).and(CLASS_TABLET.ID.eq(id)));
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        CLASS_TABLET.ID,
                        CLASS_TABLET.KEY_ID,
                        CLASS_TABLET.SEALED,
                        CLASS_TABLET.SET_UP_BY,
                        CLASS_TABLET.SET_UP_AT,
                        CLASS_TABLET.BOUND_AT)
                .from(CLASS_TABLET)
                .where(CLASS_TABLET.SCHOOL.eq(school))
                .and(which)
                .orderBy(CLASS_TABLET.SET_UP_AT, CLASS_TABLET.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Ends a tablet, and says whether there was one to end.
    public boolean end(String id, Instant at) {
        return sql.update(CLASS_TABLET)
                        .set(CLASS_TABLET.ENDED_AT, at)
                        .setNull(CLASS_TABLET.CODE_PRINT)
                        .where(CLASS_TABLET.SCHOOL.eq(school))
                        .and(CLASS_TABLET.ID.eq(id))
                        .and(CLASS_TABLET.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    public void signal(String concern, String tablet, String print, Instant at) {
        sql.insertInto(TABLET_SIGNAL)
                .set(TABLET_SIGNAL.CONCERN, concern)
                .set(TABLET_SIGNAL.SCHOOL, school)
                .set(TABLET_SIGNAL.TABLET, tablet)
                .set(TABLET_SIGNAL.PRINT, print)
                .set(TABLET_SIGNAL.LAST_AT, at)
                .execute();
    }

    public void again(String concern, Instant at) {
        sql.update(TABLET_SIGNAL)
                .set(TABLET_SIGNAL.LAST_AT, at)
                .where(TABLET_SIGNAL.SCHOOL.eq(school))
                .and(TABLET_SIGNAL.CONCERN.eq(concern))
                .execute();
    }

    /// The same picture on the same tablet, pressed since a moment and not taken back.
    public Optional<Signal> same(String tablet, String print, Instant since) {
        return signals(
                        TABLET_SIGNAL
                                .TABLET
                                .eq(tablet)
                                .and(TABLET_SIGNAL.PRINT.eq(print))
                                .and(TABLET_SIGNAL.TAKEN_BACK_AT.isNull())
                                .and(TABLET_SIGNAL.LAST_AT.ge(since)))
                .stream()
                .findFirst();
    }

    /// How often a picture of a tablet has made a signal.
    public int count(String print) {
        return sql.fetchCount(
                TABLET_SIGNAL, TABLET_SIGNAL.SCHOOL.eq(school).and(TABLET_SIGNAL.PRINT.eq(print)));
    }

    /// What came from a tablet last, since a moment.
    public Optional<Signal> last(String tablet, Instant since) {
        return signals(TABLET_SIGNAL.TABLET.eq(tablet).and(TABLET_SIGNAL.LAST_AT.ge(since)))
                .stream()
                .findFirst();
    }

    /// The signal behind a concern, if the viewer may read it.
    public Optional<Signal> of(String concern, Viewer viewer) {
        return signals(
                        TABLET_SIGNAL
                                .CONCERN
                                .eq(concern)
                                .and(Door.opens(TABLET_SIGNAL.CONCERN, viewer)))
                .stream()
                .findFirst();
    }

    private List<Signal> signals(Condition which) {
        return sql.select(TABLET_SIGNAL.CONCERN, CASE_FILE.KEY_ID, TABLET_SIGNAL.TAKEN_BACK_AT)
                .from(TABLET_SIGNAL)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(TABLET_SIGNAL.CONCERN))
                .where(TABLET_SIGNAL.SCHOOL.eq(school))
                .and(which)
                .orderBy(TABLET_SIGNAL.LAST_AT.desc(), TABLET_SIGNAL.CONCERN)
                .fetch(Records.mapping(Signal::new));
    }

    public void takeBack(String concern, Instant at) {
        sql.update(TABLET_SIGNAL)
                .set(TABLET_SIGNAL.TAKEN_BACK_AT, at)
                .where(TABLET_SIGNAL.SCHOOL.eq(school))
                .and(TABLET_SIGNAL.CONCERN.eq(concern))
                .execute();
    }

    public void call(String id, String concern, String tablet, String person, Instant at) {
        sql.insertInto(TABLET_CALL)
                .set(TABLET_CALL.ID, id)
                .set(TABLET_CALL.SCHOOL, school)
                .set(TABLET_CALL.CONCERN, concern)
                .set(TABLET_CALL.TABLET, tablet)
                .set(TABLET_CALL.PERSON, person)
                .set(TABLET_CALL.CALLED_AT, at)
                .execute();
    }

    public boolean isCalled(String concern, String person) {
        return sql.fetchExists(
                TABLET_CALL,
                TABLET_CALL
                        .SCHOOL
                        .eq(school)
                        .and(TABLET_CALL.CONCERN.eq(concern))
                        .and(TABLET_CALL.PERSON.eq(person)));
    }

    /// Whom a child asked for in a concern; for whoever may read it.
    public List<Call> callsOf(String concern) {
        return calls(TABLET_CALL.CONCERN.eq(concern));
    }

    /// Children who asked for somebody and to whom they have not said that they went.
    public List<Call> callsFor(String person) {
        return calls(TABLET_CALL.PERSON.eq(person).and(TABLET_CALL.GONE_AT.isNull()));
    }

    private List<Call> calls(Condition which) {
        return sql.select(
                        TABLET_CALL.ID,
                        TABLET_CALL.TABLET,
                        TABLET_CALL.PERSON,
                        TABLET_CALL.CALLED_AT,
                        TABLET_CALL.GONE_AT)
                .from(TABLET_CALL)
                .where(TABLET_CALL.SCHOOL.eq(school))
                .and(which)
                .orderBy(TABLET_CALL.CALLED_AT, TABLET_CALL.ID)
                .fetch(Records.mapping(Call::new));
    }

    /// Records that somebody went, and says whether the call was theirs and still open.
    public boolean gone(String id, String person, Instant at) {
        return sql.update(TABLET_CALL)
                        .set(TABLET_CALL.GONE_AT, at)
                        .where(TABLET_CALL.SCHOOL.eq(school))
                        .and(TABLET_CALL.ID.eq(id))
                        .and(TABLET_CALL.PERSON.eq(person))
                        .and(TABLET_CALL.GONE_AT.isNull())
                        .execute()
                == 1;
    }

    /// A tablet, ended or not.
    public Optional<Row> evenEnded(String id) {
        return rows(CLASS_TABLET.ID.eq(id)).stream().findFirst();
    }
}
