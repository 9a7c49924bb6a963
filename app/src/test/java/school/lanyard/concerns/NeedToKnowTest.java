// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.testing.House.NINE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.TakenOn;
import school.lanyard.testing.Engine;

/// Who reads a case beside those to whom the policy sends it, and who no longer does.
@ParameterizedClass
@EnumSource(Engine.class)
class NeedToKnowTest extends AtInfantSchool {

    private static final Outcome RECORDED = new Outcome.Recorded();
    private static final Outcome WAITS = new Outcome.Waits();

    @Nested
    class Whoever_stands_in_for_a_holder {

        @Test
        void reads_from_the_first_day_to_the_last() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            cover("teacher", "dsl", 1, 3);
            assertThat(readsOn(0, "teacher", reference)).isFalse();
            assertThat(readsOn(1, "teacher", reference)).isTrue();
            assertThat(readsOn(3, "teacher", reference)).isTrue();
            assertThat(readsOn(4, "teacher", reference)).isFalse();
            assertThat(readsOn(2, "dsl", reference)).as("the holder keeps the post").isTrue();
        }

        @Test
        void is_shown_with_whom_for_and_until_when() {
            var reference = opened("deputy", school.report("anything-else", "pip"));
            cover("teacher", "dsl", 0, 3);
            assertThat(view("deputy", reference, NINE).readers())
                    .contains(
                            new Reader(
                                    school.id("teacher"),
                                    "dsl",
                                    "anything-else",
                                    InfantSchool.TODAY.plusDays(3),
                                    school.id("dsl")));
        }

        @Test
        void reads_nothing_about_themselves() {
            cover("teacher", "headteacher", 0, 3);
            var reference = opened("chair", school.report("about-staff", "teacher"));
            assertThat(reads("teacher", reference)).isFalse();
        }

        private void cover(String who, String role, int first, int last) {
            school.house
                    .database()
                    .change(
                            school.house.school(),
                            tx ->
                                    tx.sql()
                                            .insertInto(APPOINTMENT)
                                            .set(APPOINTMENT.ID, UUID.randomUUID().toString())
                                            .set(APPOINTMENT.SCHOOL, tx.school())
                                            .set(APPOINTMENT.PERSON, school.id(who))
                                            .set(APPOINTMENT.ROLE, role)
                                            .set(
                                                    APPOINTMENT.FROM_ON,
                                                    InfantSchool.TODAY.plusDays(first))
                                            .set(
                                                    APPOINTMENT.TO_ON,
                                                    InfantSchool.TODAY.plusDays(last))
                                            .set(
                                                    APPOINTMENT.COVERS,
                                                    tx.sql()
                                                            .select(APPOINTMENT.ID)
                                                            .from(APPOINTMENT)
                                                            .where(APPOINTMENT.ROLE.eq(role))
                                                            .fetchAny(APPOINTMENT.ID))
                                            .set(APPOINTMENT.MADE_BY, "test")
                                            .set(APPOINTMENT.MADE_AT, NINE)
                                            .execute());
        }

