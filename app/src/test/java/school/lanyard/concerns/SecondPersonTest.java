// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.testing.House.NINE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.testing.Engine;

/// Nobody alone lets somebody back into a case that was closed to them.
@ParameterizedClass
@EnumSource(Engine.class)
class SecondPersonTest extends AtInfantSchool {

    private static final Outcome WAITS = new Outcome.Waits();
    private static final Outcome RECORDED = new Outcome.Recorded();

    @Test
    void a_bar_stays_until_a_second_person_agrees() {
        var reference = shutOut();
        assertThat(ask(reference)).isEqualTo(WAITS);
        assertThat(reads("dsl", reference)).isFalse();
        assertThat(bars()).isPositive();
        assertThat(decide("head", reference, "dsl", true)).isEqualTo(RECORDED);
        assertThat(reads("dsl", reference)).isTrue();
        assertThat(bars()).isZero();
    }

    @Test
    void who_asked_may_not_decide() {
        var reference = shutOut();
        ask(reference);
        assertThat(decide("deputy", reference, "dsl", true))
                .isEqualTo(new Outcome.Refused(Returns.NOT_YOU));
        assertThat(reads("dsl", reference)).isFalse();
    }

    @Test
    void somebody_who_cannot_read_the_case_finds_nothing_to_decide() {
        var reference = shutOut();
        ask(reference);
        for (var key : List.of("dsl", "vice", "teacher", "chair")) {
            assertThat(decide(key, reference, "dsl", true)).isEqualTo(new Outcome.NotFound());
        }
    }

    @Test
    void a_refusal_says_why_and_leaves_them_out() {
        var reference = shutOut();
        ask(reference);
        assertThat(record("head", reference, new ReturnDecided(school.id("dsl"), false, "")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(decide("head", reference, "dsl", false)).isEqualTo(RECORDED);
        assertThat(reads("dsl", reference)).isFalse();
        assertThat(ask(reference)).as("it can be asked again").isEqualTo(WAITS);
    }

    @Test
    void asking_twice_changes_nothing() {
        var reference = shutOut();
        var event = new BarLifted(school.id("dsl"), "Another family of that name");
        var token = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(school.incidents.record(school.as("deputy"), reference, event, token, NINE))
                    .isEqualTo(WAITS);
        }
        assertThat(ask(reference)).isInstanceOf(Outcome.Refused.class);
        assertThat(incident(reference).returnsWaiting()).hasSize(1);
    }

    @Test
    void without_anybody_who_could_agree_it_says_what_to_do() {
        var receipt =
                school.report("anything-else", List.of(new Report.Named(null, "Mrs Sharpe's boy")));
        var reference = opened("deputy", receipt);
        assertThat(ask(reference)).isEqualTo(new Outcome.Refused(Returns.NOBODY));
    }

    @Test
    void an_adult_stays_linked_until_a_second_person_agrees() {
        var reference = opened("head", school.report("anything-else", "teacher"));
        openTo("head", reference, "vice-chair");
        assertThat(
                        record(
                                "head",
                                reference,
                                new PersonUnlinked(school.id("teacher"), "Not the one meant")))
                .isEqualTo(WAITS);
        assertThat(incident(reference).people()).containsKey(school.id("teacher"));
        assertThat(decide("vice", reference, "teacher", true)).isEqualTo(RECORDED);
        var file = school.incidents.mayRead(school.as("dsl"), reference);
        assertThat(file).as("about nobody at school now, it goes to the DSL").isTrue();
    }

    @Test
    void nor_does_another_part_let_them_in() {
        var reference = opened("head", school.report("anything-else", "dsl"));
        openTo("head", reference, "vice-chair");
        assertThat(record("head", reference, new PersonLinked(school.id("dsl"), Part.WITNESS)))
                .isEqualTo(WAITS);
        assertThat(reads("dsl", reference)).isFalse();
        assertThat(decide("vice", reference, "dsl", true)).isEqualTo(RECORDED);
        assertThat(reads("dsl", reference)).isTrue();
    }

    @Test
    void nor_does_unlinking_a_readers_child() {
        school.relate("pip", "dsl");
        var reference = opened("deputy", school.report("anything-else", "pip"));
        openTo("deputy", reference, "headteacher");
        assertThat(record("deputy", reference, new PersonUnlinked(school.id("pip"), "A mistake")))
                .isEqualTo(WAITS);
        assertThat(reads("dsl", reference)).isFalse();
    }

    @Test
    void another_child_is_unlinked_at_once() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        assertThat(record("dsl", reference, new PersonUnlinked(school.id("pip"), "A mistake")))
                .isEqualTo(RECORDED);
    }

    @Test
    void joining_a_concern_to_a_case_does_not_let_in_whom_it_names() {
        var reference = opened("deputy", school.report("anything-else", "pip"));
        record("deputy", reference, new PersonLinked(school.id("head"), Part.WITNESS));
        var named = school.report("anything-else", "head");
        assertThat(school.incidents.mayRead(school.as("deputy"), reference)).isTrue();
        openTo("deputy", reference, "chair-of-governors");
        assertThat(school.incidents.join(school.as("chair"), named.reference(), reference, NINE))
                .isEqualTo(RECORDED);
        assertThat(incident("chair", reference).people().get(school.id("head")))
                .isEqualTo(Part.AFFECTED);
    }

    @Nested
    class A_report_that_ticks_a_post {

        @Test
        void is_not_opened_to_that_post_by_one_handler() {
            var reference = opened("chair", school.report("about-headteacher"));
            assertThat(open("chair", reference, "headteacher")).isInstanceOf(Outcome.Refused.class);
            assertThat(reads("head", reference)).isFalse();
        }

