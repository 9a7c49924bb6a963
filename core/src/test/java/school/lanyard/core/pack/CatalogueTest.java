// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The catalogue of the two policies' clauses, compared with what the two packs hold.
class CatalogueTest {

    private static final List<Clause> HELD =
            Stream.of("boughton-leigh", "balfour")
                    .flatMap(key -> Tables.sound(key).clauses().values().stream())
                    .toList();

    @Nested
    class Every_clause_of_the_catalogue {

        @Test
        void is_in_one_of_the_packs_exactly_once_with_its_area_and_kind() {
            var catalogue =
                    Tables.text("/clauses/catalogue.csv")
                            .lines()
                            .skip(1)
                            .map(line -> line.split(","))
                            .map(cells -> tuple(cells[0], cells[1], cells[2]))
                            .toList();
            assertThat(catalogue).hasSize(753);
            assertThat(HELD)
                    .extracting(
                            Clause::id,
                            Clause::area,
                            clause -> clause.kind() == null ? "" : clause.kind().key())
                    .containsExactlyInAnyOrderElementsOf(catalogue);
        }

        @Test
        void says_whom_it_binds_and_stands_under_a_heading() {
            assertThat(HELD)
                    .allSatisfy(clause -> {
                        assertThat(clause.who()).as(clause.id()).isNotEmpty();
                        assertThat(clause.section()).as(clause.id()).isNotEmpty();
                    });
        }
    }

    /// What the build says about how much of each policy the program keeps.
    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void A_pack_counts_what_is_bound_and_what_is_not(String key) {
        var clauses = Tables.sound(key).clauses().values();
        var bound = clauses.stream().filter(Clause::bound).count();
        System.out.printf(
                "%s: %d clauses, %d bound, %d unbound%n",
                key, clauses.size(), bound, clauses.size() - bound);
        assertThat(bound).isPositive().isLessThan(clauses.size());
    }
}
