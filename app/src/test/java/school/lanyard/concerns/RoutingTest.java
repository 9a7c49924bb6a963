// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.concerns.Reporting.PUPIL;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.testing.Willow.CHAIR;
import static school.lanyard.testing.Willow.CHILD;
import static school.lanyard.testing.Willow.DEPUTY;
import static school.lanyard.testing.Willow.DSL;
import static school.lanyard.testing.Willow.HEAD;
import static school.lanyard.testing.Willow.HEADS_CHILD;
import static school.lanyard.testing.Willow.TEACHER;
import static school.lanyard.testing.Willow.VICE_CHAIR;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.Door;
import school.lanyard.core.routing.Destination;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

@ParameterizedClass
@EnumSource(Engine.class)
class RoutingTest {

    @Parameter Engine engine;
    @TempDir Path directory;
    Reporting at;

    @BeforeEach
    void open() {
        at = Reporting.open(engine, directory);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void a_concern_about_a_pupil_goes_to_the_dsl_and_deputies() {
        assertThat(at.readers(at.report(PUPIL, CHILD))).containsExactlyInAnyOrder(DSL, DEPUTY);
    }

    @Test
    void a_concern_about_staff_goes_to_the_headteacher() {
        assertThat(at.readers(at.report(List.of("about-staff")))).containsExactly(HEAD);
        assertThat(at.readers(at.report(PUPIL, TEACHER))).containsExactly(HEAD);
    }

    @Test
    void a_concern_about_a_safeguarding_lead_passes_them_by() {
        assertThat(at.readers(at.report(List.of("about-safeguarding-leads"))))
                .containsExactly(HEAD);
        assertThat(at.readers(at.report(PUPIL, DSL))).containsExactly(HEAD);
    }

    @Test
    void a_concern_about_the_headteacher_goes_to_the_chair_and_leaves_them_no_trace() {
        var receipt = at.receive(at.report(List.of("about-headteacher"), HEAD));
        assertThat(at.readers(receipt.reference())).containsExactly(CHAIR);
        var head = at.willow().viewer(HEAD);
        assertThat(at.waitingFor(HEAD)).isEmpty();
        assertThat(at.concerns().open(head, receipt.reference(), House.NINE)).isEmpty();
        assertThat(
                        at.house()
                                .database()
                                .<Integer>read(sql ->
                                        sql.fetchCount(CASE_FILE, Door.opens(CASE_FILE.ID, head))))
                .isZero();
        assertThat(mailTo(HEAD)).isZero();
        assertThat(mailTo(CHAIR)).isOne();
    }

    @Test
    void a_tick_alone_keeps_the_headteacher_out() {
        assertThat(at.readers(at.report(List.of("about-headteacher", "anything-else"), CHILD)))
                .containsExactly(CHAIR);
    }

    @Test
    void a_vacant_post_passes_to_the_next() {
        at.willow().vacate("dsl");
        at.willow().vacate("deputy-dsl");
        assertThat(at.readers(at.report(PUPIL, CHILD))).containsExactly(HEAD);
        at.willow().vacate("headteacher");
        assertThat(at.readers(at.report(PUPIL, CHILD))).containsExactly(CHAIR);
    }

    @Test
    void a_readers_own_child_is_closed_to_them() {
        at.willow().vacate("dsl");
        at.willow().vacate("deputy-dsl");
        assertThat(at.readers(at.report(PUPIL, HEADS_CHILD))).containsExactly(CHAIR);
    }

    @Test
    void a_typed_name_that_might_be_a_readers_closes_it_to_them_until_lifted() {
        var receipt = at.receive(at.report(PUPIL, "Mrs Brownlo"));
        assertThat(at.readers(receipt.reference())).containsExactly(DEPUTY);
        var id = at.caseId(receipt.reference());
        at.house()
                .database()
                .change(
                        at.house().school(),
                        tx ->
                                new school.lanyard.concerns.store.CaseFiles(tx.sql(), tx.school())
                                        .unbar(id, at.willow().id(DSL)));
        assertThat(at.readers(receipt.reference())).containsExactlyInAnyOrder(DSL, DEPUTY);
    }

    @Test
    void a_typed_name_that_might_be_a_readers_child_closes_it_to_them() {
        at.willow().learner("Poppy Marsden", "Wrens", "R");
        at.willow().related("Poppy Marsden", DSL);
        assertThat(at.readers(at.report(PUPIL, "poppy marsdon from reception")))
                .containsExactly(DEPUTY);
    }

    @Test
    void somebody_appointed_later_whose_name_was_typed_stays_out() {
        at.willow().adult("Ines Calloway", "staff", null);
        var receipt = at.receive(at.report(PUPIL, "Miss Calloway"));
        at.willow().appoint("Ines Calloway", "deputy-dsl");
        assertThat(at.readers(receipt.reference()))
                .contains(DSL, DEPUTY)
                .doesNotContain("Ines Calloway");
    }

    @Test
    void a_post_typed_in_place_of_a_name_is_taken_at_its_word() {
        assertThat(at.readers(at.report(PUPIL, "the headteacher"))).containsExactly(CHAIR);
        assertThat(at.readers(at.report(PUPIL, "our DSL"))).containsExactly(HEAD);
    }

    @Test
    void when_nobody_at_school_may_take_it_the_outside_contact_is_given() {
        for (var role : List.of("chair-of-governors", "vice-chair")) {
            at.willow().vacate(role);
        }
        var receipt = at.receive(at.report(List.of("about-headteacher"), HEAD));
        assertThat(receipt.destination()).isEqualTo(new Destination.ToContact("local-authority"));
        assertThat(at.readers(receipt.reference())).isEmpty();
    }

    @Test
    void everybody_named_gets_the_outside_contact() {
        var receipt = at.receive(at.report(PUPIL, CHILD, DSL, DEPUTY, HEAD, CHAIR, VICE_CHAIR));
        assertThat(receipt.destination()).isInstanceOf(Destination.ToContact.class);
        assertThat(at.readers(receipt.reference())).isEmpty();
    }

    @Test
    void the_receipt_names_the_posts_that_took_it() {
        assertThat(at.receive(at.report(PUPIL, CHILD)).destination())
                .isEqualTo(new Destination.ToRoles(List.of("dsl", "deputy-dsl"), 0));
    }

    private int mailTo(String name) {
        return at.house()
                .database()
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(at.willow().id(name))));
    }
}
