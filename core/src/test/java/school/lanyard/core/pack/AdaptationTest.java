// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.lanyard.core.playbook.Choice;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Step;

/// A school that says only what differs from its base's playbook.
class AdaptationTest {

    private static final String BASE = "england-2026";

    @Nested
    class An_adapted_playbook {

        @Test
        void is_the_base_s_where_it_says_nothing() {
            assertThat(steps(book("")))
                    .containsExactlyElementsOf(steps(IncidentPlaybook.ofTheBases()));
        }

        @Test
        void stands_over_the_base_s_in_what_it_says() {
            var book =
                    book(
                            """
                            steps:
                              review-meeting: {within: P1D, label: Meet}
                            """);
            var card = book.step("review-meeting").card();
            assertThat(card.label()).isEqualTo("Meet");
            assertThat(card.clock().within()).isEqualTo(Duration.ofDays(1));
            assertThat(card.owners().roles()).containsExactly("dsl", "deputy-dsl");
        }

        @Test
        void binds_the_clauses_that_it_cites() {
            var pack = sound("steps: {watch: {clauses: [HT-1]}}");
            assertThat(pack.clauses().get("HT-1").by())
                    .containsExactly("playbook:incident/steps/watch");
        }

        @Test
        void can_take_any_reading_that_the_base_offers() {
            for (var choice : IncidentPlaybook.ofTheBases().choices()) {
                for (var option : others(choice)) {
                    var book = book("choices: {%s: {chosen: %s}}".formatted(choice.key(), option));
                    assertThat(book.check()).isEmpty();
                    assertThat(book.losses(IncidentPlaybook.ofTheBases())).isEmpty();
                }
            }
        }

        @Test
        void reads_back_whole_from_its_edition() {
            var pack = sound("steps: {watch: {label: Keep an eye on it}}");
            var back = Packs.fromCanonical(pack.canonical());
            assertThat(back.playbooks().get("incident").steps())
                    .isEqualTo(pack.playbooks().get("incident").steps());
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "steps: {tell-police: {or-why-not: true}} | tell-police",
                    "steps: {classify: {fixed: false}} | classify",
                    "bars: {no-own-inquiry: {actions: [upload]}} | no-own-inquiry"
                })
        void is_one_that_weakens_what_every_school_keeps(String weaker, String about) {
            assertThat(faults(hilltop(weaker)))
                    .anySatisfy(fault -> {
                        assertThat(fault.file()).isEqualTo("hilltop/playbooks/incident.yaml");
                        assertThat(fault.line()).isEqualTo(2);
                        assertThat(fault.problem()).contains("In the playbook, " + about + ":");
                    });
        }

        @Test
        void is_one_whose_base_has_none_of_that_name() {
            var files = hilltop("");
            var texts = new TreeMap<>(files.texts());
            texts.put("playbooks/incidents.yaml", "adapts: base\n");
            assertThat(faults(new PackFiles("hilltop", texts)))
                    .containsExactly(
                            new Fault(
                                    "hilltop/playbooks/incidents.yaml",
                                    1,
                                    "The base has no playbook incidents to adapt.",
                                    "Did you mean incident?"));
        }

        @Test
        void is_one_that_is_still_not_whole() {
            assertThat(faults(hilltop("steps: {ring-parents: {label: Ring them}}")))
                    .isNotEmpty()
                    .allSatisfy(fault ->
                            assertThat(fault.file()).isEqualTo("hilltop/playbooks/incident.yaml"));
        }
    }

    private static List<String> others(Choice choice) {
        return choice.options().keySet().stream()
                .filter(option -> !option.equals(choice.chosen()))
                .toList();
    }

    private static List<String> steps(Playbook book) {
        return book.steps().stream().map(Step::key).toList();
    }

    private static Playbook book(String differs) {
        return sound(differs).playbooks().get("incident");
    }

    private static Pack sound(String differs) {
        return switch (Packs.in(Tables.PACKS).load(hilltop(differs))) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<Fault> faults(PackFiles files) {
        return switch (Packs.in(Tables.PACKS).load(files)) {
            case Loaded.Sound _ -> throw new AssertionError("nothing is wrong with it");
            case Loaded.Broken(_, var faults) -> faults;
        };
    }

    private static PackFiles hilltop(String differs) {
        var texts = new TreeMap<String, String>();
        texts.put(
                "pack.yaml",
                "{key: hilltop, label: Hilltop, edition: '1', kind: school, extends: %s, ask: dsl}"
                        .formatted(BASE));
        texts.put(
                "clauses.yaml",
                """
                HT-1:
                  section: outcomes
                  area: outcomes
                  kind: record
                  who: [school]
                  cadence: none
                  evidence: [self-reported]
                  says: We look again.
                """);
        texts.put("sections.yaml", "outcomes: {title: Outcomes, part: Outcomes}");
        texts.put("playbooks/incident.yaml", "adapts: base\n" + differs.strip() + "\n");
        return new PackFiles("hilltop", texts);
    }
}
