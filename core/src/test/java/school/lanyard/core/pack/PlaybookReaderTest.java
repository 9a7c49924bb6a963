// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.core.playbook.Truth;
import school.lanyard.core.playbook.Value;

class PlaybookReaderTest {
    @Nested
    class A_checked_file {
        @Test
        void gives_the_same_playbook_again_with_conditions_that_say_the_same() {
            var shipped = IncidentPlaybook.asShipped();
            var tree =
                    YamlReader.read(IncidentPlaybook.NAME, IncidentPlaybook.text(), new Faults())
                            .orElseThrow();
            var again = PlaybookReader.checked("incident", tree, IncidentPlaybook.intervals());

            assertThat(again.steps()).isEqualTo(shipped.steps());
            assertThat(again.choices()).isEqualTo(shipped.choices());
            for (int i = 0; i < shipped.edges().size(); i++) {
                var one = shipped.edges().get(i).when();
                var other = again.edges().get(i).when();
                assertThat(other.reads()).isEqualTo(one.reads());
                assertThat(other.test(_ -> null)).isEqualTo(one.test(_ -> null));
            }
            assertThat(again.check()).isEmpty();
        }
    }

    @Nested
    class A_condition {
        @Test
        void is_false_when_one_side_is_false_and_the_other_unknown() {
            var neither =
                    IncidentPlaybook.asShipped().edges().stream()
                            .filter(edge -> edge.key().equals("neither-to-police"))
                            .findFirst()
                            .orElseThrow()
                            .when();

            assertThat(neither.reads())
                    .containsExactlyInAnyOrder("child_at_risk", "adult_concerned");
            assertThat(neither.test(fact -> fact.equals("child_at_risk") ? Value.yes() : null))
                    .isEqualTo(Truth.FALSE);
            assertThat(neither.test(fact -> fact.equals("child_at_risk") ? Value.no() : null))
                    .isEqualTo(Truth.UNKNOWN);
            assertThat(neither.test(_ -> null)).isEqualTo(Truth.UNKNOWN);
            assertThat(neither.test(_ -> Value.no())).isEqualTo(Truth.TRUE);
        }
    }

    @Nested
    class A_spoilt_file_is_refused_at_its_line {
        @Test
        void for_a_fact_that_is_not_there() {
            assertFault("when: child_at_risk", "when: child_at_harm", 0, "child_at_harm");
        }

        @Test
        void for_a_misspelt_option() {
            assertFault(
                    "when: classification == 'illegal'",
                    "when: classification == 'ilegal'",
                    0,
                    "option ilegal");
        }

        @Test
        void for_a_condition_that_is_not_yes_or_no() {
            assertFault("when: staff_or_volunteer", "when: \"'text'\"", 0, "does not work");
        }

        @Test
        void for_a_step_that_is_not_there() {
            assertFault(
                    "to: [wellbeing, update-log]",
                    "to: [wellbeing, update-lag]",
                    2,
                    "names the step update-lag");
        }

        @Test
        void for_a_kind_of_step_that_is_not_there() {
            assertFault("kind: wait", "kind: weight", 0, "no kind of step called weight");
        }

        @Test
        void for_a_time_that_cannot_be_read() {
            assertFault("within: P3D", "within: soon", 0, "soon is not a length of time");
        }

        @Test
        void for_a_time_in_months_which_no_clock_can_count() {
            assertFault("within: P3D", "within: policy-review", 8, "hours or days");
        }

        @Test
        void for_a_chosen_reading_that_is_not_offered() {
            assertFault("chosen: at-once", "chosen: never", 5, "no option never");
        }

        @Test
        void for_a_step_that_no_case_reaches() {
            assertThat(
                            faults(
                                    "when: adult_concerned\n",
                                    "when: adult_concerned && !adult_concerned\n"))
                    .anySatisfy(fault ->
                            assertThat(fault.problem())
                                    .contains("adult-branch: no case can ever reach"));
        }

        @Test
        void for_a_case_that_can_never_close() {
            var faults =
                    faults(
                            "to: [authority-investigates, take-advice]",
                            "to: [authority-investigates]");

            assertThat(faults)
                    .anySatisfy(fault ->
                            assertThat(fault.problem()).contains("can never close", "confirmed"));
        }

        /// @param above how many lines above the spoilt text the entry begins to which the fault
        ///   belongs
        private void assertFault(String text, String spoilt, int above, String problem) {
            var before =
                    IncidentPlaybook.text().substring(0, IncidentPlaybook.text().indexOf(text));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1 - above;

            assertThat(faults(text, spoilt))
                    .anySatisfy(fault -> {
                        assertThat(fault.file()).isEqualTo(IncidentPlaybook.NAME);
                        assertThat(fault.line()).isEqualTo(line);
                        assertThat(fault.problem()).contains(problem);
                        assertThat(fault.mend()).isNotBlank();
                    });
        }

        private List<Fault> faults(String text, String spoilt) {
            var faults = new Faults();
            var whole = IncidentPlaybook.text();
            assertThat(whole).contains(text);
            var book =
                    IncidentPlaybook.read(whole.replaceFirst(Pattern.quote(text), spoilt), faults);
            assertThat(book).isEmpty();
            return faults.list();
        }
    }
}
