// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.attestations.Signatures.AUNT;
import static school.lanyard.attestations.Signatures.PARENT;
import static school.lanyard.testing.House.NINE;
import static school.lanyard.testing.Willow.CHILD;
import static school.lanyard.testing.Willow.TEACHER;
import static school.lanyard.testing.Willow.TODAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.evidence.Asked;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Willow;

class AttestationsTest {

    @TempDir Path directory;
    House house;
    Signatures it;

    @BeforeEach
    void open() {
        house = House.fresh(Engine.SQLITE, directory);
        it = new Signatures(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_signature_is_under_the_edition_and_the_very_words(Engine engine, @TempDir Path place) {
        try (var other = House.fresh(engine, place)) {
            var signed = new Signatures(other);
            assertThat(signed.standing("staff", Form.SIGNED, TEACHER))
                    .isInstanceOf(Standing.Never.class);
            assertThat(signed.sign("staff", TEACHER, TEACHER)).isInstanceOf(Outcome.Done.class);
            var standing = (Standing.Signed) signed.standing("staff", Form.SIGNED, TEACHER);
            assertThat(standing.by().textHash()).isEqualTo(signed.text("staff").hash());
            assertThat(standing.by().way()).isEqualTo(Way.ACCOUNT);
            assertThat(signed.ledger.verify(signed.willow.school()))
                    .isInstanceOf(Verdict.Whole.class);
            assertThat(
                            signed.ledger.about(
                                    signed.willow.school(),
                                    signed.willow.id(TEACHER),
                                    Attestations.SIGNED))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.opened()).contains(signed.text("staff").hash()));
        }
    }

    @Test
    void a_new_edition_asks_again_only_where_the_words_changed() {
        it.sign("staff", TEACHER, TEACHER);
        it.sign("social-media-policy", TEACHER, TEACHER);
        it.sign("policy-known", TEACHER, TEACHER);
        it.publish(
                "I keep my username and password to myself, and let nobody work under my name.",
                "I keep my password to myself.");
        assertThat(it.standing("staff", Form.SIGNED, TEACHER))
                .isInstanceOf(Standing.OtherWords.class);
        assertThat(it.standing("social-media-policy", Form.SIGNED, TEACHER).signed()).isTrue();
        assertThat(it.standing("policy-known", Form.SIGNED, TEACHER).signed()).isTrue();
    }

    @Test
    void knowing_the_policy_is_asked_again_when_a_promise_changed() {
        it.sign("policy-known", TEACHER, TEACHER);
        it.sign("staff", TEACHER, TEACHER);
        it.publish(
                "Staff understand what this policy makes them responsible for.",
                "Staff know their part.");
        assertThat(it.standing("policy-known", Form.SIGNED, TEACHER))
                .isInstanceOf(Standing.OtherWords.class);
        assertThat(it.standing("staff", Form.SIGNED, TEACHER).signed()).isTrue();
    }

