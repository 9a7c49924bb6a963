// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.sealing.KeyKind;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

@ParameterizedClass
@EnumSource(Engine.class)
class LedgerTest {

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Ledger ledger;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        ledger = new Ledger(house.database(), house.seals());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_entered_is_read_back_in_order() {
        var key = house.seals().newKey(house.school(), KeyKind.CASE);
        for (var word : new String[] {"one", "two", "three"}) {
            house.database()
                    .change(
                            house.school(),
                            tx ->
                                    ledger.enter(
                                            tx,
                                            Note.of(NINE, Actor.person("p"), "case.noted", "c")
                                                    .with(key, word)));
        }
        assertThat(ledger.about(house.school(), "c", "case."))
                .extracting(Recorded::content)
                .containsExactly("one", "two", "three");
        assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void a_change_that_fails_enters_nothing() {
        assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        house.school(),
                                        tx -> {
                                            ledger.enter(tx, noted());
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.verify(house.school()))
                .isEqualTo(new Verdict.Whole(school.lanyard.core.ledger.Chain.START, 0));
    }

    @Test
    void two_schools_have_two_chains() {
        var other = "00000000-0000-0000-0000-000000000001";
        house.found(other);
        enter();
        assertThat(ledger.about(other, "c", "")).isEmpty();
        assertThat(((Verdict.Whole) ledger.verify(other)).count()).isZero();
    }

    @Test
    void an_entry_can_be_neither_changed_nor_removed() {
        enter();
        assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        house.school(),
                                        tx ->
                                                tx.sql()
                                                        .update(LEDGER_ENTRY)
                                                        .set(LEDGER_ENTRY.ACTION, "x")
                                                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        house.school(),
                                        tx -> tx.sql().delete(LEDGER_ENTRY).execute()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void many_writers_at_once_make_one_whole_chain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100).forEach(_ -> threads.submit(() -> enter()));
        }
        assertThat(((Verdict.Whole) ledger.verify(house.school())).count()).isEqualTo(100);
    }

    @Test
    void a_disposed_entry_still_verifies_and_says_nothing() {
        var key = house.seals().newKey(house.school(), KeyKind.CASE);
        house.database()
                .change(
                        house.school(),
                        tx ->
                                ledger.enter(
                                        tx,
                                        Note.of(NINE, Actor.LANYARD, "case.noted", "c")
                                                .with(key, "words")));
        house.seals().destroy(key);
        assertThat(ledger.about(house.school(), "c", "case.").getFirst().content()).isNull();
        assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
    }

    private void enter() {
        house.database().change(house.school(), tx -> ledger.enter(tx, noted()));
    }

    private static Note noted() {
        return Note.of(NINE, Actor.LANYARD, "case.noted", "c");
    }
}
