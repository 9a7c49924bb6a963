// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.cli.LedgerVerifyCommand;
import school.lanyard.sealing.KeyKind;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.RawDatabase;
import school.lanyard.testing.Told;

/// Somebody has the database itself and has taken its guards off. More entries than one page of the
/// reader, so that page ends are tried as well.
@ParameterizedClass
@EnumSource(Engine.class)
class TamperingTest {

    private static final int ENTRIES = 1203;
    private static final int PAGE = 500;

    @Parameter Engine engine;
    private static House house;
    private static String printed = "";
    private static Runnable undo;

    /// One ledger for every test, which each leaves as it was: making it takes longer than the
    /// rest.
    @BeforeParameterizedClassInvocation
    static void a_ledger(Engine engine, @TempDir Path directory) {
        house = House.fresh(engine, directory);
        var ledger = Ledgers.of(house.database(), house.seals());
        var key = house.seals().newKey(house.school(), KeyKind.CASE);
        house.database()
                .change(
                        house.school(),
                        tx -> {
                            for (var number = 1; number <= ENTRIES; number++) {
                                ledger.enter(
                                        tx,
                                        Note.of(NINE, Actor.person("p"), "case.noted", "c" + number)
                                                .with(key, "words " + number));
                            }
                        });
        printed = ledger.head(house.school()).hex();
        undo = RawDatabase.save(house.home().database());
    }

    @AfterEach
    void put_back() {
        undo.run();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        assertThat(verify().exit()).isZero();
        house.close();
    }

    @Test
    void none_is_reported_with_school_count_and_head() {
        var told = verify();
        assertThat(told.exit()).isZero();
        assertThat(told.out().lines())
                .containsExactly(
                        house.school() + " whole: " + ENTRIES + " entries, head " + printed);
    }

    @Test
    void by_changing_any_column_of_a_row_is_found_there() {
        for (var change :
                List.of(
                        "actor = 'other'",
                        "action = 'case.closed'",
                        "entered_at = entered_at + 1",
                        "id = 'another-id'",
                        "key_id = null",
                        "sealed = null",
                        "previous = hash",
                        "hash = previous")) {
            assertFound(700, "update ledger_entry set " + change + " where seq = 700");
        }
    }

    @Test
    void by_removing_a_row_is_found_there() {
        assertFound(
                PAGE,
                "delete from ledger_subject where seq = " + PAGE,
                "delete from ledger_entry where seq = " + PAGE);
    }

    @Test
    void by_removing_a_whole_page_is_found_at_its_beginning() {
        assertFound(
                PAGE + 1,
                "delete from ledger_subject where seq > 500 and seq <= 1000",
                "delete from ledger_entry where seq > 500 and seq <= 1000");
    }

    @Test
    void by_removing_a_whole_page_and_setting_the_head_back_is_found() {
        assertFound(
                PAGE + 1,
                "delete from ledger_subject where seq > 500 and seq <= 1000",
                "delete from ledger_entry where seq > 500 and seq <= 1000",
                "update ledger_head set seq = 500, hash = (select hash from ledger_entry where seq = 500)");
    }

    @Test
    void by_swapping_two_rows_is_found_at_the_first() {
        assertFound(
                10,
                "delete from ledger_subject where seq in (10, 20)",
                "update ledger_entry set seq = -1 where seq = 10",
                "update ledger_entry set seq = 10 where seq = 20",
                "update ledger_entry set seq = 20 where seq = -1");
    }

    @Test
    void by_changing_adding_or_removing_what_an_entry_is_about_is_found_there() {
        assertFound(30, "update ledger_subject set subject = 'c99' where seq = 30");
        assertFound(30, "delete from ledger_subject where seq = 30");
        assertFound(
                30,
                "insert into ledger_subject (school, subject, seq) values ('%s', 'c-new', 30)"
                        .formatted(house.school()));
    }

    @Test
    void by_a_row_before_the_first_is_found() {
        assertFound(
                1,
                "insert into ledger_entry (school, seq, id, entered_at, actor, action, previous, hash)"
                        + " select school, -5, 'new', entered_at, actor, action, previous, hash from"
                        + " ledger_entry where seq = 1");
    }

    @Test
    void by_cutting_the_end_off_is_found() {
        assertFound(
                1199,
                "delete from ledger_subject where seq >= 1199",
                "delete from ledger_entry where seq >= 1199");
    }

    @Test
    void by_removing_the_head_is_found() {
        assertFound(1, "delete from ledger_head");
    }

    /// The chain alone cannot show this: only a head that was printed before.
    @Test
    void by_cutting_the_end_off_and_setting_the_head_back_is_found_by_a_printed_head() {
        RawDatabase.change(
                house.home().database(),
                List.of(
                        "delete from ledger_subject where seq >= 1199",
                        "delete from ledger_entry where seq >= 1199",
                        "update ledger_head set seq = 1198, hash = (select hash from ledger_entry"
                                + " where seq = 1198)"));
        assertThat(verify().exit()).isZero();
        var told = verify("--head", printed);
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.err().lines())
                .singleElement()
                .asString()
                .contains("history has been rewritten");
    }

    @Test
    void by_removing_the_school_is_no_way_out() {
        RawDatabase.change(house.home().database(), List.of("update ledger_entry set actor = 'x'"));
        RawDatabase.withoutForeignKeys(house.home().database(), List.of("delete from school"));
        assertThat(verify().exit()).isEqualTo(1);
    }

    /// Makes the change, wants it found, and takes it back.
    private void assertFound(int entry, String... statements) {
        RawDatabase.change(house.home().database(), List.of(statements));
        var told = verify();
        assertThat(told.exit()).as(List.of(statements).toString()).isEqualTo(1);
        assertThat(told.out()).contains(house.school() + " BROKEN at entry " + entry + ": ");
        assertThat(told.err().lines()).singleElement().asString().contains("The ledger is broken");
        undo.run();
    }

    private static Told verify(String... more) {
        return Told.by(new LedgerVerifyCommand(), house.home(), more);
    }
}
