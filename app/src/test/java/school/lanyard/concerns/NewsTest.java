// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.testing.Engine;

/// What the reporter of a concern learns of what became of it.
@ParameterizedClass
@EnumSource(Engine.class)
class NewsTest extends AtInfantSchool {

    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final News RECEIVED = new News.Received();
    private static final News OPENED = new News.Opened();

    @Test
    void is_that_it_was_received_until_somebody_opens_it() {
        var reference = school.report("anything-else", "pip").reference();
        school.queue.of(school.as("dsl"), NINE);
        assertThat(news(reference)).isEqualTo(RECEIVED);
        school.concerns.open(school.as("dsl"), reference, TEN);
        assertThat(news(reference)).isEqualTo(OPENED);
    }

    @Test
    void is_that_it_was_answered_once_feedback_is_recorded() {
        var reference = school.report("anything-else", "pip").reference();
        answer("dsl", reference, true);
        assertThat(news(reference)).isEqualTo(new News.Answered(TEN));
    }

    @Test
    void says_nothing_of_an_answer_that_the_reporter_was_not_told() {
        var reference = school.report("anything-else", "pip").reference();
        answer("dsl", reference, false);
        assertThat(news(reference)).isEqualTo(OPENED);
    }

    @Test
    void of_an_incident_is_that_it_was_answered_once_the_feedback_step_is_done() {
        var reference = school.report("anything-else", "pip").reference();
        var incident =
                school.incidents
                        .openFrom(school.as("dsl"), reference, List.of(), NINE)
                        .orElseThrow();
        assertThat(news(reference)).isEqualTo(OPENED);
        walk(incident);
        assertThat(news(reference)).isEqualTo(new News.Answered(TEN));
    }

    @Test
    void of_a_concern_about_a_leader_is_only_that_it_was_received() {
        var reference = school.report("about-headteacher", "head").reference();
        school.concerns.open(school.as("chair"), reference, TEN);
        answer("chair", reference, true);
        assertThat(news(reference)).isEqualTo(RECEIVED);
    }

    @Test
    void of_a_concern_that_names_its_reporter_is_only_that_it_was_received() {
        var reference = school.report("anything-else", "teacher").reference();
        for (var handler : List.of("dsl", "deputy", "head")) {
            school.concerns.open(school.as(handler), reference, TEN);
        }
        assertThat(news(reference)).isEqualTo(RECEIVED);
    }

    @Test
    void stands_still_once_it_turns_out_to_be_about_its_reporter() {
        var reference = school.report("anything-else", "pip").reference();
        var incident =
                school.incidents
                        .openFrom(school.as("dsl"), reference, List.of(), NINE)
                        .orElseThrow();
        recorded(
                "dsl",
                incident,
                new IncidentEvent.PersonLinked(school.id("teacher"), Part.ALLEGED));
        assertThat(news(reference)).isEqualTo(OPENED);
        walk("head", incident);
        assertThat(news(reference)).isEqualTo(OPENED);
    }

    @Test
    void stands_still_once_it_turns_out_to_be_about_a_leader() {
        var reference = school.report("anything-else", "pip").reference();
        var incident =
                school.incidents
                        .openFrom(school.as("dsl"), reference, List.of(), NINE)
                        .orElseThrow();
        recorded("dsl", incident, new IncidentEvent.PersonLinked(school.id("head"), Part.ALLEGED));
        walk("chair", incident);
        assertThat(news(reference)).isEqualTo(OPENED);
    }

    private News news(String reference) {
        return school.concerns.sentBy(school.as("teacher")).stream()
                .filter(sent -> sent.reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .news();
    }

    private void answer(String by, String reference, boolean told) {
        var answer = new Concern.Answer("Nothing more to do.", "Nobody.", told, "As agreed.");
        assertThat(
                        school.concerns.answer(
                                school.as(by),
                                reference,
                                answer,
                                UUID.randomUUID().toString(),
                                TEN))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private void walk(String incident) {
        walk("dsl", incident);
    }

    /// Does every step of an unsuitable matter that is not serious.
    private void walk(String by, String incident) {
        var answers = Map.of("classification", "unsuitable", "serious", "no", "substance", "no");
        for (int round = 0; round < 60 && !progress(by, incident).open().isEmpty(); round++) {
            var step = progress(by, incident).open().getFirst().step();
            if (step instanceof Step.Decision(_, var fact, _)) {
                recorded(
                        by,
                        incident,
                        new IncidentEvent.FactAnswered(
                                fact, answers.get(fact), Map.of(), "Because."));
            } else {
                recorded(by, incident, done(step.key(), TEN));
            }
        }
        assertThat(progress(by, incident).open()).isEmpty();
    }

    private Progress progress(String by, String incident) {
        return view(by, incident, TEN).progress();
    }

    private void recorded(String by, String incident, IncidentEvent event) {
        assertThat(record(by, incident, event, TEN)).isInstanceOf(Outcome.Recorded.class);
    }
}
