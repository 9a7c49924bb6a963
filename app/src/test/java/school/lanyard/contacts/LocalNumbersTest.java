// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

@ParameterizedClass
@EnumSource(Engine.class)
class LocalNumbersTest {

    private static final Pack PACK =
            ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load("boughton-leigh")).pack();
    private static final Actor HEAD = Actor.person("11111111-1111-4111-8111-111111111111");

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Ledger ledger;
    LocalNumbers numbers;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        ledger = Ledgers.of(house.database(), house.seals());
        var editions = new Editions(house.database(), ledger, () -> NINE);
        house.database()
                .change(
                        house.school(),
                        tx -> editions.publish(tx, Actor.LANYARD, PACK, LocalDate.of(2026, 9, 1)));
        numbers = new LocalNumbers(house.database(), ledger, editions);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Nested
    class A_number {

        @Test
        void is_missing_until_the_school_fills_it_in() {
            assertThat(numbers.missing(house.school()))
                    .extracting(Contact::key)
                    .contains("lado", "local-authority", "hr")
                    .doesNotContain("police");
            set("lado", "01632 960 105");
            assertThat(numbers.missing(house.school()))
                    .extracting(Contact::key)
                    .doesNotContain("lado");
            assertThat(lado().call()).isEqualTo("01632 960 105");
        }

        @Test
        void is_the_newest_that_was_set_and_can_be_cleared() {
            set("lado", "01632 960 105");
            set("lado", "01632 960 106");
            assertThat(lado().call()).isEqualTo("01632 960 106");
            set("lado", "");
            assertThat(lado().call()).isEmpty();
        }

        @Test
        void that_stays_the_same_is_not_written_again() {
            assertThat(set("lado", "01632 960 105")).isOne();
            var head = ledger.head(house.school());
            assertThat(set("lado", "01632 960 105")).isZero();
            assertThat(ledger.head(house.school())).isEqualTo(head);
        }

        @Test
        void is_in_the_ledger_with_whoever_set_it() {
            var before = ledger.head(house.school());
            set("lado", "01632 960 105");
            assertThat(ledger.head(house.school())).isNotEqualTo(before);
            assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void of_the_whole_country_is_not_a_schools_to_change() {
            var police = PACK.contact("police");
            set("police", "01632 960 999");
            assertThat(numbers.filled(house.school(), List.of(police))).containsExactly(police);
        }

        @Test
        void that_is_none_is_refused() {
            assertThatThrownBy(() -> set("lado", "ask Jo"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "01632 960 105", "+44 1632 960105", "(01632) 960105 ext 12"})
    void what_can_be_dialled_is_a_number(String text) {
        assertThat(LocalNumbers.isTelephone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "ask the office", "01632 960 105 (Jo)", "<b>101</b>"})
    void what_cannot_is_none(String text) {
        assertThat(LocalNumbers.isTelephone(text)).isFalse();
    }

    private Contact lado() {
        return numbers.all(house.school()).stream()
                .filter(each -> each.key().equals("lado"))
                .findFirst()
                .orElseThrow();
    }

    private int set(String contact, String telephone) {
        return numbers.set(house.school(), HEAD, Map.of(contact, telephone), NINE);
    }
}