        @Test
        void stays_closed_to_its_holder_whatever_else_they_hold() {
            var reference = opened("chair", school.report("about-headteacher"));
            school.appoint("head", "deputy-dsl");
            openTo("chair", reference, "vice-chair");
            open("chair", reference, "deputy-dsl");
            assertThat(reads("head", reference)).isFalse();
        }

        @Test
        void stays_closed_to_the_holders_family() {
            school.relate("dsl", "head");
            var reference = opened("chair", school.report("about-headteacher"));
            open("chair", reference, "dsl");
            assertThat(reads("dsl", reference)).isFalse();
        }

        @Test
        void lets_its_holder_in_once_two_have_said_that_they_are_not_meant() {
            var reference = opened("chair", school.report("about-headteacher"));
            openTo("chair", reference, "vice-chair");
            var notThem = new BarLifted(school.id("head"), "It was the head of another school");
            assertThat(record("chair", reference, notThem)).isEqualTo(WAITS);
            assertThat(decide("vice", reference, "head", true)).isEqualTo(RECORDED);
            assertThat(open("chair", reference, "headteacher")).isEqualTo(WAITS);
            assertThat(reads("head", reference)).isFalse();
            assertThat(decidePost("vice", reference, "headteacher")).isEqualTo(RECORDED);
            assertThat(reads("head", reference)).isTrue();
        }
    }

    @Nested
    class A_report_that_ticks_a_group {

        @Test
        void is_opened_to_none_of_them_by_one_handler_while_nobody_is_named() {
            var reference = opened("head", school.report("about-staff"));
            assertThat(open("head", reference, "dsl"))
                    .isEqualTo(new Outcome.Refused(Returns.NOBODY));
            openTo("head", reference, "chair-of-governors");
            assertThat(open("head", reference, "dsl")).isEqualTo(WAITS);
            assertThat(reads("dsl", reference)).isFalse();
            assertThat(decidePost("chair", reference, "dsl")).isEqualTo(RECORDED);
            assertThat(reads("dsl", reference)).isTrue();
        }

        @Test
        void is_opened_at_once_when_it_names_somebody_else() {
            var reference = opened("head", school.report("about-staff", "teacher"));
            openTo("head", reference, "dsl");
            assertThat(reads("dsl", reference)).isTrue();
        }
    }

    @Nested
    class What_triage_says_first_of_a_reader {

        @Test
        void lets_them_in_only_once_a_second_person_agrees() {
            var reference = triaged("chair", "head", Part.WITNESS);
            assertThat(reads("head", reference)).isFalse();
            assertThat(open("chair", reference, "headteacher")).isInstanceOf(Outcome.Refused.class);
            assertThat(reads("head", reference)).isFalse();
            openTo("chair", reference, "vice-chair");
            assertThat(decide("vice", reference, "head", true)).isEqualTo(RECORDED);
            assertThat(incident("dsl", reference).people().get(school.id("head")))
                    .isEqualTo(Part.WITNESS);
        }

        @Test
        void or_of_a_readers_child_does_so_too() {
            school.relate("pip", "dsl");
            var reference = triaged("deputy", "pip", Part.WITNESS);
            assertThat(reads("dsl", reference)).isFalse();
        }

        @Test
        void counts_at_once_of_anybody_else() {
            var reference = triaged("head", "teacher", Part.WITNESS);
            assertThat(incident(reference).people().get(school.id("teacher")))
                    .isEqualTo(Part.WITNESS);
        }

        private String triaged(String by, String person, Part part) {
            var receipt = school.report("anything-else", person);
            return school.incidents
                    .openFrom(
                            school.as(by),
                            receipt.reference(),
                            List.of(new PersonLinked(school.id(person), part)),
                            NINE)
                    .orElseThrow();
        }
    }

    @Test
    void those_who_can_decide_are_told() {
        var reference = shutOut();
        var before = mailTo("head");
        ask(reference);
        assertThat(mailTo("head")).isEqualTo(before + 1);
    }

    private String shutOut() {
        var receipt =
                school.report("anything-else", List.of(new Report.Named(null, "Mrs Sharpe's boy")));
        var reference = opened("deputy", receipt);
        openTo("deputy", reference, "headteacher");
        return reference;
    }

    private Outcome ask(String reference) {
        return record(
                "deputy",
                reference,
                new BarLifted(school.id("dsl"), "Another family of that name"));
    }

    private Outcome decide(String by, String reference, String person, boolean agreed) {
        return record(
                by,
                reference,
                new ReturnDecided(school.id(person), agreed, agreed ? "" : "I know the family."));
    }

    private void openTo(String by, String reference, String role) {
        assertThat(open(by, reference, role)).isEqualTo(RECORDED);
    }

    private Outcome open(String by, String reference, String role) {
        return record(by, reference, new OpenedToPost(role, "To have a second person"));
    }

    private Outcome decidePost(String by, String reference, String role) {
        return record(by, reference, new ReturnDecided(role, true, ""));
    }

    private Incident incident(String reference) {
        return incident("deputy", reference);
    }

    private Incident incident(String by, String reference) {
        return school.incidents
                .open(school.as(by), reference, "incident.read", NINE)
                .or(() ->
                        school.incidents.open(school.as("head"), reference, "incident.read", NINE))
                .orElseThrow()
                .incident();
    }

    private boolean reads(String key, String reference) {
        return school.incidents.mayRead(school.as(key), reference);
    }

    private int bars() {
        return school.house
                .database()
                .read(sql -> sql.fetchCount(CASE_BAR, CASE_BAR.PERSON.eq(school.id("dsl"))));
    }

    private int mailTo(String key) {
        return school.house
                .database()
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(school.id(key))));
    }
}
