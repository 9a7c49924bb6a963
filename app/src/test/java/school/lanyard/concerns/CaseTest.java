// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionNotNeeded;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.MadeSafe;
import school.lanyard.concerns.IncidentEvent.NoteAdded;
import school.lanyard.concerns.IncidentEvent.Reopened;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.Published;
import school.lanyard.testing.Engine;

/// What a handler can and cannot do in one case, from the alarm to after its closing.
@ParameterizedClass
@EnumSource(Engine.class)
class CaseTest extends AtInfantSchool {

    private static final String PLAYBOOK = "playbooks/incident.yaml";
    private static final Instant LATER = NINE.plusSeconds(3600);

    @Nested
    class A_closed_incident {

        @Test
        void takes_a_late_note_and_nothing_else() {
            var reference = closed();
            assertRecorded(record(reference, new NoteAdded("The family moved away.")));
            assertRefused(record(reference, new NoteAdded(" ")));
            assertThat(refused(answer(reference, "serious", "yes"))).contains("late note");
            assertThat(incident(reference).isClosed()).isTrue();
            assertProjectionIsWhatTheLedgerSays(reference);
        }

        @Test
        void says_how_it_was_closed_whatever_was_noted_since() {
            var reference = closed();
            record(reference, new NoteAdded("Late."));
            var closing = incident(reference).closing().orElseThrow();
            assertThat(((Closed) closing.event()).summary()).isEqualTo("Taught and supported.");
            assertThat(closing.by()).isEqualTo(school.id("dsl"));
        }

        @Test
        void is_opened_again_only_with_a_reason() {
            var reference = closed();
            assertRefused(record(reference, new Reopened("")));
            assertRecorded(record(reference, new Reopened("It has begun again.")));
            assertThat(incident(reference).isClosed()).isFalse();
            assertRefused(record(reference, new Reopened("Once more.")));
        }
    }

    @Nested
    class An_incident_that_was_opened_again {

        @Test
        void goes_on_where_it_stood_with_its_closing_on_record() {
            var reference = closed();
            var before = progress(reference).done();
            record(reference, new Reopened("It has begun again."));
            assertThat(progress(reference).done()).isEqualTo(before);
            assertThat(progress(reference).open()).isEmpty();
            assertThat(events(reference, Closed.class)).hasSize(1);
            assertRecorded(answer(reference, "serious", "yes"));
            assertThat(progress(reference).isOpen("review-meeting")).isTrue();
        }

        @Test
        void counts_as_open_until_it_is_closed_again() {
            var reference = closed();
            assertThat(figure().outcome()).isNotNull();
            record(reference, new Reopened("It has begun again."));
            assertThat(figure().outcome()).isNull();
            assertThat(school.queue.size(school.as("dsl"), NINE).incidents()).isOne();
            assertProjectionIsWhatTheLedgerSays(reference);
            assertRecorded(end(reference));
            assertThat(figure().outcome()).isNotNull();
            assertThat(events(reference, Closed.class)).hasSize(2);
            assertProjectionIsWhatTheLedgerSays(reference);
            assertThat(school.ledger.verify(school.house.school()))
                    .isInstanceOf(Verdict.Whole.class);
        }

        private Figure figure() {
            return school.incidents
                    .figures(
                            school.house.school(),
                            NINE.minusSeconds(60),
                            NINE.plusSeconds(60),
                            List.of())
                    .getFirst();
        }
    }

    @Nested
    class The_same_answer_again {

        @Test
        void writes_nothing() {
            var reference = opened();
            assertRecorded(answer(reference, "classification", "unsuitable"));
            var before = incident(reference).history().size();
            assertThat(answer(reference, "classification", "unsuitable"))
                    .isInstanceOf(Outcome.Unchanged.class);
            classify(reference, false);
            assertThat(classify(reference, false)).isInstanceOf(Outcome.Unchanged.class);
            assertThat(incident(reference).history()).hasSize(before + 1);
        }

        @Test
        void is_an_answer_where_the_question_is_asked_afresh() {
            var reference = safe();
            for (int round = 0; round < 2; round++) {
                assertRecorded(answer(reference, "classification", "illegal"));
                assertRecorded(answer(reference, "child_at_risk", "yes"));
                if (round == 0) {
                    assertRecorded(step(reference, "tell-police"));
                    assertRecorded(step(reference, "secure-evidence"));
                    assertRecorded(answer(reference, "police_reply", "not-confirmed"));
                }
            }
        }

        @Test
        void that_would_not_count_is_refused_with_the_reason() {
            var reference = opened();
            answer(reference, "classification", "illegal");
            assertThat(refused(answer(reference, "classification", "unsuitable")))
                    .contains("cannot end the track");
        }
    }

    @Nested
    class While_somebody_is_at_risk {

        @Test
        void the_alarm_stands_until_a_handler_records_that_everybody_is_safe() {
            var reference = alarmed();
            assertThat(atRisk(reference)).isTrue();
            step(reference, "notified");
            assertThat(atRisk(reference)).isTrue();
            assertRecorded(step(reference, "protect"));
            assertThat(atRisk(reference)).isFalse();
        }

