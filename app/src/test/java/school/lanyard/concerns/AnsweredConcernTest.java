// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.testing.Engine;

/// A concern that a handler answered without an incident.
@ParameterizedClass
@EnumSource(Engine.class)
class AnsweredConcernTest {

    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Concern.Answer ANSWER =
            new Concern.Answer(
                    "A quarrel over a game, settled by the class teacher.",
                    "Her mother, at home time.",
                    true,
                    "That it was settled.");

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;
    String reference;

    @BeforeEach
    void open() {
        school = new InfantSchool(engine, directory);
        reference = school.report("anything-else", "pip").reference();
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void leaves_the_queue_and_stands_among_the_answered() {
        assertThat(answer("dsl", ANSWER)).isInstanceOf(Outcome.Recorded.class);
        assertThat(school.concerns.waiting(school.as("dsl"))).isEmpty();
        assertThat(school.queue.size(school.as("dsl"), TEN).concerns()).isZero();
        assertThat(school.queue.settled(school.as("deputy"), TEN).concerns())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.row().reference()).isEqualTo(reference);
                    assertThat(each.answeredAt()).isEqualTo(TEN);
                    assertThat(each.people()).containsExactly(school.id("pip"));
                });
    }

    @Test
    void stays_readable_as_it_was_written_with_the_answer_beside_it() {
        answer("dsl", ANSWER);
        var opened = school.concerns.open(school.as("deputy"), reference, TEN).orElseThrow();
        assertThat(opened.report().childsWords()).isEqualTo("He asked my name.");
        assertThat(opened.inIncident()).isFalse();
        assertThat(opened.concern().answered())
                .isEqualTo(new Concern.Answered(TEN, school.id("dsl"), ANSWER));
    }

    @Test
    void is_what_the_ledger_says_and_the_ledger_verifies() {
        answer("dsl", ANSWER);
        var id = school.concerns.open(school.as("dsl"), reference, TEN).orElseThrow().row().id();
        var stored =
                school.house
                        .database()
                        .read(sql -> new ConcernRows(sql, school.house.school()).answeredAt(id));
        assertThat(school.concerns.rebuilt(school.house.school(), id)).isEqualTo(stored);
        assertThat(stored).hasValue(TEN);
        assertThat(school.ledger.verify(school.house.school())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void says_why_and_who_was_told_or_is_not_recorded() {
        for (var missing :
                List.of(
                        new Concern.Answer(" ", "Nobody.", false, "She has left."),
                        new Concern.Answer("It was a dream.", "", false, "She has left."),
                        new Concern.Answer("It was a dream.", "Nobody.", false, ""))) {
            assertThat(answer("dsl", missing)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(school.concerns.waiting(school.as("dsl"))).hasSize(1);
    }

    @Test
    void is_answered_once_and_the_same_form_sent_twice_is_taken_once() {
        var token = UUID.randomUUID().toString();
        for (var _ : List.of(1, 2)) {
            assertThat(school.concerns.answer(school.as("dsl"), reference, ANSWER, token, TEN))
                    .isInstanceOf(Outcome.Recorded.class);
        }
        assertThat(answer("deputy", ANSWER)).isInstanceOf(Outcome.Refused.class);
        var id = school.concerns.open(school.as("dsl"), reference, TEN).orElseThrow().row().id();
        assertThat(school.ledger.about(school.house.school(), id, Concern.ANSWERED)).hasSize(1);
    }

    @Test
    void becomes_an_incident_later_and_leaves_the_answered() {
        answer("dsl", ANSWER);
        var incident =
                school.incidents
                        .openFrom(school.as("deputy"), reference, List.of(), TEN)
                        .orElseThrow();
        assertThat(school.queue.settled(school.as("dsl"), TEN).concerns()).isEmpty();
        var opened =
                school.incidents
                        .open(school.as("dsl"), incident, "incident.read", TEN)
                        .orElseThrow();
        assertThat(opened.concerns().getFirst().concern().answered())
                .extracting(Concern.Answered::answer)
                .isEqualTo(ANSWER);
    }

    @Test
    void joins_an_incident_later() {
        answer("dsl", ANSWER);
        var other = school.report("anything-else", "bo").reference();
        var incident =
                school.incidents.openFrom(school.as("dsl"), other, List.of(), TEN).orElseThrow();
        assertThat(school.incidents.join(school.as("dsl"), reference, incident, TEN))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(school.queue.settled(school.as("dsl"), TEN).concerns()).isEmpty();
    }

    @Test
    void that_is_part_of_an_incident_is_answered_there() {
        school.incidents.openFrom(school.as("dsl"), reference, List.of(), NINE).orElseThrow();
        assertThat(answer("dsl", ANSWER)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_no_incident_in_any_figure_until_it_becomes_one() {
        answer("dsl", ANSWER);
        assertThat(figures()).isEmpty();
        school.incidents.openFrom(school.as("dsl"), reference, List.of(), TEN);
        assertThat(figures()).hasSize(1);
    }

    @Test
    void about_the_headteacher_leaves_no_trace_for_the_headteacher() {
        var about = school.report("about-headteacher", "head").reference();
        assertThat(answer("head", about)).isInstanceOf(Outcome.NotFound.class);
        assertThat(answer("dsl", about)).isInstanceOf(Outcome.NotFound.class);
        assertThat(answer("chair", about)).isInstanceOf(Outcome.Recorded.class);
        assertThat(school.queue.settled(school.as("head"), TEN).concerns()).isEmpty();
        assertThat(school.concerns.open(school.as("head"), about, TEN)).isEmpty();
        assertThat(school.queue.settled(school.as("chair"), TEN).concerns()).hasSize(1);
    }

    private List<Figure> figures() {
        return school.incidents.figures(
                school.house.school(), NINE.minusSeconds(60), TEN.plusSeconds(60), List.of());
    }

    private Outcome answer(String by, Concern.Answer answer) {
        return answer(by, reference, answer);
    }

    private Outcome answer(String by, String concern) {
        return answer(by, concern, ANSWER);
    }

    private Outcome answer(String by, String concern, Concern.Answer answer) {
        return school.concerns.answer(
                school.as(by), concern, answer, UUID.randomUUID().toString(), TEN);
    }
}
