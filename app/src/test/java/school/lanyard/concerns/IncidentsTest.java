// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.QueueRows;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.testing.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class IncidentsTest extends AtInfantSchool {

    @Nested
    class A_concern_about_a_child {

        @Test
        void waits_for_the_dsl_and_the_deputy_and_for_nobody_else() {
            school.report("anything-else", "pip");
            assertThat(school.concerns.waiting(school.as("dsl"))).hasSize(1);
            assertThat(school.concerns.waiting(school.as("deputy"))).hasSize(1);
            for (var other : List.of("head", "chair", "vice", "teacher")) {
                assertThat(school.concerns.waiting(school.as(other))).isEmpty();
            }
        }

        @Test
        void becomes_an_incident_once() {
            var receipt = school.report("anything-else", "pip");
            assertThat(opened("dsl", receipt)).isNotEmpty();
            assertThat(
                            school.incidents.openFrom(
                                    school.as("deputy"), receipt.reference(), List.of(), NINE))
                    .isEmpty();
        }

        @Test
        void is_read_as_it_was_written() {
            var receipt = school.report("anything-else", "pip");
            opened("dsl", receipt);
            var concern =
                    school.concerns.open(school.as("dsl"), receipt.reference(), NINE).orElseThrow();
            assertThat(concern.report().childsWords()).isEqualTo("He asked my name.");
            assertThat(concern.inIncident()).isTrue();
        }

        @Test
        void passes_to_the_headteacher_when_the_posts_are_empty() {
            school.report("anything-else", "pip");
            school.endAppointments("dsl");
            assertThat(school.concerns.waiting(school.as("head"))).isEmpty();
            school.endAppointments("deputy");
            assertThat(school.concerns.waiting(school.as("head"))).hasSize(1);
        }

        @Test
        void is_closed_to_the_childs_own_family() {
            school.relate("dsl", "pip");
            school.report("anything-else", "pip");
            assertThat(school.concerns.waiting(school.as("dsl"))).isEmpty();
            assertThat(school.concerns.waiting(school.as("deputy"))).hasSize(1);
        }
    }

    @Nested
    class A_concern_about_the_headteacher {

        @Test
        void goes_to_the_chair_and_leaves_no_trace_for_the_headteacher() {
            var receipt = school.report("about-headteacher", "head");
            var reference = opened("chair", receipt);
            var head = school.as("head");
            assertThat(school.concerns.waiting(head)).isEmpty();
            assertThat(school.concerns.open(head, receipt.reference(), NINE)).isEmpty();
            assertThat(school.incidents.open(head, reference, "incident.read", NINE)).isEmpty();
            assertThat(school.queue.size(head, NINE))
                    .isEqualTo(new QueueRows.Size(0, 0, 0, 0, null));
            assertThat(note("head", reference)).isInstanceOf(Outcome.NotFound.class);
            assertThat(school.concerns.waiting(school.as("dsl"))).isEmpty();
        }

        @Test
        void counts_among_leaders_and_not_in_the_general_figures() {
            opened("chair", school.report("about-headteacher", "head"));
            var from = NINE.minusSeconds(60);
            var to = NINE.plusSeconds(60);
            var nobody = List.<String>of();
            assertThat(school.incidents.figures(school.house.school(), from, to, nobody)).isEmpty();
            assertThat(apart("chair", from, to)).isOne();
            assertThat(apart("head", from, to)).isZero();
            assertThat(apart("dsl", from, to)).isZero();
        }

        private int apart(String viewer, java.time.Instant from, java.time.Instant to) {
            return school.incidents
                    .figuresApart(school.as(viewer), from, to, List.of(), NINE)
                    .size();
        }
    }

    @Nested
    class Linking_somebody {

        @Test
        void closes_the_incident_and_its_concerns_to_them_at_once() {
            var receipt = school.report("anything-else", "pip");
            var reference = opened("dsl", receipt);
            assertThat(
                            record(
                                    "deputy",
                                    reference,
                                    new IncidentEvent.PersonLinked(school.id("dsl"), Part.ALLEGED)))
                    .isInstanceOf(Outcome.Recorded.class);
            assertThat(school.incidents.mayRead(school.as("dsl"), reference)).isFalse();
            assertThat(school.concerns.open(school.as("dsl"), receipt.reference(), NINE)).isEmpty();
        }

        @Test
        void sends_it_where_the_policy_says_for_whom_it_is_now_about() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            record(
                    "dsl",
                    reference,
                    new IncidentEvent.PersonLinked(school.id("teacher"), Part.ALLEGED));
            assertThat(school.incidents.mayRead(school.as("head"), reference)).isTrue();
            assertThat(school.incidents.mayRead(school.as("dsl"), reference)).isFalse();
        }

        @Test
        void as_a_witness_closes_nothing() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            record(
                    "dsl",
                    reference,
                    new IncidentEvent.PersonLinked(school.id("deputy"), Part.WITNESS));
            assertThat(school.incidents.mayRead(school.as("deputy"), reference)).isTrue();
        }

        @Test
        void opened_to_a_post_by_decision_lets_its_holder_read() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            assertThat(school.incidents.mayRead(school.as("head"), reference)).isFalse();
            record(
                    "dsl",
                    reference,
                    new IncidentEvent.OpenedToPost("headteacher", "The parents have come in"));
            assertThat(school.incidents.mayRead(school.as("head"), reference)).isTrue();
        }
    }

    @Nested
    class On_the_internal_track {

        @Test
        void the_playbook_is_walked_to_closing() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference);
            answer(reference, "classification", "unsuitable");
            walk(reference, Map.of("serious", "no", "substance", "no"));
            assertThat(close(reference)).isInstanceOf(Outcome.Refused.class);
            chooseActions(reference);
            assertThat(close(reference)).isInstanceOf(Outcome.Recorded.class);
            assertThat(answer(reference, "serious", "yes")).isInstanceOf(Outcome.Refused.class);
            assertProjectionIsWhatTheLedgerSays(reference);
            assertThat(school.ledger.verify(school.house.school()))
                    .isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void nothing_closes_while_a_step_is_open() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference);
            assertThat(close(reference)).isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void differing_from_the_grid_takes_a_reason() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference);
            assertThat(
                            record(
                                    "dsl",
                                    reference,
                                    new IncidentEvent.ActionsChosen(
                                            List.of("inform_parents_carers"), List.of(), "")))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Nested
    class On_the_police_track {

        @Test
        void investigating_is_refused_with_the_reason() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            answer(reference, "classification", "unsuitable");
            answer(reference, "serious", "no");
            answer(reference, "classification", "illegal");
            var refused = step(reference, "investigate");
            assertThat(refused).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused) refused).why()).isNotBlank();
            assertThat(progress(reference).bars("upload")).isNotNull();
            assertThat(progress(reference).bars("interview")).isNotNull();
            assertThat(progress(reference).bars("device-check")).isNotNull();
        }

        @Test
        void a_kind_that_the_policy_counts_as_illegal_puts_it_there_by_itself() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference, true);
            assertThat(progress(reference).track()).isEqualTo("police");
            assertThat(progress(reference).bars("upload")).isNotNull();
        }

        @Test
        void a_reply_counts_only_while_it_is_waited_for() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            answer(reference, "classification", "illegal");
            assertThat(answer(reference, "police_reply", "not-confirmed"))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void both_branches_are_walked_and_the_school_comes_back_to_its_own_procedures() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference);
            chooseActions(reference);
            answer(reference, "classification", "illegal");
            walk(
                    reference,
                    Map.of(
                            "child_at_risk", "yes",
                            "adult_concerned", "yes",
                            "staff_or_volunteer", "no",
                            "police_reply", "not-confirmed",
                            "serious", "yes",
                            "substance", "yes"));
            assertThat(progress(reference).track()).isEqualTo("internal");
            assertThat(close(reference)).isInstanceOf(Outcome.Recorded.class);
        }

        @Test
        void a_confirmed_case_is_walked_to_closing() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            classify(reference);
            chooseActions(reference);
            answer(reference, "classification", "illegal");
            walk(
                    reference,
                    Map.of(
                            "child_at_risk", "yes",
                            "adult_concerned", "yes",
                            "staff_or_volunteer", "yes",
                            "suspension", "suspended",
                            "police_reply", "confirmed",
                            "authority_finished", "action-taken",
                            "serious", "yes"));
            assertThat(close(reference)).isInstanceOf(Outcome.Recorded.class);
            assertProjectionIsWhatTheLedgerSays(reference);
        }
    }

    @Test
    void a_form_sent_twice_is_taken_once() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var event = new IncidentEvent.NoteAdded("Rang home.");
        var token = UUID.randomUUID().toString();
        school.incidents.record(school.as("dsl"), reference, event, token, NINE);
        school.incidents.record(school.as("dsl"), reference, event, token, NINE);
        assertThat(
                        incident(reference).history().stream()
                                .filter(h -> h.event() instanceof IncidentEvent.NoteAdded))
                .hasSize(1);
    }

    @Test
    void the_same_form_with_other_words_is_not_mistaken_for_a_repeat() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var token = UUID.randomUUID().toString();
        for (var words : List.of("Rang home.", "Rang home twice.")) {
            school.incidents.record(
                    school.as("dsl"), reference, new IncidentEvent.NoteAdded(words), token, NINE);
        }
        assertThat(
                        incident(reference).history().stream()
                                .filter(h -> h.event() instanceof IncidentEvent.NoteAdded))
                .hasSize(2);
    }

    @Test
    void a_second_concern_joins_and_brings_its_people_and_its_bars() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var second = school.report("anything-else", "bo");
        assertThat(school.incidents.join(school.as("dsl"), second.reference(), reference, NINE))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(incident(reference).people())
                .containsOnlyKeys(school.id("pip"), school.id("bo"));
        assertThat(incident(reference).concerns()).hasSize(2);
    }

    @Test
    void another_school_sees_nothing() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var other = UUID.randomUUID().toString();
        school.house.found(other);
        var stranger = new Viewer(other, school.id("dsl"), InfantSchool.TODAY);
        assertThat(school.incidents.open(stranger, reference, "incident.read", NINE)).isEmpty();
        assertThat(school.concerns.waiting(stranger)).isEmpty();
    }

    @Test
    void every_reading_is_in_the_ledger_before_it_is_shown() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var id = incident(reference).id();
        var before = school.ledger.about(school.house.school(), id, "incident.read").size();
        school.incidents.open(school.as("deputy"), reference, "incident.read", NINE);
        assertThat(school.ledger.about(school.house.school(), id, "incident.read"))
                .hasSize(before + 1)
                .last()
                .satisfies(entry -> assertThat(entry.actor().id()).isEqualTo(school.id("deputy")));
    }

    private Outcome note(String by, String reference) {
        return record(by, reference, new IncidentEvent.NoteAdded("A note."));
    }

    private Outcome answer(String reference, String fact, String value) {
        return record(
                "dsl",
                reference,
                new IncidentEvent.FactAnswered(fact, value, Map.of(), "Because."));
    }

    private Outcome step(String reference, String step) {
        return record("dsl", reference, done(step, NINE));
    }

    private void classify(String reference) {
        classify(reference, false);
    }

    private void classify(String reference, boolean illegal) {
        record("dsl", reference, kind(illegal));
    }

    private void chooseActions(String reference) {
        var proposed =
                Actions.proposed(InfantSchool.PACK, incident(reference)).stream()
                        .map(action -> action.key())
                        .toList();
        record("dsl", reference, new IncidentEvent.ActionsChosen(proposed, proposed, ""));
        for (var action : proposed) {
            record("dsl", reference, new IncidentEvent.ActionDone(action, NINE, "Done."));
        }
    }

    private Outcome close(String reference) {
        return record("dsl", reference, ending());
    }

    /// Does every open step, answering each question as told, until none is left.
    private void walk(String reference, Map<String, String> answers) {
        for (int round = 0; round < 60 && !progress(reference).open().isEmpty(); round++) {
            var step = progress(reference).open().getFirst().step();
            var outcome =
                    switch (step) {
                        case Step.Decision(_, var fact, _) ->
                                answer(reference, fact, answers.get(fact));
                        case Step.Wait(_, var fact) -> answer(reference, fact, answers.get(fact));
                        default -> step(reference, step.key());
                    };
            assertThat(outcome).as(step.key()).isInstanceOf(Outcome.Recorded.class);
        }
    }

    private Progress progress(String reference) {
        return view(reference).progress();
    }

    private Incident incident(String reference) {
        return view(reference).incident();
    }

    private Incidents.Opened view(String reference) {
        return view("dsl", reference, NINE);
    }
}
