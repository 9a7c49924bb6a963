// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.calendar.WorkingDays;
import school.lanyard.core.pack.IncidentPlaybook;

/// The incident flowchart, box by box and arrow by arrow.
class IncidentTest {
    private static final WorkingDays ONE_DAY = new WorkingDays(1);
    private static final Playbook BOOK = IncidentPlaybook.asShipped();

    @Nested
    class The_chart {
        @Test
        void has_all_25_boxes_each_with_its_clause() {
            var nodes =
                    BOOK.steps().stream()
                            .map(Step::card)
                            .filter(card -> card.node() != null)
                            .toList();

            assertThat(nodes.stream().map(Step.Card::node).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 25).mapToObj(n -> "N" + n).toList());
            assertThat(nodes)
                    .allSatisfy(card ->
                            assertThat(card.clauses())
                                    .contains(
                                            "BL-"
                                                    + (220
                                                            + Integer.parseInt(
                                                                    String.valueOf(card.node())
                                                                            .substring(1)))));
        }

        @Test
        void has_all_18_arrows_once() {
            var arrows =
                    BOOK.edges().stream()
                            .filter(edge ->
                                    !edge.key().startsWith("finished")
                                            && !edge.key().startsWith("back"))
                            .flatMap(edge -> edge.clauses().stream())
                            .filter(clause ->
                                    clause.compareTo("BL-246") >= 0
                                            && clause.compareTo("BL-263") <= 0)
                            .toList();

            assertThat(arrows)
                    .contains(
                            IntStream.rangeClosed(246, 263)
                                    .mapToObj(n -> "BL-" + n)
                                    .toArray(String[]::new));
        }

        @Test
        void offers_each_open_reading_as_a_choice_with_its_reason() {
            assertThat(BOOK.choices())
                    .extracting(Choice::key)
                    .contains(
                            "review_meeting",
                            "sub_branches",
                            "adult_only",
                            "neither",
                            "dos",
                            "after_confirmed");
            assertThat(BOOK.choices())
                    .allSatisfy(choice -> {
                        assertThat(choice.options()).hasSizeGreaterThan(1);
                        assertThat(choice.why()).isNotBlank();
                        assertThat(choice.clauses()).isNotEmpty();
                    });
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.core.playbook.IncidentTest#everyReading")
        void can_always_be_closed_whichever_reading_the_school_takes(String choice, String option) {
            assertThat(IncidentPlaybook.choosing(choice, option).check()).isEmpty();
        }

        @Test
        void keeps_the_police_step_and_the_bar_whichever_reading_the_school_takes() {
            assertThat(everyReading())
                    .allSatisfy(reading -> {
                        var keys = reading.get();
                        var adapted = IncidentPlaybook.choosing((String) keys[0], (String) keys[1]);
                        assertThat(adapted.losses(BOOK)).isEmpty();
                    });
        }
    }

    @Nested
    class A_new_case {
        @Test
        void opens_with_the_DSL_being_told() {
            assertOpen(Case.opened(BOOK), "notified");
        }

        @Test
        void has_the_protective_step_as_its_next_and_only_step() {
            assertOpen(Case.opened(BOOK).did("notified"), "protect");
        }

        @Test
        void is_classified_only_after_the_protective_step() {
            assertOpen(Case.opened(BOOK).did("notified", "protect"), "classify");
        }

        @Test
        void bars_nothing_and_may_not_close() {
            var progress = Case.opened(BOOK).progress();

            assertThat(progress.bars()).isEmpty();
            assertThat(progress.closing().missing())
                    .extracting(Progress.Missing::key)
                    .containsExactly(
                            "wellbeing", "log", "parents", "feedback", "review", "notified");
        }

        @Test
        void may_still_take_either_track() {
            assertThat(Case.opened(BOOK).progress().notApplicable()).isEmpty();
        }

        @Test
        void is_barred_from_inquiry_on_suspicion_even_before_anybody_is_made_safe() {
            var progress = Case.opened(BOOK).answered("classification", "illegal").progress();

            assertThat(progress.bars("interview")).isNotNull();
            assertThat(keys(progress)).containsExactly("notified");
        }
    }

