// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.IncidentPlaybook;

/// The playbook of the bases, for a school that has none of its own.
class SharedIncidentTest {

    private static final Playbook BOOK = IncidentPlaybook.ofTheBases();

    @Test
    void has_nothing_wrong_with_it() {
        assertThat(BOOK.check()).isEmpty();
    }

    @Test
    void keeps_everything_that_the_printed_chart_of_a_school_keeps() {
        assertThat(BOOK.losses(IncidentPlaybook.asShipped())).isEmpty();
        assertThat(IncidentPlaybook.asShipped().losses(BOOK)).isEmpty();
    }

    @Test
    void names_no_step_that_only_the_lead_can_do() {
        assertThat(BOOK.steps())
                .filteredOn(step -> step.card().owners().roles().contains("dsl"))
                .allSatisfy(
                        step -> assertThat(step.card().owners().roles()).contains("deputy-dsl"));
    }

    @Test
    void asks_first_that_people_are_made_safe_then_whether_anything_is_illegal() {
        assertThat(open(Case.opened(BOOK))).containsExactly("notified");
        assertThat(open(Case.opened(BOOK).did("notified"))).containsExactly("protect");
        assertThat(open(Case.opened(BOOK).did("notified", "protect"))).containsExactly("classify");
    }

    @Test
    void leads_to_the_police_whatever_is_said_of_child_and_adult() {
        for (boolean child : List.of(true, false)) {
            for (boolean adult : List.of(true, false)) {
                var asked =
                        illegal()
                                .answered("child_at_risk", child)
                                .answered("adult_concerned", adult);
                assertThat(open(asked)).contains("tell-police");
                assertThat(open(asked).contains("refer-lado")).isEqualTo(adult);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interview", "device-check", "upload", "investigation", "finding"})
    void bars_the_school_s_own_inquiry_once_anything_illegal_is_suspected(String action) {
        assertThat(illegal().progress().bars(action)).isNotNull();
        assertThat(unsuitable().progress().bars(action)).isNull();
    }

    @Test
    void comes_back_to_the_school_when_the_police_find_nothing() {
        var back =
                illegal()
                        .answered("child_at_risk", true)
                        .did("tell-police", "secure-evidence")
                        .answered("police_reply", "not-confirmed")
                        .answered("serious", false);

        assertThat(back.progress().track()).isEqualTo("internal");
        assertThat(open(back)).contains("investigate", "update-parents");
        assertThat(back.progress().bars("interview")).isNull();
    }

    @Test
    void closes_once_people_are_looked_after_and_lessons_are_drawn() {
        var handled =
                unsuitable()
                        .answered("serious", false)
                        .did("investigate", "update-parents", "wellbeing", "update-log");

        assertThat(handled.progress().closing().missing())
                .extracting(Progress.Missing::key)
                .contains("feedback", "review");
        assertThat(
                        handled.did(
                                        "feedback",
                                        "review-policies",
                                        "share-with-staff",
                                        "make-changes",
                                        "watch")
                                .progress()
                                .closing()
                                .allowed())
                .isTrue();
    }

    private static Case illegal() {
        return begun().answered("classification", "illegal");
    }

    private static Case unsuitable() {
        return begun().answered("classification", "unsuitable");
    }

    private static Case begun() {
        return Case.opened(BOOK).did("notified", "protect");
    }

    private static List<String> open(Case one) {
        return one.progress().open().stream().map(open -> open.step().key()).toList();
    }
}
