// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.IncidentEvent.SupportGiven;
import school.lanyard.testing.Engine;

/// A step that is done by what is recorded for each person, and not by hand a second time.
@ParameterizedClass
@EnumSource(value = Engine.class, names = "SQLITE")
class FollowingTest extends AtInfantSchool {

    @Test
    void is_done_once_it_is_recorded_for_each_child_and_not_before() {
        var reference = atInvestigation();
        record("dsl", reference, new PersonLinked(school.id("bo"), Part.ALLEGED));
        record("dsl", reference, told("pip"));
        assertThat(isOpen(reference, "update-parents")).isTrue();
        record("dsl", reference, told("bo"));
        assertThat(isOpen(reference, "update-parents")).isFalse();
        assertThat(last(reference, "update-parents").held().get("told"))
                .contains("Pat, ", "by telephone: All of it");
    }

    @Test
    void is_left_out_with_the_reasons_where_nobody_was_told() {
        var reference = atInvestigation();
        record(
                "dsl",
                reference,
                new ParentNotTold(school.id("pip"), null, "Pat", "They are suspected."));
        assertThat(last(reference, "update-parents").notNeeded()).isTrue();
        assertThat(last(reference, "update-parents").note()).contains("They are suspected.");
    }

    @Test
    void counts_what_was_recorded_before_the_step_came_up() {
        var reference = atInvestigation();
        record("dsl", reference, support(null));
        record("dsl", reference, told("pip"));
        record("dsl", reference, done("investigate", NINE));
        assertThat(isOpen(reference, "wellbeing")).as("it asks when somebody looks again").isTrue();
        record("dsl", reference, support(InfantSchool.TODAY.plusDays(7)));
        assertThat(isOpen(reference, "wellbeing")).isFalse();
        assertThat(last(reference, "wellbeing").held()).containsKeys("support", "look-again");
        assertProjectionIsWhatTheLedgerSays(reference);
    }

    @Test
    void can_be_written_by_hand_as_before() {
        var reference = atInvestigation();
        assertThat(record("dsl", reference, done("update-parents", NINE)))
                .isEqualTo(new Outcome.Recorded());
    }

    private String atInvestigation() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        record("dsl", reference, done("notified", NINE));
        record("dsl", reference, done("protect", NINE));
        record("dsl", reference, answer("classification", "unsuitable"));
        record("dsl", reference, answer("serious", "no"));
        assertThat(isOpen(reference, "update-parents")).isTrue();
        return reference;
    }

    private static FactAnswered answer(String fact, String value) {
        return new FactAnswered(fact, value, Map.of("reason", "By the list."), "");
    }

    private ParentTold told(String child) {
        return new ParentTold(school.id(child), null, "Pat", NINE, "by telephone", "All of it");
    }

    private SupportGiven support(java.time.@org.jspecify.annotations.Nullable LocalDate again) {
        return new SupportGiven(
                school.id("pip"), "A talk each day", "Class teacher", InfantSchool.TODAY, again);
    }

    private boolean isOpen(String reference, String step) {
        return view("dsl", reference, NINE).progress().isOpen(step);
    }

    private StepDone last(String reference, String step) {
        return view("dsl", reference, NINE).incident().history().stream()
                .map(Happening::event)
                .flatMap(event -> event instanceof StepDone done ? List.of(done).stream() : null)
                .filter(done -> done.step().equals(step))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