    @Test
    void other_words_than_those_in_force_are_not_signed() {
        assertThat(it.sign("staff", TEACHER, TEACHER, "an older hash"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("changed while"));
        assertThat(it.standing("staff", Form.SIGNED, TEACHER)).isInstanceOf(Standing.Never.class);
    }

    @Nested
    class For_a_child {

        @Test
        void a_guardian_signs_and_nobody_else() {
            assertThat(it.sign("learners", CHILD, AUNT)).isInstanceOf(Outcome.Refused.class);
            assertThat(it.sign("learners", CHILD, TEACHER)).isInstanceOf(Outcome.Refused.class);
            assertThat(it.sign("learners", CHILD, CHILD)).isInstanceOf(Outcome.Refused.class);
            assertThat(it.standing("learners", Form.SIGNED, CHILD))
                    .isInstanceOf(Standing.Never.class);
            assertThat(it.sign("learners", CHILD, PARENT)).isInstanceOf(Outcome.Done.class);
            var by = ((Standing.Signed) it.standing("learners", Form.SIGNED, CHILD)).by();
            assertThat(by.signer()).isEqualTo(it.willow.id(PARENT));
            assertThat(by.onBehalf()).isTrue();
        }

        @Test
        void an_aunt_is_asked_nothing_about_them() {
            assertThat(it.toSign.due(it.willow.school(), it.willow.id(AUNT)))
                    .extracting(item -> item.agreement().key())
                    .containsExactly("parents");
            assertThat(it.toSign.due(it.willow.school(), it.willow.id(PARENT)))
                    .extracting(item -> item.agreement().key())
                    .containsExactly("parents", "learners");
        }

        @Test
        void agreeing_in_class_and_being_signed_for_are_two_things() {
            var school = it.willow.school();
            var teacher = it.willow.id(TEACHER);
            var children = List.of(it.willow.id(CHILD), it.willow.id(Willow.HEADS_CHILD));
            assertThat(
                            it.attestations.recordClass(
                                    school, teacher, "learners", "Kestrels", children))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(it.standing("learners", Form.CLASS, CHILD).signed()).isTrue();
            // The other is of another class.
            assertThat(it.standing("learners", Form.CLASS, Willow.HEADS_CHILD).signed()).isFalse();
            assertThat(it.standing("learners", Form.SIGNED, CHILD).signed()).isFalse();
            assertThat(it.attestations.recordClass(school, teacher, "staff", "Kestrels", children))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void a_paper_copy_counts_under_the_words_of_its_day_and_is_recorded_as_such() {
        var school = it.willow.school();
        var by = it.willow.id(Willow.HEAD);
        var people = List.of(it.willow.id(TEACHER));
        assertThat(it.attestations.recordPaper(school, by, "staff", people, TODAY.plusDays(1)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(
                        it.attestations.recordPaper(
                                school, by, "staff", List.of(it.willow.id(CHILD)), TODAY))
                .isInstanceOf(Outcome.Refused.class);
        it.attestations.recordPaper(school, by, "staff", people, TODAY);
        var kept = ((Standing.Signed) it.standing("staff", Form.SIGNED, TEACHER)).by();
        assertThat(kept.way()).isEqualTo(Way.PAPER);
        assertThat(kept.recordedBy()).isEqualTo(by);
    }

    @Test
    void what_was_recorded_by_mistake_is_withdrawn_and_can_be_signed_again() {
        var school = it.willow.school();
        var first = ((Outcome.Done) it.sign("staff", TEACHER, TEACHER)).id();
        assertThat(it.attestations.withdraw(school, it.willow.id(Willow.HEAD), first, "Mistake"))
                .isTrue();
        assertThat(it.attestations.withdraw(school, it.willow.id(Willow.HEAD), first, "Again"))
                .isFalse();
        assertThat(it.standing("staff", Form.SIGNED, TEACHER).signed()).isFalse();
        assertThat(it.attestations.find(school, first).orElseThrow().withdrawn()).isTrue();
        it.sign("staff", TEACHER, TEACHER);
        assertThat(it.standing("staff", Form.SIGNED, TEACHER).signed()).isTrue();
    }

    @Nested
    class A_personal_link {

        String school;
        String parent;
        String secret;

        @BeforeEach
        void make() {
            school = it.willow.school();
            parent = it.willow.id(PARENT);
            secret = make(parent);
        }

        private String make(String person) {
            return it.links.make(school, it.willow.id(Willow.HEAD), Set.of(person)).get(person);
        }

        @Test
        void is_for_one_person_cannot_be_guessed_and_is_the_same_when_printed_again() {
            assertThat(secret).matches("[0-9a-f]{64}").doesNotContain(parent);
            assertThat(make(parent)).isEqualTo(secret);
            assertThat(make(it.willow.id(AUNT))).isNotEqualTo(secret);
            assertThat(it.links.follow(secret))
                    .isInstanceOfSatisfying(
                            SignLinks.Followed.Open.class,
                            open -> assertThat(open.person()).isEqualTo(parent));
        }

        @Test
        void that_was_made_up_used_taken_back_or_is_old_says_why_it_does_nothing() {
            assertThat(why("0".repeat(64))).contains("No school gave out");
            it.forward(SignLinks.LASTS.plusSeconds(1));
            assertThat(why(secret)).contains("six weeks");
            var second = make(parent);
            assertThat(second).isNotEqualTo(secret);
            it.links.use((SignLinks.Followed.Open) it.links.follow(second));
            assertThat(why(second)).contains("has been signed");
            var third = make(parent);
            it.links.revoke(
                    school, it.willow.id(Willow.HEAD), it.links.open(school).getFirst().id());
            assertThat(why(third)).contains("took it back");
        }

        @Test
        void of_somebody_who_left_does_nothing() {
            it.leave(PARENT, "parent");
            assertThat(why(secret)).contains("does not belong to the school any more");
        }

        private String why(String followed) {
            return ((SignLinks.Followed.Dead) it.links.follow(followed)).why();
        }
    }

    @Test
    void assurance_counts_who_has_not_signed_and_says_kept_when_all_have() {
        var source = new AttestationEvidence(it.attestations, it.audience);
        var before = show(source);
        assertThat(before.get("attestation:learners").good()).isFalse();
        assertThat(before.get("attestation:learners").what()).contains("2 of 2 have not signed");
        it.sign("learners", CHILD, PARENT);
        assertThat(show(source).get("attestation:learners").what())
                .contains("1 of 2 have not signed");
        it.sign("learners", Willow.HEADS_CHILD, Willow.HEAD);
        assertThat(show(source).get("attestation:learners").good()).isTrue();
        it.forward(Duration.ofDays(400));
        assertThat(show(source).get("attestation:learners").good()).isTrue();
    }

    private Map<String, school.lanyard.core.assurance.Evidence> show(AttestationEvidence source) {
        var asked = new Asked(it.willow.school(), Willow.PACK, NINE, NINE.plusSeconds(60));
        var evidence = new java.util.HashMap<String, school.lanyard.core.assurance.Evidence>();
        source.show(asked, List.of("attestation:learners"))
                .forEach((key, showing) -> evidence.put(key, showing.evidence().getFirst()));
        return evidence;
    }
}
