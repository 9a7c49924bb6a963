// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.MEMBERSHIP;
import static school.lanyard.testing.House.NINE;
import static school.lanyard.testing.Willow.CHILD;
import static school.lanyard.testing.Willow.DEPUTY;
import static school.lanyard.testing.Willow.DSL;
import static school.lanyard.testing.Willow.HEAD;
import static school.lanyard.testing.Willow.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.cli.BackupCommand;
import school.lanyard.cli.KeysBackupCommand;
import school.lanyard.cli.KeysRestoreCommand;
import school.lanyard.cli.LedgerVerifyCommand;
import school.lanyard.cli.RestoreCommand;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Outcome;
import school.lanyard.core.retention.Term;
import school.lanyard.notices.store.NoticeRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Told;
import school.lanyard.testing.Willow;

class RetentionTest {

    @TempDir Path directory;
    @TempDir Path safe;
    House house;
    Old old;

    @BeforeEach
    void open() {
        on(Engine.SQLITE, directory);
    }

    private void on(Engine engine, Path place) {
        house = House.fresh(engine, place);
        old = Old.in(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_case_is_due_once_its_child_is_old_enough_and_not_before() {
        var reference = old.ended(CHILD);
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.BIRTH_MISSING);
        old.born(CHILD, TODAY.minusYears(25).plusDays(1));
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.KEPT);
        old.born(CHILD, TODAY.minusYears(25));
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.DUE);
        assertThat(old.state(old.open(CHILD))).isEqualTo(KeptCase.State.OPEN);
    }

    @Test
    void nothing_is_disposed_of_before_its_time_or_while_it_is_open() {
        var reference = old.ended(CHILD);
        assertThat(old.decide(DSL, reference)).isInstanceOf(Answer.Refused.class);
        old.born(CHILD, TODAY.minusYears(7));
        assertThat(old.decide(DSL, reference)).isInstanceOf(Answer.Refused.class);
        old.born(CHILD, Old.GROWN);
        assertThat(old.decide(DSL, old.open(CHILD))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void one_person_cannot_dispose_of_a_case_alone() {
        old.born(CHILD, Old.GROWN);
        var reference = old.ended(CHILD);
        assertThat(old.agree(DEPUTY, reference)).isInstanceOf(Answer.Refused.class);
        assertThat(old.decide(DSL, reference)).isEqualTo(new Answer.Waits());
        assertThat(old.agree(DSL, reference)).isInstanceOf(Answer.Refused.class);
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.WAITING);
        assertThat(old.retention().answer(old.as(DEPUTY), reference, false, NINE))
                .isEqualTo(new Answer.Done());
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.DUE);
    }

    @Test
    void whoever_cannot_read_it_learns_nothing_and_decides_nothing() {
        old.born(CHILD, Old.GROWN);
        var reference = old.ended(CHILD);
        old.decide(DSL, reference);
        assertThat(old.agree(HEAD, reference)).isEqualTo(new Answer.NotFound());
        assertThat(old.retention().find(old.as(HEAD), reference, NINE)).isEmpty();
        assertThat(old.retention().ended(old.as(HEAD), NINE)).isEmpty();
        assertThat(old.retention().size(old.as(HEAD))).isEqualTo(new Retention.Size(0, 0));
        assertThat(old.retention().size(old.as(DEPUTY))).isEqualTo(new Retention.Size(0, 1));
    }

    @Test
    void what_is_due_is_counted_as_it_is_listed_after_every_change() {
        countsAreTrue();
        var reference = old.ended(CHILD);
        countsAreTrue();
        old.born(CHILD, Old.GROWN);
        assertThat(countsAreTrue().due()).isOne();
        var other = old.incident(CHILD);
        assertThat(countsAreTrue().due()).isEqualTo(2);
        old.retention().hold(old.as(DSL), reference, "A court asked for it.", NINE);
        assertThat(countsAreTrue().due()).isOne();
        old.retention().release(old.as(DSL), reference, "The court is done.", NINE);
        old.decide(DSL, other);
        assertThat(countsAreTrue()).isEqualTo(new Retention.Size(1, 1));
        old.agree(DEPUTY, other);
        assertThat(countsAreTrue()).isEqualTo(new Retention.Size(1, 0));
    }

    /// Twice, for the second time nothing is worked out.
    private Retention.Size countsAreTrue() {
        for (var who : List.of(DSL, HEAD, DEPUTY, DEPUTY)) {
            var listed =
                    old.retention().ended(old.as(who), NINE).stream()
                            .map(each ->
                                    each.waiting() == null || !each.waiting().by().equals(who(who))
                                            ? each.on(TODAY)
                                            : KeptCase.State.KEPT)
                            .toList();
            assertThat(old.retention().size(old.as(who)))
                    .as(who)
                    .isEqualTo(
                            new Retention.Size(
                                    Collections.frequency(listed, KeptCase.State.DUE),
                                    Collections.frequency(listed, KeptCase.State.WAITING)));
        }
        return old.retention().size(old.as(DEPUTY));
    }

    private String who(String name) {
        return old.as(name).person();
    }

    @Test
    void a_hold_stops_a_disposal_that_waits() {
        old.born(CHILD, Old.GROWN);
        var reference = old.ended(CHILD);
        old.decide(DSL, reference);
        old.retention().hold(old.as(DSL), reference, "A court asked for it.", NINE);
        assertThat(old.agree(DEPUTY, reference)).isInstanceOf(Answer.Refused.class);
        var held = old.retention().find(old.as(DEPUTY), reference, NINE).orElseThrow();
        assertThat(held.on(TODAY)).isEqualTo(KeptCase.State.HELD);
        assertThat(held.hold().reason()).isEqualTo("A court asked for it.");
        old.retention().release(old.as(DEPUTY), reference, "The court is done.", NINE);
        assertThat(old.agree(DEPUTY, reference)).isEqualTo(new Answer.Disposed());
    }

    @Test
    void a_low_level_concern_is_reviewed_once_the_adult_has_been_gone_for_long_enough() {
        var reference = old.open(Willow.TEACHER);
        assertThat(
                        old.work()
                                .concerns()
                                .answer(
                                        old.as(HEAD),
                                        reference,
                                        new Concern.Answer(
                                                "Kept in the register.", "Nobody.", true, "So."),
                                        "token",
                                        NINE))
                .isEqualTo(new Outcome.Recorded());
        var id = old.retention().find(old.as(HEAD), reference, NINE).orElseThrow().id();
        house.database()
                .change(
                        house.school(),
                        tx ->
                                new NoticeRows(tx.sql(), tx.school())
                                        .add(id, "low-level", null, null));
        assertThat(old.retention().find(old.as(HEAD), reference, NINE).orElseThrow().term())
                .isEqualTo(new Term.NotLeft());
        assertThat(old.decide(HEAD, reference)).isInstanceOf(Answer.Refused.class);
        left(Willow.TEACHER, TODAY.minusDays(1));
        var kept = old.retention().find(old.as(HEAD), reference, NINE).orElseThrow();
        assertThat(kept.on(TODAY.plusYears(6).minusDays(1))).isEqualTo(KeptCase.State.KEPT);
        assertThat(kept.on(TODAY.plusYears(6))).isEqualTo(KeptCase.State.DUE);
    }

    private void left(String name, LocalDate day) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                tx.sql()
                                        .update(MEMBERSHIP)
                                        .set(MEMBERSHIP.FROM_ON, day.minusYears(3))
                                        .set(MEMBERSHIP.TO_ON, day)
                                        .where(MEMBERSHIP.PERSON.eq(old.willow().id(name)))
                                        .execute());
        old = Old.again(house, old.willow());
    }

    @Test
    void a_review_can_keep_it_longer() {
        old.born(CHILD, Old.GROWN);
        var reference = old.ended(CHILD);
        var later = new Decision.Keep(TODAY.plusYears(2));
        assertThat(old.retention().review(old.as(DSL), reference, later, "Asked for.", NINE))
                .isEqualTo(new Answer.Done());
        assertThat(old.state(reference)).isEqualTo(KeptCase.State.KEPT);
        assertThat(
                        old.retention()
                                .find(old.as(DSL), reference, NINE)
                                .orElseThrow()
                                .on(TODAY.plusYears(2)))
                .isEqualTo(KeptCase.State.DUE);
    }

    @ParameterizedTest
    @EnumSource
    void after_a_disposal_nothing_opens_the_ledger_verifies_and_old_backups_bring_nothing_back(
            Engine engine) throws IOException {
        house.close();
        on(engine, directory.resolve(engine.name()));
        old.born(CHILD, Old.GROWN);
        var reference = old.incident(CHILD);
        var other = old.incident(CHILD);
        assertThat(old.retention().ended(old.as(DSL), NINE)).hasSize(2);
        var records = safe.resolve("records.backup");
        var keys = safe.resolve("keys.backup");
        var passphrase =
                Files.writeString(safe.resolve("passphrase"), "a long enough passphrase\n");
        told(new BackupCommand(), records.toString());
        told(new KeysBackupCommand(), keys.toString(), "--passphrase-file", passphrase.toString());
        old.decide(DSL, reference);
        assertThat(old.agree(DEPUTY, reference)).isEqualTo(new Answer.Disposed());
        nothingOpens(reference, other);
        assertThat(old.disposals().by(house.school(), old.willow().id(DEPUTY)))
                .singleElement()
                .matches(each -> each.destroyedAt() != null);
        assertThat(old.disposals().by(house.school(), old.willow().id(HEAD))).isEmpty();

        house.close();
        told(new KeysRestoreCommand(), keys.toString(), "--passphrase-file", passphrase.toString());
        told(new RestoreCommand(), records.toString(), "--replace");
        house = House.reopened(house.home(), house.school());
        old = Old.again(house, old.willow());
        nothingOpens(reference, other);
    }

    /// Of everything sealed that the ledger holds of the case, not a word opens, and nobody finds
    /// it; the other case is as it was.
    private void nothingOpens(String reference, String other) {
        var dsl = old.as(DSL);
        assertThat(old.work().incidents().open(dsl, reference, "incident.read", NINE)).isEmpty();
        assertThat(old.retention().find(dsl, reference, NINE)).isEmpty();
        assertThat(old.work().incidents().open(dsl, other, "incident.read", NINE))
                .hasValueSatisfying(found ->
                        assertThat(found.concerns().getFirst().report().what())
                                .isEqualTo(Old.WORDS));
        assertThat(opened()).filteredOn(words -> words.contains("Zephyrine")).hasSize(1);
        assertThat(people()).isEqualTo(2);
        var told = Told.by(new LedgerVerifyCommand(), house.home());
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
        assertThat(told.out()).contains("whole").doesNotContain("DIFFERENT");
    }

    /// Whatever of the ledger's content any key still opens.
    private List<String> opened() {
        var words = new ArrayList<String>();
        house.database()
                .read(sql ->
                        sql.select(LEDGER_ENTRY.ID, LEDGER_ENTRY.KEY_ID, LEDGER_ENTRY.SEALED)
                                .from(LEDGER_ENTRY)
                                .where(LEDGER_ENTRY.SEALED.isNotNull())
                                .fetch())
                .forEach(row -> {
                    try {
                        words.add(
                                new String(
                                        house.seals()
                                                .open(
                                                        house.school(),
                                                        row.value2(),
                                                        row.value3(),
                                                        "ledger:" + row.value1()),
                                        java.nio.charset.StandardCharsets.UTF_8));
                    } catch (KeyDestroyedException disposed) {
                        // As it should be.
                    }
                });
        return words;
    }

    /// Who is linked to any case: the other incident and its concern.
    private int people() {
        return house.database().read(sql -> sql.fetchCount(CASE_PERSON));
    }

    @Test
    void keys_that_a_crash_left_behind_are_destroyed_by_the_next_round() {
        old.born(CHILD, Old.GROWN);
        var reference = old.ended(CHILD);
        var id = old.retention().find(old.as(DSL), reference, NINE).orElseThrow().id();
        house.database()
                .change(
                        house.school(),
                        tx ->
                                new school.lanyard.retention.store.DisposalRows(
                                                tx.sql(), tx.school())
                                        .dispose(id, id, "one", "two", NINE));
        assertThat(old.disposals().finish(house.school())).isEqualTo(1);
        assertThat(old.disposals().finish(house.school())).isZero();
        assertThat(house.seals().isDestroyed(keyOf(id))).isTrue();
    }

    private String keyOf(String id) {
        return house.database()
                .read(sql ->
                        sql.select(school.lanyard.database.schema.Tables.CASE_FILE.KEY_ID)
                                .from(school.lanyard.database.schema.Tables.CASE_FILE)
                                .where(school.lanyard.database.schema.Tables.CASE_FILE.ID.eq(id))
                                .fetchSingle()
                                .value1());
    }

    private Told told(Object command, String... arguments) {
        var told = Told.by(command, house.home(), arguments);
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
        return told;
    }
}
