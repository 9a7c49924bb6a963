// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.core.comparison.Changed.STARTER;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.comparison.Change.Difference;
import school.lanyard.core.comparison.Change.What;
import school.lanyard.core.pack.Pack;

class ComparisonTest {

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter", "england-2026"})
    void of_a_policy_with_itself_is_empty(String key) {
        var pack = Changed.sound(Changed.PACKS.files(key));
        assertThat(Comparison.of(pack, pack).same()).isTrue();
    }

    @Test
    void of_two_schools_names_every_part_under_a_heading_and_has_words_for_each() {
        var one = Changed.sound(Changed.PACKS.files("boughton-leigh"));
        var other = Changed.sound(Changed.PACKS.files("balfour"));
        var all = Comparison.of(one, other);
        assertThat(all.count(What.ADDED)).isGreaterThan(other.clauses().size());
        assertThat(all.count(What.REMOVED)).isGreaterThan(one.clauses().size());
        assertThat(all.parts())
                .allSatisfy(part -> {
                    assertThat(part.title()).isNotBlank();
                    assertThat(part.changes())
                            .allSatisfy(change -> assertThat(change.title()).isNotBlank());
                });
    }

    @Nested
    class A_clause {

        @Test
        void whose_words_who_and_cadence_change_says_what_they_were_and_are() {
            var now =
                    Changed.starter(
                            "clauses/filtering.yaml",
                            text ->
                                    text.replaceFirst("who: \\[it-support]", "who: [dsl]")
                                            .replaceFirst("cadence: continuous", "cadence: termly")
                                            .replaceFirst("Everyone's use", "Everybody's use"));
            var change = only(now);
            assertThat(change.what()).isEqualTo(What.CHANGED);
            assertThat(change.about()).isEqualTo("clause:ST-033");
            assertThat(change.differences())
                    .extracting(Difference::aspect)
                    .containsExactly("Words", "Whom it binds", "How often");
            assertThat(change.differences())
                    .contains(
                            new Difference(
                                    "Whom it binds",
                                    "Technical support",
                                    "Designated safeguarding lead"),
                            new Difference("How often", "All the time", "Every term"));
        }

        @Test
        void that_is_new_or_gone_says_all_of_itself_under_its_heading() {
            var without =
                    Changed.starter(
                            "clauses/filtering.yaml",
                            text -> text.substring(0, text.lastIndexOf("\nST-") + 1));
            var gone = Comparison.of(STARTER, without);
            assertThat(gone.count(What.REMOVED)).isOne();
            var part = gone.parts().getFirst();
            assertThat(part.title()).isEqualTo("Monitoring");
            assertThat(part.changes().getFirst().differences())
                    .allSatisfy(each -> assertThat(each.now()).isEmpty());
            assertThat(Comparison.of(without, STARTER).count(What.ADDED)).isOne();
        }
    }

    @Test
    void a_table_says_which_cell_changed() {
        var now =
                Changed.starter(
                        "decisions/activities.yaml",
                        text ->
                                text.replaceFirst(
                                        "staff: at-certain-times, learner: with-staff-permission",
                                        "staff: not-allowed"));
        var change = only(now);
        assertThat(change.about()).isEqualTo("decision:activities");
        assertThat(change.differences())
                .extracting(Difference::aspect, Difference::now)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Play games that are not part of a lesson, Staff", "Not allowed"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Play games that are not part of a lesson, Children",
                                "Not stated"));
    }

    @Test
    void a_grid_says_which_row_proposes_something_else() {
        var now =
                Changed.starter(
                        "responses/learner.yaml",
                        text ->
                                text.replaceFirst(
                                        "\\[tell-class-teacher, tell-parents, talk-and-teach,"
                                                + " technical-support]",
                                        "[tell-class-teacher]"));
        assertThat(only(now).differences())
                .containsExactly(
                        new Difference(
                                "Seeing something upsetting or unsuitable by accident",
                                "Tell the class teacher; Tell parents or carers; Talk it through"
                                        + " and teach what is safe; Ask technical support to check"
                                        + " filtering or security",
                                "Tell the class teacher"));
    }

    @Test
    void a_post_a_time_and_a_step_say_what_is_different() {
        assertThat(
                        only(Changed.starter(
                                        "roles.yaml",
                                        text ->
                                                text.replaceFirst(
                                                        "capabilities: \\[report-concerns,"
                                                                + " read-governor-reports]",
                                                        "capabilities: [report-concerns]")))
                                .differences())
                .containsExactly(
                        new Difference(
                                "What holders may do",
                                "report concerns; read the governors’ reports",
                                "report concerns"));
        var time =
                Comparison.of(
                        STARTER,
                        Changed.starter(
                                "intervals.yaml",
                                text -> text.replaceFirst("length: P2D", "length: P3D")));
        assertThat(time.parts())
                .flatExtracting(Comparison.Part::changes)
                .flatExtracting(Change::differences)
                .contains(new Difference("Length", "2 days", "3 days"));
        var steps =
                Comparison.of(
                        STARTER,
                        Changed.starter(
                                "playbooks/incident.yaml",
                                text ->
                                        text.replaceFirst(
                                                "watch: \\{",
                                                "watch: {label: Keep an eye on it, ")));
        assertThat(steps.parts())
                .extracting(Comparison.Part::title)
                .containsExactly("Steps in a case");
    }

    @Test
    void a_new_edition_and_review_are_said_of_the_policy_itself() {
        var now =
                Changed.starter(
                        "pack.yaml",
                        text -> text.replaceFirst("edition: \"[^\"]*\"", "edition: \"2027-01\""));
        assertThat(Comparison.of(STARTER, now).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.title()).isEqualTo("About the policy"));
    }

    @Test
    void who_reads_cases_is_told_apart_from_everything_else() {
        var now =
                Changed.starter(
                        "roles.yaml",
                        text ->
                                text.replaceFirst(
                                        "capabilities: \\[report-concerns, read-governor-reports]",
                                        "capabilities: [report-concerns]"));
        assertThat(Comparison.ofReaders(STARTER, now).size()).isOne();
        var words =
                Changed.starter(
                        "clauses/filtering.yaml",
                        text -> text.replaceFirst("Everyone's use", "Everybody's use"));
        assertThat(Comparison.ofReaders(STARTER, words).same()).isTrue();
    }

    @Test
    void a_part_is_known_by_its_key() {
        assertThat(Comparison.title(STARTER, "decision:activities")).isEqualTo("Activities");
        assertThat(Comparison.title(STARTER, "clause:ST-033")).isEqualTo("ST-033");
        assertThat(Comparison.title(STARTER, "clause:XX-999")).isEmpty();
    }

    @Test
    void lengths_are_said_in_the_largest_units_that_fit() {
        assertThat(Plain.length(Period.ofYears(1))).isEqualTo("1 year");
        assertThat(Plain.length(Period.ofDays(49))).isEqualTo("7 weeks");
        assertThat(Plain.length(Period.ofDays(30))).isEqualTo("30 days");
        assertThat(Plain.length(Duration.ofHours(72))).isEqualTo("72 hours");
        assertThat(Plain.length(Duration.ofMinutes(90))).isEqualTo("1 hour, 30 minutes");
        assertThat(Plain.length(Duration.ZERO)).isEqualTo("no time at all");
    }

    private static Change only(Pack now) {
        var comparison = Comparison.of(STARTER, now);
        assertThat(comparison.size()).as("%s", comparison).isOne();
        return comparison.parts().getFirst().changes().getFirst();
    }
}