        @Test
        void making_them_safe_cannot_be_marked_not_needed() {
            var reference = alarmed();
            step(reference, "notified");
            assertThat(refused(leftOut(reference, "protect"))).contains("at risk now");
            assertThat(progress(reference).isOpen("protect")).isTrue();
        }

        @Test
        void it_can_be_where_nobody_is() {
            var reference = opened();
            step(reference, "notified");
            assertRecorded(leftOut(reference, "protect"));
            assertRefused(record(reference, new MadeSafe("They are all well.")));
        }

        @Test
        void a_later_concern_raises_the_alarm_again_and_closing_waits_for_it() {
            var reference = opened();
            step(reference, "notified");
            step(reference, "protect");
            var second = school.alarm("anything-else", "bo");
            school.incidents.join(school.as("dsl"), second.reference(), reference, NINE);
            assertThat(atRisk(reference)).isTrue();
            assertThat(view(reference).standing().missing())
                    .contains("Record that everybody is safe.");
            assertRefused(record(reference, new MadeSafe(" ")));
            assertRecorded(record(reference, new MadeSafe("He is with his grandmother.")));
            assertThat(atRisk(reference)).isFalse();
        }

        private String alarmed() {
            return from(school.alarm("anything-else", "pip"));
        }

        private boolean atRisk(String reference) {
            return view(reference).standing().somebodyAtRisk();
        }
    }

    @Nested
    class A_chosen_action {

        @Test
        void has_to_be_answered_before_closing() {
            var reference = walked();
            choose(reference, "refer_class_teacher_or_tutor", "issue_warning");
            assertThat(refused(end(reference))).startsWith("Refer to the class teacher");
            record(reference, new ActionDone("refer_class_teacher_or_tutor", NINE, "Told."));
            assertThat(refused(end(reference))).startsWith("Issue a warning");
            assertRefused(record(reference, new ActionNotNeeded("issue_warning", "")));
            assertRecorded(record(reference, new ActionNotNeeded("issue_warning", "So young.")));
            assertThat(Actions.chosen(InfantSchool.PACK, incident(reference)))
                    .extracting(Actions.Chosen::state)
                    .containsExactly(
                            new Actions.State.Done(), new Actions.State.NotNeeded("So young."));
            assertRecorded(end(reference));
        }

        @Test
        void that_the_policy_asks_for_before_closing_is_not_left_out() {
            var reference = walked();
            choose(reference, "inform_parents_carers");
            assertThat(
                            refused(
                                    record(
                                            reference,
                                            new ActionNotNeeded("inform_parents_carers", "x"))))
                    .contains("change the actions");
        }

        @Test
        void is_not_found_unneeded_once_it_is_done() {
            var reference = walked();
            choose(reference, "issue_warning");
            record(reference, new ActionDone("issue_warning", NINE, "Warned."));
            assertRefused(record(reference, new ActionNotNeeded("issue_warning", "Forgotten.")));
        }

        @Test
        void is_refused_with_the_bars_reason_even_if_it_was_chosen_before_the_bar() {
            var reference = walked();
            choose(reference, "issue_warning", "inform_parents_carers");
            answer(reference, "classification", "illegal");
            var warned = record(reference, new ActionDone("issue_warning", NINE, "Warned."));
            assertThat(refused(warned)).startsWith("Suspension and discipline wait");
            assertThat(held(reference)).containsExactly("issue_warning");
            assertRecorded(
                    record(reference, new ActionDone("inform_parents_carers", NINE, "Rang.")));
        }

        @Test
        void may_be_done_once_the_bar_is_lifted() {
            var reference = walked();
            choose(reference, "issue_warning");
            answer(reference, "classification", "illegal");
            answer(reference, "child_at_risk", "yes");
            step(reference, "tell-police");
            step(reference, "secure-evidence");
            answer(reference, "police_reply", "not-confirmed");
            assertThat(held(reference)).isEmpty();
            assertRecorded(record(reference, new ActionDone("issue_warning", NINE, "Warned.")));
        }

        private List<String> held(String reference) {
            var view = view(reference);
            return Actions.chosen(InfantSchool.PACK, view.incident()).stream()
                    .map(Actions.Chosen::action)
                    .filter(action -> Actions.heldBy(view.progress(), action).isPresent())
                    .map(action -> action.key())
                    .toList();
        }
    }

    @Nested
    class A_newer_edition {

        @Test
        void bars_in_an_open_case_what_the_newest_law_bars() {
            var reference = safe();
            answer(reference, "classification", "illegal");
            assertThat(progress(reference).isOpen("review-meeting")).isTrue();
            publish(stricter());
            assertThat(view(reference, LATER).progress().isBlocked("review-meeting")).isTrue();
            assertThat(refused(record(reference, done("review-meeting", NINE), LATER)))
                    .isEqualTo("The law now leaves meetings to the police.");
            assertThat(view(reference, LATER).edition().pack()).isEqualTo(InfantSchool.PACK);
            assertThat(BarSpan.of(view(reference, LATER).standing()))
                    .extracting(span -> span.bar().key())
                    .contains("no-meeting");
        }

