// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The law as it stood in September 2025 and in autumn 2026, and exactly what lies between.
class BasesTest {

    private static final Pack OLDER = Tables.sound("england-2025");
    private static final Pack NEWER = Tables.sound("england-2026");

    @Nested
    class What_came_after_September_2025 {

        @Test
        void is_these_facts_of_law() {
            assertThat(added(OLDER.law(), NEWER.law()))
                    .containsExactlyInAnyOrder(
                            "guidance-of-2026-in-force",
                            "contact-includes-simulated",
                            "conduct-includes-generated",
                            "preventative-teaching-topics",
                            "channel-referrals-recorded",
                            "social-worker-known",
                            "child-protection-file-follows",
                            "filtering-duties-shared",
                            "filtering-review-covers",
                            "filtering-checks-covered",
                            "filtering-reaches",
                            "filtering-not-got-round",
                            "filtering-log-holds",
                            "monitoring-reports",
                            "monitoring-known-to-users",
                            "ai-product-safety",
                            "ai-names-safeguarding-lead",
                            "ai-supplier-safeguards",
                            "core-standards-by-2030",
                            "agreement-signed-by-everyone",
                            "second-factor-for-staff",
                            "sign-in-attempts-limited",
                            "accounts-reviewed-each-term",
                            "fixes-within-14-days",
                            "cyber-incidents-reported",
                            "digital-registers-kept",
                            "subject-access-clock-pauses",
                            "subject-access-search-reasonable",
                            "data-complaints");
        }

        @Test
        void is_other_words_for_these() {
            assertThat(changed(words(OLDER), words(NEWER)))
                    .containsExactlyInAnyOrder(
                            "approach-reviewed-each-year",
                            "generative-ai-named",
                            "filtering-people-named",
                            "filtering-review-each-year",
                            "filtering-review-recorded",
                            "illegal-content-lists",
                            "cyber-training",
                            "backups-apart");
        }

        @Test
        void is_another_place_to_read_these_as_well() {
            var reworded = changed(words(OLDER), words(NEWER));
            assertThat(changed(OLDER.law(), NEWER.law()))
                    .containsAll(reworded)
                    .hasSize(reworded.size() + 4)
                    .contains(
                            "commerce-examples",
                            "records-with-reasons",
                            "lado-told-of-allegations",
                            "cyber-risk-each-year");
        }

        @Test
        void is_these_lengths_of_time() {
            assertThat(added(OLDER.intervals(), NEWER.intervals()))
                    .containsExactlyInAnyOrder(
                            "data-complaint-acknowledgement",
                            "child-protection-file",
                            "monitoring-report",
                            "cyber-training",
                            "security-fixes");
            assertThat(changed(OLDER.intervals(), NEWER.intervals())).isEmpty();
        }

        @Test
        void is_a_wider_meaning_of_two_areas_of_risk() {
            assertThat(added(OLDER.risks(), NEWER.risks())).isEmpty();
            assertThat(changed(OLDER.risks(), NEWER.risks()))
                    .containsExactlyInAnyOrder("contact", "conduct");
        }

        @Test
        void is_a_new_name_for_one_contact() {
            assertThat(added(OLDER.contacts(), NEWER.contacts())).isEmpty();
            assertThat(changed(OLDER.contacts(), NEWER.contacts()))
                    .containsExactly("fraud-and-cyber-crime");
        }

        @Test
        void is_nothing_else() {
            assertThat(NEWER.roles()).isEqualTo(OLDER.roles());
            assertThat(NEWER.routing()).isEqualTo(OLDER.routing());
            assertThat(NEWER.vocabulary()).isEqualTo(OLDER.vocabulary());
            assertThat(NEWER.facts()).isEqualTo(OLDER.facts());
            assertThat(NEWER.categories()).isEqualTo(OLDER.categories());
            assertThat(NEWER.playbooks().get("incident").steps())
                    .isEqualTo(OLDER.playbooks().get("incident").steps());
            assertThat(NEWER.proportionality()).isEqualTo(OLDER.proportionality());
            assertThat(List.of(NEWER, OLDER))
                    .allSatisfy(base -> {
                        assertThat(base.clauses()).isEmpty();
                        assertThat(base.decisions()).isEmpty();
                        assertThat(base.responses()).isEmpty();
                    });
        }
    }

