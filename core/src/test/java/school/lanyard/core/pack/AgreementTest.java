// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people are asked to sign, and by what it is known which words they signed.
class AgreementTest {

    private static Agreement agreement(String says, String picture, String clause) {
        return new Agreement(
                "staff",
                "Agreement",
                List.of("staff"),
                "",
                "Why.",
                List.of(new Agreement.Line("Phones", says, picture, List.of(clause))),
                "What then.",
                List.of("Name", "Date"),
                Agreement.Asking.ONCE);
    }

    @Test
    void is_known_by_its_words_and_by_nothing_else() {
        var first = agreement("I put it away.", "phone", "HT-1");
        assertThat(first.text())
                .isEqualTo("Agreement\nWhy.\nPhones\n- I put it away.\nWhat then.\nName\nDate\n");
        assertThat(first.hash())
                .hasSize(64)
                .isEqualTo(agreement("I put it away.", "watch", "HT-2").hash())
                .isNotEqualTo(agreement("I put it down.", "phone", "HT-1").hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void is_there_for_every_group_of_people_in_each_schools_policy(String key) {
        var pack = Tables.sound(key);
        var groups =
                pack.agreements().values().stream()
                        .flatMap(agreement -> agreement.groups().stream())
                        .collect(Collectors.toList());
        assertThat(groups).containsExactlyInAnyOrderElementsOf(pack.vocabulary().groups().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void names_the_clauses_that_each_line_draws_on_and_binds_none(String key) {
        var pack = Tables.sound(key);
        assertThat(pack.agreements().values())
                .allSatisfy(agreement ->
                        assertThat(agreement.lines())
                                .allSatisfy(line -> assertThat(line.quotes()).isNotEmpty()));
        assertThat(pack.clauses().values().stream().flatMap(clause -> clause.by().stream()))
                .noneMatch(by -> by.startsWith("agreement"));
    }

    @Test
    void of_young_children_has_a_picture_for_each_line_and_is_signed_for_them() {
        assertThat(Stream.of("boughton-leigh", "balfour", "starter").map(Tables::sound))
                .allSatisfy(pack -> {
                    var children =
                            pack.agreements().values().stream()
                                    .filter(each -> each.groups().contains("learner"))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(children.onBehalf()).isTrue();
                    assertThat(children.signedBy()).isEqualTo("parent");
                    assertThat(children.lines()).noneMatch(line -> line.picture().isEmpty());
                });
    }
}
