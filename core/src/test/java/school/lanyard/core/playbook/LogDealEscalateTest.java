// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.IncidentPlaybook;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;

/// A policy that says only log, deal with and escalate, walked in the same engine.
class LogDealEscalateTest {
    private static final Playbook BOOK = book();

    private static Playbook book() {
        return switch (Packs.in(Path.of("..", "packs")).load("balfour")) {
            case Loaded.Sound(var pack) -> Objects.requireNonNull(pack.playbooks().get("incident"));
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }

    @Test
    void has_no_step_that_cannot_be_reached_and_no_case_that_cannot_close() {
        assertThat(BOOK.check()).isEmpty();
    }

    @Test
    void keeps_every_guard_rail_that_the_other_school_s_playbook_fixes() {
        assertThat(BOOK.losses(IncidentPlaybook.asShipped())).isEmpty();
    }

    @Test
    void opens_with_the_log_then_makes_people_safe_then_decides() {
        var opened = Case.opened(BOOK);
        assertOpen(opened, "log");
        assertOpen(opened.did("log"), "protect");
        assertOpen(opened.did("log", "protect"), "classify");
    }

    @Nested
    class Dealt_with_by_the_school {

        @Test
        void a_small_matter_goes_straight_to_finding_out() {
            assertOpen(inSchool().answered("serious", false), "tell-agencies", "investigate");
        }

        @Test
        void a_serious_one_waits_for_the_decision_about_the_police() {
            var serious = inSchool().answered("serious", true);
            assertOpen(serious, "tell-agencies", "consider-police");
            assertOpen(serious.did("consider-police"), "tell-agencies", "investigate");
        }

        @Test
        void other_agencies_are_offered_and_never_awaited() {
            assertThat(open(inSchool(), "tell-agencies").required()).isFalse();
        }

        @Test
        void it_closes_once_the_pupil_is_answered_in_proportion_and_everybody_is_cared_for() {
            var responded = misuseByPupil().answered("pupil_policy", "behaviour");
            assertThat(closed(responded).progress().closing().missing()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"wellbeing", "update-parents", "update-log", "feedback"})
        void it_does_not_close_for_want_of(String step) {
            var steps = List.of("wellbeing", "update-parents", "update-log", "feedback");
            var but =
                    misuseByPupil()
                            .answered("pupil_policy", "both")
                            .did(
                                    steps.stream()
                                            .filter(key -> !key.equals(step))
                                            .toArray(String[]::new));
            assertThat(but.progress().closing().allowed()).isFalse();
        }

        @Test
        void it_does_not_close_before_the_response_to_a_pupil_is_chosen() {
            assertThat(closed(misuseByPupil()).progress().closing().missing())
                    .extracting(Progress.Missing::key)
                    .containsExactly("respond-to-pupil");
        }

        @Test
        void misuse_by_a_member_of_staff_is_for_the_headteacher() {
            var staff = found().answered("misuse_by", "staff");
            assertThat(keys(staff)).contains("respond-to-staff").doesNotContain("respond-to-pupil");
            assertThat(open(staff, "respond-to-staff").step().card().owners().roles())
                    .containsExactly("headteacher");
        }

        @Test
        void bullying_follows_the_behaviour_policy_by_either_definition() {
            assertThat(keys(found().answered("bullying", "repeated")))
                    .contains("follow-behaviour-policy", "ask-ai");
            assertThat(keys(found().answered("bullying", "any-medium")))
                    .contains("follow-behaviour-policy", "ask-ai");
            assertThat(keys(found().answered("bullying", "not-bullying")))
                    .doesNotContain("follow-behaviour-policy", "ask-ai");
        }

        @Test
        void a_deepfake_makes_a_small_matter_one_for_the_police_decision() {
            var deepfake = found().answered("bullying", "any-medium").answered("ai_used", true);
            assertThat(keys(deepfake)).contains("follow-anti-bullying-policy", "consider-police");
        }

        @Test
        void bullying_and_abuse_between_children_can_both_apply() {
            var both = found().answered("bullying", "repeated").answered("abuse", "child-on-child");
            assertThat(keys(both))
                    .contains("follow-behaviour-policy", "follow-child-on-child-policy")
                    .doesNotContain("respond-sexual-harm");
        }

        @Test
        void sexual_harassment_is_answered_and_the_police_are_considered() {
            assertThat(keys(found().answered("abuse", "sexual")))
                    .contains("respond-sexual-harm", "consider-police");
        }
    }

    @Nested
    class On_the_police_track {

        @Test
        void the_police_are_told_at_once_whatever_else_is_known() {
            var police = open(suspected(), "tell-police");
            assertThat(police.due()).isEqualTo(police.since());
            assertThat(police.step().card().contact()).isEqualTo("police");
            assertThat(police.required()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"interview", "device-check", "upload", "investigation", "finding"})
        void is_barred(String action) {
            assertThat(suspected().progress().bars(action)).isNotNull();
        }

        @Test
        void bars_from_the_first_word_of_suspicion() {
            var first = Case.opened(BOOK).answered("classification", "illegal");
            assertThat(first.progress().bars("interview")).isNotNull();
            assertOpen(first, "log");
        }

        @Test
        void nobody_in_school_takes_the_suspicion_back() {
            var tried = suspected().answered("classification", "unsuitable");
            assertThat(tried.progress().track()).isEqualTo("police");
            assertThat(tried.progress().bars("upload")).isNotNull();
        }

        @Test
        void a_child_and_an_adult_can_both_be_concerned() {
            var both =
                    suspected().answered("child_at_risk", true).answered("adult_concerned", true);
            assertThat(keys(both)).contains("refer-local-authority", "refer-lado", "follow-hr");
            assertThat(both.progress().bars("discipline")).isNotNull();
        }

        @Test
        void waiting_begins_only_when_the_police_were_told() {
            var early = suspected().answered("police_reply", "not-confirmed");
            assertThat(early.progress().track()).isEqualTo("police");
            assertThat(keys(early.did("tell-police", "secure-evidence"))).contains("await-police");
        }

        @Test
        void when_they_confirm_nothing_the_school_deals_with_it_afresh() {
            var back = waiting().answered("police_reply", "not-confirmed");
            assertThat(back.progress().track()).isEqualTo("internal");
            assertThat(back.progress().bars()).isEmpty();
            assertOpen(back, "judge-seriousness", "investigate", "tell-agencies");
            assertThat(back.progress().isDone("tell-police")).isTrue();
            assertThat(keys(back.answered("serious", true))).doesNotContain("consider-police");
        }

        @Test
        void and_that_case_then_closes_as_any_other() {
            var back =
                    waiting().answered("police_reply", "not-confirmed").answered("serious", false);
            var settled = nothingElse(back.did("investigate"));
            assertThat(closed(settled).progress().closing().missing()).isEmpty();
        }

        @Test
        void when_they_confirm_it_closes_with_the_bars_standing_and_no_inquiry_of_its_own() {
            var finished =
                    waiting()
                            .answered("police_reply", "confirmed")
                            .answered("authority_finished", "action-taken");
            var closed = closed(finished).progress();
            assertThat(closed.closing().missing()).isEmpty();
            assertThat(closed.bars("interview")).isNotNull();
            assertThat(closed.isDone("investigate")).isFalse();
        }

        @Test
        void suspicion_midway_moves_the_case_across_and_blocks_finding_out() {
            var midway =
                    inSchool().answered("serious", false).answered("classification", "illegal");
            assertThat(midway.progress().track()).isEqualTo("police");
            assertThat(midway.progress().isBlocked("investigate")).isTrue();
            assertThat(keys(midway)).contains("tell-police");
        }

        @Test
        void a_serious_matter_that_turns_out_to_be_for_the_police_leaves_the_decision_behind() {
            var moved = inSchool().answered("serious", true).answered("classification", "illegal");
            assertThat(keys(moved)).contains("tell-police").doesNotContain("consider-police");
        }
    }

    private static Case inSchool() {
        return Case.opened(BOOK).did("log", "protect").answered("classification", "unsuitable");
    }

    private static Case found() {
        return inSchool().answered("serious", false).did("investigate");
    }

    private static Case misuseByPupil() {
        return found().answered("bullying", "not-bullying")
                .answered("abuse", "neither")
                .answered("misuse_by", "pupil");
    }

    private static Case nothingElse(Case one) {
        return one.answered("bullying", "not-bullying")
                .answered("abuse", "neither")
                .answered("misuse_by", "neither");
    }

    private static Case suspected() {
        return Case.opened(BOOK).did("log", "protect").answered("classification", "illegal");
    }

    private static Case waiting() {
        return suspected()
                .answered("child_at_risk", false)
                .answered("adult_concerned", false)
                .did("tell-police", "secure-evidence");
    }

    private static Case closed(Case one) {
        return one.did("wellbeing", "update-parents", "update-log", "feedback");
    }

    private static List<String> keys(Case one) {
        return one.progress().open().stream().map(open -> open.step().key()).toList();
    }

    private static void assertOpen(Case one, String... steps) {
        assertThat(keys(one)).containsExactlyInAnyOrderElementsOf(Arrays.asList(steps));
    }

    private static Progress.Open open(Case one, String step) {
        return one.progress().open().stream()
                .filter(open -> open.step().key().equals(step))
                .findFirst()
                .orElseThrow();
    }
}
