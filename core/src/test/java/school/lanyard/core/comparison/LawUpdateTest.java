// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import school.lanyard.core.comparison.LawUpdate.Stale;
import school.lanyard.core.pack.ClauseKind;
import school.lanyard.core.pack.Pack;

/// Moving from the law of 2025 to that of 2026.
class LawUpdateTest {

    private static final Pack NEWER = Changed.sound(Changed.PACKS.files("england-2026"));
    private static final Pack ON_2025 =
            Changed.of(
                    "balfour",
                    "pack.yaml",
                    text -> text.replace("extends: england-2026", "extends: england-2025"));
    private static final LawUpdate UPDATE = LawUpdate.of(ON_2025, NEWER);

    @Test
    void lists_each_fact_that_is_new_or_says_something_else() {
        assertThat(UPDATE.facts())
                .extracting(fact -> fact.now().key())
                .contains("data-complaints", "filtering-people-named")
                .doesNotContain("four-areas-of-risk", "cyber-risk-each-year");
        assertThat(UPDATE.facts())
                .filteredOn(fact -> fact.now().key().equals("data-complaints"))
                .allSatisfy(fact -> assertThat(fact.was()).isNull());
        assertThat(UPDATE.facts())
                .filteredOn(fact -> fact.now().key().equals("filtering-people-named"))
                .allSatisfy(fact -> assertThat(fact.was()).contains("senior leader"));
    }

    @Test
    void sorts_the_clauses_it_touches_by_what_somebody_has_to_do() {
        assertThat(UPDATE.agreements())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.clause().kind()).isEqualTo(ClauseKind.ATTESTATION));
        assertThat(UPDATE.training()).isNotEmpty();
        assertThat(UPDATE.reviews()).isNotEmpty();
        var all =
                Stream.of(UPDATE.agreements(), UPDATE.training(), UPDATE.reviews(), UPDATE.others())
                        .flatMap(List::stream)
                        .toList();
        assertThat(all).extracting(Stale::clause).doesNotHaveDuplicates();
        assertThat(all.size()).isLessThan(ON_2025.clauses().size() / 2);
        assertThat(all).allSatisfy(each -> assertThat(each.by()).isNotEmpty());
    }

    @Test
    void names_the_times_that_it_brings() {
        assertThat(UPDATE.help())
                .anySatisfy(line -> assertThat(line).contains("complaint").endsWith("30 days"));
    }

    @Test
    void has_nothing_to_say_to_a_policy_that_builds_on_it_already() {
        assertThat(LawUpdate.of(Changed.STARTER, NEWER).isEmpty()).isTrue();
    }

    @Test
    void lists_only_what_rests_on_a_fact_that_a_clause_names() {
        var touched =
                Stream.of(UPDATE.agreements(), UPDATE.training(), UPDATE.reviews(), UPDATE.others())
                        .flatMap(List::stream)
                        .filter(stale ->
                                stale.by().stream()
                                        .anyMatch(fact ->
                                                fact.key().equals("filtering-review-each-year")))
                        .map(stale -> stale.clause().id());
        assertThat(touched).containsExactlyInAnyOrder("BF-016", "BF-032");
        assertThat(ON_2025.clauses().values())
                .as("its areas would be wider")
                .filteredOn(NEWER.law().get("filtering-review-each-year")::touches)
                .anyMatch(clause -> clause.id().equals("BF-157"));
    }

    @Test
    void takes_a_clause_as_touched_that_names_the_fact_or_stands_beside_it() {
        var own =
                Changed.of(
                        "starter",
                        "clauses/filtering.yaml",
                        text -> text.replaceFirst("(ST-035:\n)", "$1  law: [data-complaints]\n"));
        var fact = own.law().get("data-complaints");
        assertThat(fact.clauses()).hasSize(1);
        assertThat(fact.touches(own.clauses().get(fact.clauses().getFirst()))).isTrue();
        assertThat(Changed.STARTER.law().get("filtering-people-named").clauses())
                .as("the posts of the starter pack cite it beside their clause")
                .contains("ST-006");
    }
}