    @Nested
    class On_the_internal_track {
        @Test
        void seriousness_is_asked_and_nothing_opens_until_it_is_answered() {
            assertOpen(unsuitable(), "judge-seriousness");
            assertOpen(unsuitable().answered("serious", null), "judge-seriousness");
        }

        @Test
        void a_less_serious_incident_goes_straight_to_investigation() {
            assertOpen(unsuitable().answered("serious", false), "investigate", "update-parents");
        }

        @Test
        void a_serious_incident_needs_the_review_meeting_first() {
            var serious = unsuitable().answered("serious", true);

            assertOpen(serious, "review-meeting");
            assertOpen(serious.did("review-meeting"), "investigate", "update-parents");
        }

        @Test
        void a_meeting_becomes_required_when_the_incident_turns_out_serious() {
            var turned = unsuitable().answered("serious", false).answered("serious", true);

            assertOpen(turned, "review-meeting");
        }

        @Test
        void wellbeing_waits_for_both_the_investigation_and_the_parents() {
            var investigated = unsuitable().answered("serious", false).did("investigate");

            assertOpen(investigated, "update-parents");
            assertOpen(investigated.did("update-parents"), "wellbeing", "update-log");
        }

        @Test
        void it_runs_on_to_review_and_changes_and_may_then_close() {
            var looked =
                    unsuitable().answered("serious", false).did("investigate", "update-parents");
            var cared = looked.did("wellbeing", "update-log");

            assertOpen(cared, "feedback", "review-policies", "share-with-staff");
            var reviewed = cared.did("feedback", "review-policies", "share-with-staff");
            assertOpen(reviewed, "make-changes", "watch");
            assertThat(reviewed.progress().closing().allowed()).isFalse();
            assertThat(reviewed.did("make-changes", "watch").progress().closing().missing())
                    .isEmpty();
        }

        @Test
        void the_police_track_does_not_apply() {
            assertThat(unsuitable().progress().notApplicable())
                    .contains(
                            "illegal",
                            "tell-police",
                            "await-police",
                            "not-confirmed",
                            "authority-investigates")
                    .doesNotContain("investigate", "wellbeing");
        }

