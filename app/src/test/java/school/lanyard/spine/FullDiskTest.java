// SPDX-License-Identifier: Apache-2.0
package school.lanyard.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.database.schema.Tables.PERSON;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// The write connection may use no more pages than it has, which SQLite answers as it does a full
/// disk.
class FullDiskTest {

    @TempDir Path directory;
    House house;
    Ledger ledger;
    People people;

    @BeforeEach
    void open() {
        house = House.fresh(Engine.SQLITE, directory);
        ledger = Ledgers.of(house.database(), house.seals());
        people = new People(house.database(), house.seals(), ledger, () -> NINE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_change_that_finds_no_room_stores_nothing_and_the_next_one_works() {
        add(1);
        var head = ledger.head(house.school());
        allowPages(1);
        assertThatThrownBy(() -> add(2000))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("SQLITE_FULL");
        assertThat(ledger.head(house.school())).isEqualTo(head);
        assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        assertThat(stored()).isEqualTo(1);

        allowPages(1_000_000);
        add(2000);
        assertThat(stored()).isEqualTo(2001);
        assertThat(((Verdict.Whole) ledger.verify(house.school())).count()).isEqualTo(2);
        assertThat(people.directory(house.school()).everybody()).hasSize(2001);
    }

    private void add(int count) {
        house.database()
                .change(
                        house.school(),
                        tx ->
                                people.add(
                                        tx,
                                        Actor.LANYARD,
                                        Stream.generate(() -> NewPerson.named("Ada Marrow"))
                                                .limit(count)
                                                .toList()));
    }

    private int stored() {
        return house.database().read(sql -> sql.fetchCount(PERSON));
    }

    /// Fewer than there are means as many as there are.
    private void allowPages(int pages) {
        house.database()
                .change(house.school(), tx -> tx.sql().fetch("pragma max_page_count = " + pages));
    }
}