        @Test
        void is_no_law_yet_for_what_was_recorded_before_it_came() {
            var reference = safe();
            answer(reference, "classification", "illegal");
            assertRecorded(step(reference, "review-meeting"));
            publish(stricter());
            assertThat(view(reference, LATER).progress().isDone("review-meeting")).isTrue();
            assertProjectionIsWhatTheLedgerSays(reference);
        }

        @Test
        void is_no_law_before_its_day() {
            var reference = safe();
            answer(reference, "classification", "illegal");
            publish(stricter(), InfantSchool.TODAY.plusDays(30));
            assertThat(view(reference, LATER).progress().isOpen("review-meeting")).isTrue();
        }

        @Test
        void says_when_it_is_published_what_it_no_longer_keeps() {
            var weaker =
                    pack(
                            "actions: [interview, device-check, upload, investigation, finding]",
                            "actions: [interview]");
            assertThat(publish(weaker).losses())
                    .extracting(loss -> loss.playbook() + "/" + loss.problem().about())
                    .containsExactly("incident/no-own-inquiry");
            assertThat(publish(stricter()).losses()).isEmpty();
        }

        private Published publish(Pack pack) {
            return publish(pack, InfantSchool.TODAY);
        }

        private Published publish(Pack pack, LocalDate from) {
            school.now = NINE.plusSeconds(60);
            return school.house
                    .database()
                    .write(
                            school.house.school(),
                            tx -> school.editions.publish(tx, Actor.LANYARD, pack, from));
        }

        private Pack stricter() {
            return pack(
                    "\nclosing:\n",
                    """

                      no-meeting:
                        label: No meeting among yourselves
                        reason: The law now leaves meetings to the police.
                        steps: [review-meeting]
                        tracks: [police]

                    closing:
                    """);
        }

        private Pack pack(String from, String to) {
            var texts = new TreeMap<String, String>();
            var folder = Path.of("..", "packs", "boughton-leigh");
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    texts.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(texts.get(PLAYBOOK)).contains(from);
            texts.computeIfPresent(PLAYBOOK, (_, text) -> text.replace(from, to));
            var loaded =
                    Packs.in(Path.of("..", "packs")).load(new PackFiles("boughton-leigh", texts));
            return ((Loaded.Sound) loaded).pack();
        }
    }

    private String opened() {
        return from(school.report("anything-else", "pip"));
    }

    /// Opened, with everybody made safe.
    private String safe() {
        var reference = opened();
        assertRecorded(step(reference, "notified"));
        assertRecorded(step(reference, "protect"));
        return reference;
    }

    private String from(Receipt receipt) {
        return opened("dsl", receipt);
    }

    /// Everything done that the playbook asks for, and nothing chosen.
    private String walked() {
        var reference = opened();
        classify(reference, false);
        answer(reference, "classification", "unsuitable");
        for (int i = 0; i < 40 && !progress(reference).open().isEmpty(); i++) {
            switch (progress(reference).open().getFirst().step()) {
                case Step.Decision(_, var fact, _) -> answer(reference, fact, "no");
                case Step step -> step(reference, step.key());
            }
        }
        return reference;
    }

    private String closed() {
        var reference = walked();
        choose(reference);
        assertRecorded(end(reference));
        return reference;
    }

    private void choose(String reference, String... actions) {
        assertRecorded(
                record(reference, new ActionsChosen(List.of(), List.of(actions), "As it is.")));
    }

    private Outcome end(String reference) {
        return record(reference, ending());
    }

    private Outcome classify(String reference, boolean illegal) {
        return record(reference, kind(illegal));
    }

    private Outcome answer(String reference, String fact, String value) {
        return record(reference, new FactAnswered(fact, value, Map.of(), "Because."));
    }

    private Outcome step(String reference, String step) {
        return record(reference, done(step, NINE));
    }

    private Outcome leftOut(String reference, String step) {
        return record(reference, new StepDone(step, NINE, true, Map.of(), "No need."));
    }

    private Outcome record(String reference, IncidentEvent event) {
        return record(reference, event, NINE);
    }

    private Outcome record(String reference, IncidentEvent event, Instant at) {
        return record("dsl", reference, event, at);
    }

    private <T extends IncidentEvent> List<Happening> events(String reference, Class<T> type) {
        return incident(reference).history().stream()
                .filter(each -> type.isInstance(each.event()))
                .toList();
    }

    private Progress progress(String reference) {
        return view(reference).progress();
    }

    private Incident incident(String reference) {
        return view(reference).incident();
    }

    private Incidents.Opened view(String reference) {
        return view(reference, NINE);
    }

    private Incidents.Opened view(String reference, Instant at) {
        return view("dsl", reference, at);
    }

    private static void assertRecorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static void assertRefused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    private static String refused(Outcome outcome) {
        assertRefused(outcome);
        return ((Outcome.Refused) outcome).why();
    }
}