        @Test
        void doing_a_step_twice_changes_nothing() {
            var once = unsuitable().answered("serious", false).did("investigate");
            var twice = once.did("investigate");

            assertThat(twice.progress().open()).isEqualTo(once.progress().open());
            assertThat(twice.progress().closing()).isEqualTo(once.progress().closing());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "wellbeing",
                    "update-log",
                    "update-parents",
                    "feedback",
                    "review-policies",
                    "watch"
                })
        void closing_is_refused_for_want_of(String step) {
            var all =
                    List.of(
                            "investigate",
                            "update-parents",
                            "wellbeing",
                            "update-log",
                            "feedback",
                            "review-policies",
                            "share-with-staff",
                            "make-changes",
                            "watch");
            var but =
                    unsuitable()
                            .answered("serious", false)
                            .did(
                                    all.stream()
                                            .filter(key -> !key.equals(step))
                                            .toArray(String[]::new));
            var named =
                    BOOK.closing().stream()
                            .filter(requirement -> requirement.steps().contains(step))
                            .map(Requirement::key)
                            .findFirst()
                            .orElse(step);

            assertThat(but.progress().closing().missing())
                    .extracting(Progress.Missing::key)
                    .contains(named);
            assertThat(but.did(step).progress().closing().allowed()).isTrue();
        }
    }

    @Nested
    class On_the_police_track {
        @Test
        void both_questions_are_asked_and_a_meeting_may_be_called() {
            assertOpen(illegal(), "review-meeting", "ask-child", "ask-adult");
        }

        @Test
        void a_child_at_risk_opens_the_police_step_at_once() {
            var child = illegal().answered("child_at_risk", true);

            assertThat(keys(child.progress())).contains("tell-police", "ask-adult");
            var police = open(child, "tell-police");
            assertThat(police.due()).isEqualTo(police.since());
            assertThat(police.step().card().contact()).isEqualTo("police");
        }

        @Test
        void an_adult_opens_the_referrals_and_the_police_step() {
            assertThat(keys(illegal().answered("adult_concerned", true).progress()))
                    .contains(
                            "refer-local-authority",
                            "refer-lado",
                            "follow-hr",
                            "tell-police",
                            "ask-child",
                            "ask-staff");
        }

        @Test
        void the_lado_is_told_within_one_working_day_as_the_law_says() {
            var lado = open(illegal().answered("adult_concerned", true), "refer-lado");

            assertThat(lado.due()).isEqualTo(lado.since().plus(Duration.ofDays(1)));
            assertThat(lado.step().card().clock()).isEqualTo(new Step.Clock(ONE_DAY, true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"refer-local-authority", "follow-hr"})
        void the_other_referrals_have_a_clock_that_the_school_chose(String step) {
            var referral = open(illegal().answered("adult_concerned", true), step);

            assertThat(referral.step().card().clock()).isEqualTo(new Step.Clock(ONE_DAY, false));
        }

        @Test
        void discipline_waits_for_advice_and_then_no_longer() {
            var told =
                    illegal()
                            .answered("adult_concerned", true)
                            .answered("staff_or_volunteer", true)
                            .did("tell-police");
            assertThat(told.progress().bars("discipline")).isNotNull();

            var decided = told.answered("suspension", "not-suspended");
            assertThat(decided.progress().bars("discipline")).isNull();
        }

        @Test
        void both_answers_can_be_yes() {
            var both = illegal().answered("child_at_risk", true).answered("adult_concerned", true);

            assertThat(keys(both.progress()))
                    .contains("tell-police", "refer-local-authority", "refer-lado", "follow-hr");
            assertThat(both.progress().passed())
                    .extracting(Progress.Passed::step)
                    .contains("child-branch", "adult-branch");
        }

        @Test
        void neither_still_leads_to_the_police_step() {
            var neither = illegal().answered("child_at_risk", false);

            assertThat(keys(neither.progress())).doesNotContain("tell-police");
            assertThat(keys(neither.answered("adult_concerned", false).progress()))
                    .contains("tell-police");
        }

        @Test
        void an_answer_of_not_known_keeps_the_question_open() {
            assertThat(keys(illegal().answered("child_at_risk", null).progress()))
                    .contains("ask-child");
        }

        @ParameterizedTest
        @ValueSource(strings = {"tell-police", "refer-local-authority", "refer-lado"})
        void evidence_opens_as_soon_as_either_branch_has_reported(String report) {
            var both = illegal().answered("child_at_risk", true).answered("adult_concerned", true);

            assertThat(keys(both.progress())).doesNotContain("secure-evidence");
            assertThat(keys(both.did(report).progress()).stream().filter("secure-evidence"::equals))
                    .hasSize(1);
            assertThat(both.did(report).progress().passed())
                    .extracting(Progress.Passed::step)
                    .contains("do-not-investigate");
        }

        @Test
        void waiting_does_not_begin_before_the_police_are_told() {
            var referred =
                    illegal()
                            .answered("adult_concerned", true)
                            .did("refer-lado", "secure-evidence");

            assertThat(keys(referred.progress()))
                    .doesNotContain("await-police")
                    .contains("tell-police");
            assertThat(keys(referred.did("tell-police").progress())).contains("await-police");
        }

        @Test
        void a_reply_before_the_police_were_told_lifts_nothing() {
            var early =
                    illegal()
                            .answered("child_at_risk", true)
                            .answered("police_reply", "not-confirmed");
            var told = early.did("tell-police", "secure-evidence");

            assertThat(early.progress().notCounted())
                    .extracting("what")
                    .containsExactly("police_reply");
            assertThat(told.progress().track()).isEqualTo("police");
            assertThat(keys(told.progress())).contains("await-police");
        }

        @Test
        void nobody_in_school_can_take_the_suspicion_back() {
            var tried =
                    illegal()
                            .answered("classification", "unsuitable")
                            .answered("classification", null);

            assertThat(tried.progress().track()).isEqualTo("police");
            assertThat(tried.progress().bars("device-check")).isNotNull();
            assertThat(tried.progress().notCounted()).hasSize(2);
            assertOpen(tried, "review-meeting", "ask-child", "ask-adult");
        }

        @Test
        void saying_again_that_it_is_illegal_loses_nothing() {
            var waiting = waiting();

            assertThat(keys(waiting.answered("classification", "illegal").progress()))
                    .isEqualTo(keys(waiting.progress()));
        }

        @Test
        void the_meeting_only_organises() {
            var met = illegal().answered("serious", true).did("review-meeting");

            assertThat(open(illegal(), "review-meeting").required()).isFalse();
            assertThat(keys(met.progress())).containsExactly("ask-child", "ask-adult");
            assertThat(keys(met.answered("child_at_risk", true).progress()))
                    .contains("tell-police");
        }

        @ParameterizedTest
        @ValueSource(strings = {"interview", "device-check", "upload", "investigation", "finding"})
        void is_barred(String action) {
            var bar = illegal().progress().bars(action);

            assertThat(bar).isNotNull();
            assertThat(bar.reason()).isNotBlank();
            assertThat(bar.clauses()).contains("BL-239");
        }

        @Test
        void an_investigation_recorded_all_the_same_does_not_count_and_is_shown() {
            var broken = illegal().did("investigate").progress();

            assertThat(broken.isDone("investigate")).isFalse();
            assertThat(broken.isBlocked("investigate")).isTrue();
            assertThat(broken.notCounted())
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.what()).isEqualTo("investigate");
                        assertThat(record.reason()).contains("Only the police");
                    });
        }

        @Test
        void suspension_is_decided_for_staff_once_the_police_are_told() {
            var adult = illegal().answered("adult_concerned", true);
            var staff = adult.answered("staff_or_volunteer", true);

            assertThat(keys(staff.progress())).doesNotContain("decide-suspension");
            var told = staff.did("tell-police");
            assertThat(keys(told.progress())).contains("decide-suspension");
            assertThat(open(told, "decide-suspension").step().card().owners().roles())
                    .containsExactly("headteacher");
            assertThat(told.progress().passed())
                    .extracting(Progress.Passed::step)
                    .contains("follow-advice");
            assertThat(
                            keys(
                                    adult.answered("staff_or_volunteer", false)
                                            .did("tell-police")
                                            .progress()))
                    .doesNotContain("decide-suspension");
        }

        @Test
        void cannot_close_while_waiting() {
            assertThat(waiting().progress().closing().missing())
                    .extracting(Progress.Missing::key)
                    .contains("await-police");
        }
    }

    @Nested
    class When_the_police_confirm_nothing {
        private final Case reverted =
                waiting().answered("serious", false).answered("police_reply", "not-confirmed");

        @Test
        void the_internal_track_is_entered_at_the_investigation() {
            assertOpen(reverted, "investigate", "update-parents");
            assertThat(reverted.progress().bars()).isEmpty();
            assertThat(reverted.progress().passed())
                    .extracting(Progress.Passed::step)
                    .contains("not-confirmed");
        }

        @Test
        void or_at_the_meeting_if_it_is_serious() {
            var serious =
                    waiting().answered("serious", true).answered("police_reply", "not-confirmed");

            assertOpen(serious, "review-meeting");
            assertOpen(serious.did("review-meeting"), "investigate", "update-parents");
        }

        @Test
        void and_seriousness_is_asked_if_nobody_has_said() {
            assertOpen(waiting().answered("police_reply", "not-confirmed"), "judge-seriousness");
        }

        @Test
        void everything_recorded_on_the_police_track_is_kept() {
            assertThat(reverted.progress().isDone("tell-police")).isTrue();
            assertThat(reverted.progress().isDone("await-police")).isTrue();
            assertThat(reverted.progress().rounds())
                    .extracting(Progress.Round::track)
                    .containsExactly("police", "internal");
        }

        @Test
        void fresh_suspicion_begins_the_police_track_anew() {
            var again = reverted.answered("classification", "illegal");

            assertThat(again.progress().bars("interview")).isNotNull();
            assertOpen(again, "review-meeting", "ask-child", "ask-adult");
            assertThat(keys(again.answered("child_at_risk", true).progress()))
                    .contains("tell-police");
            assertThat(again.progress().isDone("tell-police")).isTrue();
        }

        @Test
        void it_closes_as_any_internal_case() {
            assertThat(
                            reverted.did(
                                            "investigate",
                                            "update-parents",
                                            "wellbeing",
                                            "update-log",
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
    }

    @Nested
    class When_the_police_confirm {
        private final Case confirmed = waiting().answered("police_reply", "confirmed");

        @Test
        void the_authority_finishes_and_the_school_takes_advice() {
            assertThat(keys(confirmed.progress()))
                    .containsExactly("review-meeting", "authority-investigates", "take-advice");
            assertThat(confirmed.progress().bars("interview")).isNotNull();
        }

        @Test
        void no_internal_step_opens_until_both_are_recorded() {
            assertThat(keys(confirmed.did("take-advice").progress())).doesNotContain("wellbeing");
            assertThat(
                            keys(
                                    confirmed
                                            .did("take-advice")
                                            .answered("authority_finished", "action-taken")
                                            .progress()))
                    .contains("update-parents", "wellbeing", "update-log")
                    .doesNotContain("investigate");
        }

        @Test
        void it_closes_with_the_bars_standing_and_no_investigation() {
            var closed =
                    confirmed
                            .did("take-advice")
                            .answered("authority_finished", "action-taken")
                            .did(
                                    "update-parents",
                                    "wellbeing",
                                    "update-log",
                                    "feedback",
                                    "review-policies",
                                    "share-with-staff",
                                    "make-changes",
                                    "watch")
                            .progress();

            assertThat(closed.closing().missing()).isEmpty();
            assertThat(closed.bars("interview")).isNotNull();
            assertThat(closed.isDone("investigate")).isFalse();
        }

        @Test
        void the_school_may_end_the_bars_when_the_authority_has_finished() {
            var book =
                    IncidentPlaybook.choosing("bars_after_confirmed", "until-authority-finished");
            var waiting = new Case(book, confirmed.situation());
            var finished = waiting.answered("authority_finished", "no-action");

            assertThat(waiting.progress().bars("interview")).isNotNull();
            assertThat(finished.progress().bars("interview")).isNull();
        }
    }

    @Nested
    class When_suspicion_arises_midway {
        private final Case investigating =
                unsuitable().answered("serious", false).did("update-parents");
        private final Case suspected = investigating.answered("classification", "illegal");

        @Test
        void the_case_moves_across_at_once() {
            assertThat(suspected.progress().track()).isEqualTo("police");
            assertOpen(suspected, "review-meeting", "ask-child", "ask-adult");
        }

        @Test
        void the_open_investigation_is_blocked_and_says_why() {
            assertThat(suspected.progress().blocked())
                    .filteredOn(blocked -> blocked.bar() != null)
                    .singleElement()
                    .satisfies(blocked -> {
                        assertThat(blocked.step()).isEqualTo("investigate");
                        assertThat(blocked.reason()).contains("illegal is suspected");
                        assertThat(blocked.clauses()).contains("BL-198");
                    });
        }

        @Test
        void other_open_steps_are_set_aside() {
            var later = investigating.did("investigate").answered("classification", "illegal");

            assertThat(later.progress().isBlocked("wellbeing")).isTrue();
            assertThat(later.progress().isBlocked("update-log")).isTrue();
        }

        @Test
        void the_investigation_comes_back_when_the_police_confirm_nothing() {
            var back =
                    suspected
                            .answered("child_at_risk", true)
                            .answered("adult_concerned", false)
                            .did("tell-police", "secure-evidence")
                            .answered("police_reply", "not-confirmed");

            assertOpen(back, "investigate", "update-parents");
            assertThat(back.progress().blocked()).isEmpty();
            assertThat(back.progress().isDone("update-parents")).isTrue();
        }
    }

    @Nested
    class Another_reading {
        @Test
        void keeps_the_meeting_to_the_internal_track() {
            var book = IncidentPlaybook.choosing("review_meeting", "internal-only");

            assertOpen(new Case(book, illegal().situation()), "ask-child", "ask-adult");
        }

        @Test
        void asks_about_the_child_first() {
            var one =
                    new Case(
                            IncidentPlaybook.choosing("sub_branches", "child-first"),
                            illegal().situation());

            assertThat(keys(one.progress())).contains("ask-child").doesNotContain("ask-adult");
            assertThat(keys(one.answered("child_at_risk", true).progress()))
                    .contains("ask-adult", "tell-police");
        }

        @Test
        void tells_the_LADO_before_the_police_but_always_the_police() {
            var one =
                    new Case(
                                    IncidentPlaybook.choosing("adult_only", "after-lado"),
                                    illegal().situation())
                            .answered("adult_concerned", true)
                            .answered("child_at_risk", false);

            assertThat(keys(one.progress())).doesNotContain("tell-police");
            assertThat(keys(one.did("refer-lado").progress())).contains("tell-police");
        }

        @Test
        void requires_a_meeting_when_neither_applies() {
            var one =
                    new Case(
                                    IncidentPlaybook.choosing("neither", "police-step-and-meeting"),
                                    illegal().situation())
                            .answered("adult_concerned", false)
                            .answered("child_at_risk", false);

            assertThat(open(one, "review-meeting").required()).isTrue();
            assertThat(keys(one.progress())).contains("tell-police");
        }

        @Test
        void meets_again_after_a_confirmed_case() {
            var one =
                    new Case(
                                    IncidentPlaybook.choosing("after_confirmed", "meeting-first"),
                                    waiting().situation())
                            .answered("police_reply", "confirmed")
                            .did("take-advice")
                            .answered("authority_finished", "no-action");

            assertThat(open(one, "review-meeting").required()).isTrue();
            assertThat(keys(one.progress())).doesNotContain("wellbeing");
            assertThat(keys(one.did("review-meeting").progress())).contains("wellbeing");
        }

        @Test
        void always_comes_back_at_the_meeting() {
            var one =
                    new Case(
                                    IncidentPlaybook.choosing("revert_entry", "always-meeting"),
                                    waiting().situation())
                            .answered("serious", false)
                            .answered("police_reply", "not-confirmed");

            assertOpen(one, "review-meeting");
        }
    }

    private static Case unsuitable() {
        return Case.opened(BOOK)
                .did("notified", "protect")
                .answered("classification", "unsuitable");
    }

    private static Case illegal() {
        return Case.opened(BOOK).did("notified", "protect").answered("classification", "illegal");
    }

    private static Case waiting() {
        return illegal()
                .answered("child_at_risk", true)
                .answered("adult_concerned", false)
                .did("tell-police", "secure-evidence");
    }

    /// The device check is offered on the internal track throughout, and has a test of its own.
    private static void assertOpen(Case one, String... steps) {
        assertThat(keys(one.progress()))
                .filteredOn(key -> !List.of("begin-device-check", "judge-substance").contains(key))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(steps));
    }

    private static List<String> keys(Progress progress) {
        return progress.open().stream().map(open -> open.step().key()).toList();
    }

    private static Progress.Open open(Case one, String step) {
        return one.progress().open().stream()
                .filter(open -> open.step().key().equals(step))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> everyReading() {
        return BOOK.choices().stream()
                .flatMap(choice ->
                        choice.options().keySet().stream()
                                .map(option -> Arguments.of(choice.key(), option)));
    }
}
