// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    @Test
    void asks_again_for_another_version_of_what_is_read_and_for_other_words_of_the_policy() {
        var first = reading("September 2026", "mark");
        assertThat(first.hash())
                .isEqualTo(reading("September 2026", "mark").hash())
                .isNotEqualTo(reading("January 2027", "mark").hash())
                .isNotEqualTo(reading("September 2026", "other").hash());
    }

    private static Agreement reading(String version, String policy) {
        var read = List.of(new Agreement.Reading("Code of conduct", version));
        return new Agreement(
                "code",
                "Code",
                List.of("staff"),
                "",
                "Why.",
                List.of(),
                "",
                List.of(),
                new Agreement.Asking(List.of(), 1, read, policy, "", false, false));
    }

    /// What finds a row in a table, or keeps a clause, is no word of the policy.
    @Test
    void about_the_whole_policy_asks_again_only_for_other_words() {
        var known = known(Map.of());
        assertThat(known(Map.of("controls.yaml", "ledger: {clauses: [HT-1]}\n"))).isEqualTo(known);
        assertThat(known(Map.of("clauses.yaml", other("Chess is played.", "The boards are few."))))
                .isNotEqualTo(known);
        assertThat(
                        known(
                                Map.of(
                                        "decisions/games.yaml",
                                        Hilltop.SOUND
                                                .get("decisions/games.yaml")
                                                .replace("Chess, staff: yes", "Chess, staff: no"))))
                .isNotEqualTo(known);
    }

    private static String other(String was, String now) {
        return Hilltop.SOUND.get("clauses.yaml").replace(was, now);
    }

    private static String known(Map<String, String> changed) {
        var files = new HashMap<>(changed);
        files.put(
                "agreements/known.yaml",
                """
                title: I know it
                for: [staff]
                knows-the-policy: true
                intro: Why.
                lines: [{says: I know it.}]
                signature: [Name]
                """);
        var pack = Hilltop.with(files);
        var hash = pack.agreements().get("known").hash();
        assertThat(Packs.fromCanonical(pack.canonical()).agreements().get("known").hash())
                .isEqualTo(hash);
        return hash;
    }

    @Test
    void asks_somebody() {
        var faults =
                Packs.in()
                        .load(
                                new PackFiles(
                                        "hilltop",
                                        new TreeMap<>(
                                                Map.of(
                                                        "agreements/nobody.yaml",
                                                        "{title: T, intro: I, lines: [{says: S}],"
                                                                + " signature: [N]}"))));
        assertThat(faults.toString()).contains("Nobody is asked to agree to this.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void is_there_for_every_group_of_people_in_each_schools_policy(String key) {
        var pack = Tables.sound(key);
        var groups =
                pack.agreements().values().stream()
                        .flatMap(agreement -> agreement.groups().stream())
                        .collect(Collectors.toSet());
        assertThat(groups).containsExactlyInAnyOrderElementsOf(pack.vocabulary().groups().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void draws_each_line_on_clauses_and_binds_those_that_it_says_are_kept(String key) {
        var pack = Tables.sound(key);
        var bound =
                pack.clauses().values().stream()
                        .flatMap(clause -> clause.by().stream())
                        .collect(Collectors.toSet());
        assertThat(pack.agreements().values())
                .allSatisfy(agreement ->
                        assertThat(agreement.lines()).noneMatch(line -> line.says().isEmpty()));
        assertThat(bound)
                .contains("attestation:staff", "attestation:visitors/door")
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