        private boolean readsOn(int day, String who, String reference) {
            return school.incidents.mayRead(
                    new Viewer(
                            school.house.school(),
                            school.id(who),
                            InfantSchool.TODAY.plusDays(day)),
                    reference);
        }
    }

    @Nested
    class A_restricted_incident {

        @Test
        void is_read_by_those_named_and_nobody_else() {
            var reference = three();
            assertThat(reads("head", reference)).isTrue();
            assertThat(restrict("dsl", reference, "dsl", "deputy")).isEqualTo(RECORDED);
            assertThat(reads("head", reference)).isFalse();
            assertThat(reads("dsl", reference)).isTrue();
            assertThat(school.queue.of(school.as("head"), NINE).incidents()).isEmpty();
            assertThat(view("deputy", reference, NINE).readers())
                    .extracting(Reader::person)
                    .containsExactlyInAnyOrder(school.id("dsl"), school.id("deputy"));
        }

        @Test
        void keeps_its_concerns_and_those_that_join_it_from_the_others() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            var other = school.report("anything-else", "pip");
            school.incidents.join(school.as("dsl"), other.reference(), reference, NINE);
            for (var concern : view("dsl", reference, NINE).incident().concerns()) {
                assertThat(concernReaders(concern)).doesNotContain(school.id("head"));
            }
        }

        @Test
        void takes_a_second_person_to_let_somebody_in() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            var head = new RestrictionWidened(school.id("head"), "To speak to the family");
            assertThat(record("dsl", reference, head)).isEqualTo(WAITS);
            assertThat(reads("head", reference)).isFalse();
            assertThat(record("dsl", reference, agree(school.id("head"))))
                    .isEqualTo(new Outcome.Refused(Returns.NOT_YOU));
            assertThat(record("deputy", reference, agree(school.id("head")))).isEqualTo(RECORDED);
            assertThat(reads("head", reference)).isTrue();
        }

        @Test
        void takes_a_second_person_to_end_it() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            assertThat(record("dsl", reference, new RestrictionLifted("It is over")))
                    .isEqualTo(WAITS);
            assertThat(record("deputy", reference, agree(ReturnAsked.EVERYBODY)))
                    .isEqualTo(RECORDED);
            assertThat(reads("head", reference)).isTrue();
            assertThat(new NeedToKnow(view("dsl", reference, NINE).incident()).isRestricted())
                    .isFalse();
        }

        @Test
        void can_be_narrowed_further_but_not_widened_by_restricting_again() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy", "head");
            assertThat(restrict("dsl", reference, "dsl", "deputy")).isEqualTo(RECORDED);
            assertThat(restrict("dsl", reference, "dsl", "deputy", "head"))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(reads("head", reference)).isFalse();
        }

        @Test
        void names_whoever_restricts_it_and_somebody_who_can_agree() {
            var reference = three();
            assertThat(restrict("dsl", reference, "dsl")).isInstanceOf(Outcome.Refused.class);
            assertThat(restrict("dsl", reference, "deputy", "head"))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(restrict("dsl", reference, "dsl", "teacher"))
                    .as("who does not read it")
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void is_open_to_its_posts_again_when_none_of_those_named_can_read_it() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            school.endAppointments("deputy");
            assertThat(reads("head", reference)).isFalse();
            school.endAppointments("dsl");
            assertThat(reads("head", reference)).isTrue();
        }

        @Test
        void never_lets_somebody_in_whom_it_is_about() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            record("dsl", reference, new PersonLinked(school.id("deputy"), Part.ALLEGED));
            assertThat(reads("deputy", reference)).isFalse();
        }

        @Test
        void is_read_by_whoever_leads_safeguarding_named_or_not_today_and_tomorrow() {
            var reference = three();
            assertThat(restrict("deputy", reference, "deputy", "head")).isEqualTo(RECORDED);
            assertThat(reads("dsl", reference)).isTrue();
            school.endAppointments("dsl");
            school.appoint("teacher", "dsl");
            assertThat(reads("teacher", reference)).as("the next lead").isTrue();
            assertThat(
                            concernReaders(
                                    view("deputy", reference, NINE)
                                            .incident()
                                            .concerns()
                                            .getFirst()))
                    .contains(school.id("teacher"));
        }

        @Test
        void is_not_lost_to_everybody_but_the_lead_when_those_named_leave() {
            var reference = three();
            restrict("deputy", reference, "deputy", "dsl");
            school.endAppointments("deputy");
            assertThat(reads("dsl", reference)).isTrue();
            assertThat(reads("head", reference)).isFalse();
        }

        @Test
        void leaves_out_the_lead_only_where_the_head_or_the_chair_agrees() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            restrict("deputy", reference, "deputy");
            var out = new LeadLeftOut("dsl", "A neighbour of the family");
            assertThat(record("deputy", reference, out))
                    .as("nobody above the lead reads it")
                    .isEqualTo(new Outcome.Refused(Returns.NOBODY_ABOVE));
            record("deputy", reference, new OpenedToPost("headteacher", "To decide"));
            record("deputy", reference, new RestrictionWidened(school.id("head"), "To decide"));
            record("dsl", reference, agree(school.id("head")));
            assertThat(record("deputy", reference, out)).isEqualTo(WAITS);
            assertThat(reads("dsl", reference)).isTrue();
            assertThat(record("deputy", reference, agree("dsl")))
                    .isEqualTo(new Outcome.Refused(Returns.NOT_YOU));
            assertThat(record("dsl", reference, agree("dsl")))
                    .isEqualTo(new Outcome.Refused(Returns.NOT_YOU));
            assertThat(record("head", reference, agree("dsl"))).isEqualTo(RECORDED);
            assertThat(reads("dsl", reference)).isFalse();
            assertThat(restrict("deputy", reference, "deputy", "head")).isNotNull();
            assertThat(reads("dsl", reference)).as("nor after restricting again").isFalse();
            assertThat(differing()).isEmpty();
        }

        @Test
        void keeps_a_lead_in_who_is_named_until_it_is_restricted_to_others() {
            var reference = three();
            restrict("deputy", reference, "deputy", "dsl", "head");
            assertThat(record("deputy", reference, new LeadLeftOut("dsl", "A neighbour")))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void leaves_rows_that_the_ledger_bears_out() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            breakGlass("chair", reference);
            assertThat(differing()).isEmpty();
            assertProjectionIsWhatTheLedgerSays(reference);
        }
    }

    @Nested
    class Breaking_the_glass {

        @Test
        void opens_one_case_until_the_end_of_the_time_that_the_policy_gives() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            var other = opened("dsl", school.report("anything-else", "bo"));
            assertThat(reads("chair", reference)).isFalse();
            assertThat(breakGlass("chair", reference)).isTrue();
            assertThat(reads("chair", reference)).isTrue();
            assertThat(reads("chair", other)).isFalse();
            var tomorrow = InfantSchool.TODAY.plusDays(1);
            assertThat(readsOn("chair", reference, tomorrow)).isTrue();
            assertThat(readsOn("chair", reference, tomorrow.plusDays(1))).isFalse();
        }

        @Test
        void tells_everybody_who_reads_the_case_at_once() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            breakGlass("chair", reference);
            assertThat(warningsTo("dsl")).isOne();
            assertThat(warningsTo("deputy")).isOne();
            assertThat(warningsTo("head")).isZero();
            assertThat(view("dsl", reference, NINE).incident().history().getLast().event())
                    .isInstanceOf(IncidentEvent.GlassBroken.class);
        }

        @Test
        void never_opens_a_case_about_whoever_breaks_it_or_their_family() {
            school.relate("bo", "chair");
            var own = opened("vice", school.report("anything-else", "chair"));
            var family = opened("deputy", school.report("anything-else", "bo"));
            var ticked = school.report("about-chair");
            assertThat(breakGlass("chair", own)).isFalse();
            assertThat(breakGlass("chair", family)).isFalse();
            assertThat(breakGlass("chair", ticked.reference())).isFalse();
            assertThat(breakGlass("chair", "ABCD-2345")).as("as if it were not there").isFalse();
            assertThat(warningsTo("deputy") + warningsTo("vice")).isZero();
        }

        @Test
        void closes_at_once_when_the_case_turns_out_to_be_about_them() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            breakGlass("chair", reference);
            record("dsl", reference, new PersonLinked(school.id("chair"), Part.ALLEGED));
            assertThat(reads("chair", reference)).isFalse();
        }

        @Test
        void takes_the_post() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            for (var key : List.of("head", "vice", "teacher")) {
                assertThat(breakGlass(key, reference)).isFalse();
            }
            breakGlass("chair", reference);
            school.endAppointments("chair");
            assertThat(reads("chair", reference)).isFalse();
        }

        @Test
        void passes_a_restriction() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            assertThat(breakGlass("chair", reference)).isTrue();
            assertThat(reads("chair", reference)).isTrue();
        }

        @Test
        void does_not_let_them_say_who_else_reads() {
            var reference = three();
            restrict("dsl", reference, "dsl", "deputy");
            breakGlass("chair", reference);
            assertThat(record("chair", reference, new OpenedToPost("vice-chair", "To help me")))
                    .isEqualTo(new Outcome.Refused(Readership.GLASS));
            record("dsl", reference, new RestrictionLifted("It is over"));
            assertThat(record("chair", reference, agree(ReturnAsked.EVERYBODY)))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void opens_a_concern_that_waits_and_the_incident_that_it_becomes() {
            var receipt = school.report("anything-else", "pip");
            assertThat(breakGlass("chair", receipt.reference())).isTrue();
            assertThat(school.queue.of(school.as("chair"), NINE).concerns()).hasSize(1);
            var reference = opened("chair", receipt);
            assertThat(reads("chair", reference)).isTrue();
            assertThat(differing()).isEmpty();
        }
    }

    @Nested
    class A_handover {

        @Test
        void tells_the_receiver_who_takes_it_on() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            var before = mailTo("deputy");
            var over = new HandedOver(school.id("deputy"), "The family was promised a call.");
            assertThat(record("dsl", reference, over)).isEqualTo(RECORDED);
            assertThat(mailTo("deputy")).isEqualTo(before + 1);
            assertThat(school.queue.handedTo(school.as("deputy"))).isOne();
            assertThat(record("dsl", reference, new TakenOn("")))
                    .as("by somebody else")
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(record("deputy", reference, new TakenOn(""))).isEqualTo(RECORDED);
            assertThat(school.queue.handedTo(school.as("deputy"))).isZero();
        }

        @Test
        void goes_to_a_reader_with_a_note_and_not_to_oneself() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            for (var to : List.of("teacher", "head", "dsl")) {
                assertThat(record("dsl", reference, new HandedOver(school.id(to), "A note")))
                        .as(to)
                        .isInstanceOf(Outcome.Refused.class);
            }
            assertThat(record("dsl", reference, new HandedOver(school.id("deputy"), " ")))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void is_no_longer_counted_for_a_receiver_who_may_not_know_of_it() {
            var reference = opened("dsl", school.report("anything-else", "pip"));
            record("dsl", reference, new HandedOver(school.id("deputy"), "A note"));
            record("dsl", reference, new PersonLinked(school.id("deputy"), Part.ALLEGED));
            assertThat(school.queue.handedTo(school.as("deputy"))).isZero();
        }
    }

    @Nested
    class Whoever_a_report_names_and_triage_calls_a_witness {

        @Test
        void stays_shut_out_whatever_post_they_take_until_two_people_agree() {
            var reference = witnessed("teacher");
            school.appoint("teacher", "deputy-dsl");
            assertThat(reads("teacher", reference)).isFalse();
            assertThat(record("dsl", reference, new BarLifted(school.id("teacher"), "A witness")))
                    .isEqualTo(WAITS);
            assertThat(reads("teacher", reference)).isFalse();
            record("deputy", reference, agree(school.id("teacher")));
            assertThat(reads("teacher", reference)).isTrue();
            assertThat(differing()).isEmpty();
        }

        @Test
        void shuts_out_their_family_as_well() {
            school.relate("pip", "teacher");
            var reference = witnessed("pip");
            assertThat(new NeedToKnow(view("deputy", reference, NINE).incident()).shutOut())
                    .containsExactly(school.id("teacher"));
            assertThat(differing()).isEmpty();
        }

        private String witnessed(String key) {
            var receipt = school.report("anything-else", key);
            var said = List.<IncidentEvent>of(new PersonLinked(school.id(key), Part.WITNESS));
            return List.of("head", "dsl").stream()
                    .flatMap(by ->
                            school
                                    .incidents
                                    .openFrom(school.as(by), receipt.reference(), said, NINE)
                                    .stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Read by the lead, the deputy and, opened to their post, the headteacher.
    private String three() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        record("dsl", reference, new OpenedToPost("headteacher", "To plan support"));
        return reference;
    }

    private Outcome restrict(String by, String reference, String... keys) {
        return record(
                by,
                reference,
                new Restricted(
                        Arrays.stream(keys).map(school::id).toList(), "A colleague's child"));
    }

    private static ReturnDecided agree(String person) {
        return new ReturnDecided(person, true, "");
    }

    private boolean breakGlass(String by, String reference) {
        return new BreakGlass(school.house.database(), school.incidents, school.editions)
                .open(school.as(by), reference, "Nobody else can be reached", NINE)
                .isPresent();
    }

    private boolean reads(String key, String reference) {
        return school.incidents.mayRead(school.as(key), reference);
    }

    private boolean readsOn(String key, String reference, LocalDate day) {
        return school.incidents.mayRead(
                new Viewer(school.house.school(), school.id(key), day), reference);
    }

    private List<String> concernReaders(String concern) {
        return school
                .house
                .database()
                .read(sql -> Door.readers(sql, school.house.school(), concern, InfantSchool.TODAY))
                .stream()
                .map(Reader::person)
                .toList();
    }

    private List<Projections.Differing> differing() {
        return Projections.differing(
                school.house.database(), school.house.seals(), school.house.school());
    }

    private int warningsTo(String key) {
        return mail(key, "emergency_access");
    }

    private int mailTo(String key) {
        return mail(key, "needs_you");
    }

    private int mail(String key, String kind) {
        return school.house
                .database()
                .read(sql ->
                        sql.fetchCount(
                                OUTBOX,
                                OUTBOX.PERSON.eq(school.id(key)).and(OUTBOX.KIND.eq(kind))));
    }
}
