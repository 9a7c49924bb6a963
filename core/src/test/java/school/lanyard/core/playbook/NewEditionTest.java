// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.IncidentPlaybook;

/// A case stays on the edition that it was opened under, and what the newest forbids is forbidden
/// in it as well.
class NewEditionTest {

    private static final Playbook BOOK = IncidentPlaybook.asShipped();
    private static final Playbook STRICTER =
            IncidentPlaybook.rewritten(
                    "\nclosing:\n",
                    """

                      no-meeting:
                        label: No meeting among yourselves
                        reason: The law now leaves meetings to the police.
                        actions: [meeting]
                        steps: [review-meeting]
                        tracks: [police]
                        fixed: true
                        clauses: [BL-239]

                    closing:
                    """);
    private static final Instant LATER = Case.NINE.plus(Duration.ofHours(5));

    @Nested
    class A_new_bar {

        @Test
        void stands_in_an_open_case_from_the_day_it_came() {
            var before = illegal();
            assertThat(before.progress().isOpen("review-meeting")).isTrue();

            var after = newEdition(before, STRICTER).progress();
            assertThat(after.isOpen("review-meeting")).isFalse();
            assertThat(after.isBlocked("review-meeting")).isTrue();
            assertThat(after.bars("meeting")).isNotNull();
            assertThat(after.bars())
                    .filteredOn(barred -> barred.bar().key().equals("no-meeting"))
                    .extracting(Progress.Barred::since)
                    .containsExactly(LATER);
        }

        @Test
        void leaves_what_was_done_before_it_came() {
            var met = newEdition(illegal().did("review-meeting"), STRICTER).progress();
            assertThat(met.isDone("review-meeting")).isTrue();
            assertThat(met.notCounted()).isEmpty();
        }

        @Test
        void keeps_what_is_done_against_it_from_counting() {
            var against = newEdition(illegal(), STRICTER).did("review-meeting").progress();
            assertThat(against.notCounted())
                    .extracting(Progress.NotCounted::reason)
                    .containsExactly("The law now leaves meetings to the police.");
        }

        @Test
        void does_not_reach_a_track_that_it_is_not_about() {
            var internal =
                    newEdition(protectedCase().answered("classification", "unsuitable"), STRICTER);
            assertThat(internal.progress().bars("meeting")).isNull();
            assertThat(internal.answered("classification", "illegal").progress().bars("meeting"))
                    .isNotNull();
        }

        @Test
        void goes_when_a_newer_edition_no_longer_has_it() {
            var back = newEdition(newEdition(illegal(), STRICTER), BOOK).progress();
            assertThat(back.bars("meeting")).isNull();
            assertThat(back.isOpen("review-meeting")).isTrue();
        }
    }

    @Test
    void the_bars_of_the_cases_own_edition_stand_though_the_newest_has_dropped_them() {
        var dropped =
                IncidentPlaybook.rewritten(
                        "    actions: [interview, device-check, upload, investigation, finding]\n",
                        "    actions: [upload]\n");
        var progress = newEdition(illegal(), dropped).progress();
        assertThat(progress.bars("interview")).isNotNull();
        assertThat(progress.bars("upload")).isNotNull();
    }

    @Test
    void a_bar_that_says_the_same_is_shown_once() {
        assertThat(newEdition(illegal(), BOOK).progress().bars())
                .hasSameSizeAs(illegal().progress().bars());
    }

    @Test
    void a_bar_finds_its_track_though_the_newest_calls_it_otherwise() {
        var renamed =
                STRICTER.tracks().stream()
                        .map(track ->
                                new Track(
                                        "newest-" + track.key(),
                                        track.label(),
                                        track.setAside(),
                                        track.triggers()))
                        .toList();
        var bars =
                STRICTER.bars().stream()
                        .map(bar -> bar.on(List.of("newest-police"), bar.key()))
                        .toList();
        var newest =
                new Playbook(
                        STRICTER.key(),
                        STRICTER.label(),
                        STRICTER.summary(),
                        STRICTER.clauses(),
                        STRICTER.facts(),
                        STRICTER.choices(),
                        renamed,
                        STRICTER.start(),
                        STRICTER.steps(),
                        STRICTER.edges(),
                        bars,
                        STRICTER.closing());
        assertThat(newEdition(illegal(), newest).progress().bars("meeting")).isNotNull();
    }

    @Test
    void an_answer_that_the_cases_own_edition_never_asks_lifts_nothing() {
        var newest =
                IncidentPlaybook.rewritten(
                        "    unless: suspension in ['suspended', 'not-suspended'] ||"
                                + " authority_finished in ['action-taken', 'no-action']\n",
                        "    unless: serious\n");
        var older = illegal().answered("suspension", "not-suspended");
        assertThat(newEdition(older, newest).progress().bars("discipline")).isNotNull();
    }

    private static Case protectedCase() {
        return Case.opened(BOOK).did("notified", "protect");
    }

    private static Case illegal() {
        return protectedCase().answered("classification", "illegal");
    }

    private static Case newEdition(Case before, Playbook newest) {
        return new Case(
                before.book(), before.situation().with(new Event.NewEdition(newest, LATER)));
    }
}
