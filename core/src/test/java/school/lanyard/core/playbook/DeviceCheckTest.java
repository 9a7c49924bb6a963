// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.IncidentPlaybook;

/// The check of a device, where nothing illegal is suspected.
class DeviceCheckTest {

    private static final Playbook BOOK = IncidentPlaybook.asShipped();

    private final Case unsuitable =
            Case.opened(BOOK).did("notified", "protect").answered("classification", "unsuitable");

    @Test
    void is_offered_where_the_matter_is_not_serious_and_nothing_waits_for_it() {
        var small = unsuitable.answered("serious", false).progress();
        assertThat(small.open())
                .filteredOn(open -> open.step().key().equals("begin-device-check"))
                .singleElement()
                .satisfies(open -> assertThat(open.required()).isFalse());
    }

    @Test
    void of_a_serious_matter_waits_for_the_review_meeting() {
        var serious = unsuitable.answered("serious", true);
        assertThat(serious.progress().isOpen("begin-device-check")).isFalse();
        assertThat(serious.did("review-meeting").progress().isOpen("begin-device-check")).isTrue();
    }

    @Test
    void is_barred_from_the_first_suspicion() {
        var suspected = unsuitable.answered("serious", false).answered("classification", "illegal");
        assertThat(suspected.progress().isOpen("begin-device-check")).isFalse();
        assertThat(suspected.progress().isBlocked("begin-device-check")).isTrue();
        var refused = suspected.did("begin-device-check").progress();
        assertThat(refused.isDone("begin-device-check")).isFalse();
        assertThat(refused.notCounted()).hasSize(1);
    }

    @Test
    void asks_for_a_senior_person_and_a_device_that_it_says_no_learner_uses() {
        var needs = BOOK.step("begin-device-check").card().needs();
        assertThat(needs).extracting(Step.Need::key).contains("senior", "device");
        assertThat(needs)
                .filteredOn(need -> need.must() != null)
                .extracting(Step.Need::key)
                .containsExactly("nothing-illegal", "not-for-learners", "can-be-taken");
        var must = needs.getFirst().must();
        assertThat(must.isMetBy("Yes")).isTrue();
        assertThat(must.isMetBy("No")).isFalse();
    }

    @Nested
    class That_has_begun {

        private final Case begun = unsuitable.answered("serious", false).did("begin-device-check");

        @Test
        void has_to_be_ended_before_the_case_closes() {
            assertThat(begun.progress().closing().missing())
                    .extracting(Progress.Missing::key)
                    .contains("end-device-check");
        }

        @Test
        void takes_one_record_for_each_site_until_it_ends() {
            var once = begun.did("record-site");
            var twice = once.did("record-site");
            assertThat(once.progress().isOpen("record-site")).isTrue();
            assertThat(twice.progress().isOpen("record-site")).isTrue();
            assertThat(twice.progress().done())
                    .filteredOn(done -> done.step().equals("record-site"))
                    .hasSize(2);
            var ended = twice.did("end-device-check").progress();
            assertThat(ended.isOpen("record-site")).isFalse();
        }

        @Test
        void stops_at_once_when_something_illegal_is_suspected() {
            var suspected = begun.did("record-site").answered("classification", "illegal");
            assertThat(suspected.progress().isOpen("record-site")).isFalse();
            assertThat(suspected.progress().isOpen("end-device-check")).isFalse();
            var refused = suspected.did("record-site").progress();
            assertThat(refused.notCounted()).hasSize(1);
        }
    }
}