    @Nested
    class Every_fact_of_law {

        @ParameterizedTest
        @ValueSource(strings = {"england-2025", "england-2026"})
        void says_where_it_was_read_and_when(String base) {
            assertThat(Tables.sound(base).law().values())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(fact -> {
                        assertThat(fact.source()).isNotBlank();
                        assertThat(fact.checkedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
                    });
        }

        /// Only what was read on the pages of those who say it.
        @Test
        void is_second_hand_but_for_these() {
            assertThat(NEWER.law().values().stream().filter(fact -> !fact.secondHand()))
                    .extracting(LawFact::key)
                    .containsExactlyInAnyOrder(
                            "never-view-imagery",
                            "imagery-viewed-only-by-lead",
                            "monitoring-strategies",
                            "ai-product-safety",
                            "ai-names-safeguarding-lead",
                            "ai-supplier-safeguards");
        }

        @Test
        void that_is_not_second_hand_has_a_page_to_read_it_on() {
            assertThat(NEWER.law().values().stream().filter(fact -> !fact.secondHand()))
                    .allSatisfy(fact -> assertThat(fact.web()).startsWith("https://"));
        }
    }

    @Test
    void every_length_of_time_in_them_is_the_law_s_but_those_that_every_school_needs() {
        assertThat(NEWER.intervals().values())
                .filteredOn(each -> !NEEDED.contains(each.key()))
                .allSatisfy(each -> assertThat(each.chosenBy()).isEqualTo(Interval.ChosenBy.LAW));
    }

    /// The law gives no number, and the software cannot do without one.
    static final Set<String> NEEDED =
            Set.of(
                    "unsent-concern",
                    "report-acknowledgement",
                    "low-level-retention",
                    "adult-case-retention",
                    "key-backup-retention",
                    "emergency-access");

    static Stream<String> schoolsOf2025() {
        var packs = Packs.in(Tables.PACKS);
        return packs.keys().stream()
                .filter(key -> Tables.sound(key).writtenAgainst().contains("2025"));
    }

    @ParameterizedTest
    @MethodSource("schoolsOf2025")
    void carry_a_school_s_policy_of_2025_alike(String school) throws IOException {
        var now = over("england-2026", school);
        var then = over("england-2025", school);
        assertThat(then.base().key()).isEqualTo("england-2025");
        assertThat(then.decide().subjects()).isEqualTo(now.decide().subjects());
        assertThat(then.clauses()).isEqualTo(now.clauses());
        assertThat(then.roles()).isEqualTo(now.roles());
        assertThat(then.routing()).isEqualTo(now.routing());
        assertThat(then.playbooks().get("incident").steps())
                .isEqualTo(now.playbooks().get("incident").steps());
    }

    private static Pack over(String base, String school) throws IOException {
        var files = PackFiles.read(Path.of("..", "packs", school), new Faults());
        var texts = new TreeMap<>(files.texts());
        texts.compute(
                "pack.yaml",
                (_, text) -> text.replaceFirst("(?m)^extends: .*$", "extends: " + base));
        return switch (Packs.in(Tables.PACKS).load(new PackFiles(school, texts))) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }

    private static Map<String, String> words(Pack base) {
        return base.law().values().stream().collect(Collectors.toMap(LawFact::key, LawFact::says));
    }

    /// What the newer one has besides; nothing that the older one had is gone.
    private static <V> Set<String> added(Map<String, V> older, Map<String, V> newer) {
        assertThat(newer.keySet()).containsAll(older.keySet());
        return newer.keySet().stream()
                .filter(key -> !older.containsKey(key))
                .collect(Collectors.toSet());
    }

    private static <V> Set<String> changed(Map<String, V> older, Map<String, V> newer) {
        return older.keySet().stream()
                .filter(key -> !older.get(key).equals(newer.get(key)))
                .collect(Collectors.toSet());
    }
}
