// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.SignedIn;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.policy.Adoptions.Outcome;
import school.lanyard.policy.Draft.Begun;
import school.lanyard.policy.Draft.Saved;
import school.lanyard.policy.Publication.State;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// From a draft to an edition, with everybody who has a part in it.
@ParameterizedClass
@EnumSource(Engine.class)
class AdoptionsTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));
    private static final Pack PACK = ((Loaded.Sound) PACKS.load("starter")).pack();
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate MET = LocalDate.of(2026, 9, 10);
    private static final Adoptions.Decision AGREED =
            new Adoptions.Decision(MET, "Full governing body", "FGB 2026/31");
    private static final String REVIEW = "next-review: \"2027-09\"";

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Instant now = House.NINE;
    Ledger ledger;
    Editions editions;
    Drafts drafts;
    Adoptions adoptions;
    Comments comments;
    Reviews reviews;
    EditionRequests requests;
    final List<Capability> told = new ArrayList<>();

    SignedIn lead;
    SignedIn head;
    SignedIn chair;
    SignedIn teacher;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        ledger = Ledgers.of(house.database(), house.seals());
        editions = new Editions(house.database(), ledger, () -> now);
        drafts =
                new Drafts(
                        house.database(),
                        ledger,
                        editions,
                        new ShippedPacks("../packs"),
                        () -> now);
        var people = new People();
        adoptions =
                new Adoptions(
                        house.database(),
                        house.seals(),
                        ledger,
                        editions,
                        drafts,
                        people,
                        people,
                        () -> now);
        comments = new Comments(house.database(), house.seals(), ledger, () -> now);
        reviews = new Reviews(house.database(), house.seals(), ledger, people, () -> now);
        requests = new EditionRequests(house.database(), editions, people, () -> now);
        lead = person("staff", "dsl", Capability.EDIT_POLICY);
        head = person("staff", "headteacher", Capability.EDIT_POLICY, Capability.APPROVE_ACCESS);
        chair =
                person(
                        "governor",
                        "chair-of-governors",
                        Capability.APPROVE_POLICY,
                        Capability.SIGN_POLICY,
                        Capability.APPROVE_ACCESS);
        teacher = person("staff", "class-teacher");
        house.database()
                .change(
                        house.school(),
                        tx -> editions.publish(tx, Actor.LANYARD, PACK, LocalDate.of(2025, 9, 1)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Nested
    class A_draft_becomes_an_edition {

        @Test
        void step_by_step_and_the_history_says_who_and_when() {
            var review = reviews.open(chair, Occasion.TECHNOLOGY, "Smart glasses");
            var draft = begun(review);
            change(draft, REVIEW);
            assertThat(adoptions.consult(lead, draft)).isEmpty();
            assertThat(comments.add(teacher, draft, "", "Clear enough.")).isEmpty();
            assertThat(adoptions.propose(lead, draft, hash())).isEmpty();
            assertThat(adoptions.approve(chair, draft, hash(), AGREED)).isEmpty();
            assertThat(adoptions.sign(chair, draft, hash())).isEmpty();
            var files = drafts.files(house.school(), draft);
            assertThat(adoptions.publish(lead, draft, hash(), TODAY))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(told)
                    .containsExactly(
                            Capability.EDIT_POLICY,
                            Capability.APPROVE_POLICY,
                            Capability.SIGN_POLICY,
                            Capability.EDIT_POLICY);

            var history = editions.history(house.school());
            assertThat(history).hasSize(2);
            var newest = history.getFirst();
            assertThat(newest.state()).isEqualTo(State.IN_FORCE);
            assertThat(newest.name()).isEqualTo("September 2026");
            assertThat(newest.nextReview()).isEqualTo("September 2027");
            assertThat(newest.occasion()).isEqualTo(Occasion.TECHNOLOGY);
            assertThat(newest.approval())
                    .satisfies(approval -> {
                        assertThat(approval.metOn()).isEqualTo(MET);
                        assertThat(approval.body()).isEqualTo("Full governing body");
                        assertThat(approval.minute()).isEqualTo("FGB 2026/31");
                        assertThat(approval.by()).isEqualTo(chair.personId());
                    });
            assertThat(newest.signature())
                    .satisfies(signature -> {
                        assertThat(signature.role()).isEqualTo("chair-of-governors");
                        assertThat(signature.by()).isEqualTo(chair.personId());
                    });
            var first = history.getLast();
            assertThat(first.state()).isEqualTo(State.SUPERSEDED);
            assertThat(first.supersededOn()).isEqualTo(TODAY);
            assertThat(first.approval()).isNull();
            assertThat(editions.running(house.school()).id()).isEqualTo(newest.edition().id());
            assertThat(drafts.open(house.school())).isEmpty();
            assertThat(reviews.open(house.school())).isEmpty();
            assertThat(drafts.sources(house.school())).isEqualTo(files);
            assertThat(ledger.about(house.school(), draft, "policy-draft."))
                    .extracting(each -> each.action())
                    .contains(
                            "policy-draft.begun",
                            "policy-draft.opened-for-comments",
                            "policy-draft.put-forward",
                            "policy-draft.approved",
                            "policy-draft.signed");
            assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void from_a_later_day_without_touching_the_one_in_force_until_then() {
            var draft = signed();
            var before = editions.running(house.school());
            adoptions.publish(lead, draft, hash(), TODAY.plusDays(10));
            assertThat(editions.running(house.school())).isEqualTo(before);
            assertThat(editions.history(house.school()))
                    .extracting(Publication::state)
                    .containsExactly(State.TO_COME, State.IN_FORCE);
            now = now.plus(Duration.ofDays(10));
            assertThat(editions.running(house.school())).isNotEqualTo(before);
            assertThat(editions.history(house.school()))
                    .extracting(Publication::state)
                    .containsExactly(State.IN_FORCE, State.SUPERSEDED);
        }

        @Test
        void once_however_often_it_is_sent() {
            var draft = begun(null);
            change(draft, REVIEW);
            var hash = hash();
            for (int i = 0; i < 2; i++) {
                assertThat(adoptions.consult(lead, draft)).isEmpty();
                assertThat(adoptions.propose(lead, draft, hash)).isEmpty();
                assertThat(adoptions.approve(chair, draft, hash, AGREED)).isEmpty();
                assertThat(adoptions.sign(chair, draft, hash)).isEmpty();
            }
            assertThat(adoptions.publish(lead, draft, hash, TODAY))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(adoptions.publish(lead, draft, hash, TODAY))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(editions.history(house.school())).hasSize(2);
        }
    }

    @Nested
    class A_step_is_refused {

        @Test
        void to_whoever_may_not_take_it() {
            var draft = begun(null);
            change(draft, REVIEW);
            assertThat(adoptions.propose(teacher, draft, hash())).isPresent();
            adoptions.propose(lead, draft, hash());
            assertThat(adoptions.approve(lead, draft, hash(), AGREED)).isPresent();
            adoptions.approve(chair, draft, hash(), AGREED);
            assertThat(adoptions.sign(lead, draft, hash())).isPresent();
            adoptions.sign(chair, draft, hash());
            assertThat(adoptions.publish(chair, draft, hash(), TODAY))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void to_somebody_of_another_school() {
            var draft = signed();
            var other = UUID.randomUUID().toString();
            house.found(other);
            var stranger =
                    new SignedIn(
                            other,
                            UUID.randomUUID().toString(),
                            "A stranger",
                            Set.of(Capability.values()),
                            Set.of("staff"),
                            Set.of("dsl"),
                            true);
            assertThat(adoptions.consult(stranger, draft)).isPresent();
            assertThat(adoptions.propose(stranger, draft, hash())).isPresent();
            assertThat(adoptions.approve(stranger, draft, hash(), AGREED)).isPresent();
            assertThat(adoptions.publish(stranger, draft, hash(), TODAY))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(comments.add(stranger, draft, "", "Hello")).isPresent();
            assertThat(comments.on(other, draft)).isEmpty();
        }

        @Test
        void to_whoever_wrote_some_of_what_is_to_be_approved() {
            var both = person("staff", "dsl", Capability.EDIT_POLICY, Capability.APPROVE_POLICY);
            var draft = begun(null);
            change(draft, REVIEW);
            var file = drafts.file(house.school(), draft, "pack.yaml").orElseThrow();
            drafts.save(
                    house.school(),
                    draft,
                    "pack.yaml",
                    file.text() + "# A remark.\n",
                    file.version(),
                    both.personId());
            adoptions.propose(lead, draft, hash());
            assertThat(adoptions.approve(both, draft, hash(), AGREED))
                    .hasValueSatisfying(why -> assertThat(why).contains("You wrote some"));
            assertThat(adoptions.open(house.school()).orElseThrow().approved()).isFalse();
        }

        @Test
        void while_the_draft_has_faults() {
            var draft = begun(null);
            save(draft, "roles.yaml", "dsl: [");
            assertThat(adoptions.propose(lead, draft, "")).isPresent();
            assertThat(adoptions.publish(lead, draft, "", TODAY))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void while_the_draft_says_nothing_new_or_takes_the_name_of_another() {
            var draft = begun(null);
            save(draft, "pack.yaml", PACKS.files("starter").texts().get("pack.yaml"));
            assertThat(adoptions.propose(lead, draft, hash()))
                    .hasValueSatisfying(why -> assertThat(why).contains("says the same"));
            change(draft, REVIEW);
            assertThat(adoptions.propose(lead, draft, hash()))
                    .hasValueSatisfying(why -> assertThat(why).contains("another name"));
        }

        @Test
        void about_a_text_that_changed_after_the_page_was_opened() {
            var draft = begun(null);
            change(draft, REVIEW);
            var seen = hash();
            adoptions.propose(lead, draft, seen);
            change(draft, "next-review: \"2027-10\"");
            assertThat(adoptions.approve(chair, draft, seen, AGREED)).contains(Adoptions.CHANGED);
            assertThat(adoptions.approve(chair, draft, hash(), AGREED))
                    .as("nobody put this text forward")
                    .contains(Adoptions.CHANGED);
        }

        @Test
        void about_a_meeting_that_is_still_to_come_or_a_day_that_is_over() {
            var draft = begun(null);
            change(draft, REVIEW);
            adoptions.propose(lead, draft, hash());
            assertThat(
                            adoptions.approve(
                                    chair,
                                    draft,
                                    hash(),
                                    new Adoptions.Decision(TODAY.plusDays(1), "FGB", "1")))
                    .isPresent();
            adoptions.approve(chair, draft, hash(), AGREED);
            adoptions.sign(chair, draft, hash());
            assertThat(adoptions.publish(lead, draft, hash(), TODAY.minusDays(1)))
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void out_of_turn() {
            var draft = begun(null);
            change(draft, REVIEW);
            assertThat(adoptions.approve(chair, draft, hash(), AGREED)).isPresent();
            assertThat(adoptions.sign(chair, draft, hash())).isPresent();
            assertThat(adoptions.publish(lead, draft, hash(), TODAY))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(editions.history(house.school())).hasSize(1);
        }
    }

    @Test
    void whoever_changes_an_approved_draft_takes_its_approval_and_signature_away() {
        var draft = signed();
        change(draft, "next-review: \"2027-10\"");
        var adoption = adoptions.open(house.school()).orElseThrow();
        assertThat(adoption.lostApproval()).isTrue();
        assertThat(adoption.signed()).isFalse();
        assertThat(adoptions.publish(lead, draft, hash(), TODAY))
                .isInstanceOf(Outcome.Refused.class);
        change(draft, REVIEW);
        assertThat(adoptions.open(house.school()).orElseThrow().signed())
                .as("it says again what was approved")
                .isTrue();
    }

    @Nested
    class An_edition_that_changes_who_reads_cases {

        @Test
        void waits_for_a_second_person_and_cannot_be_changed_meanwhile() {
            var draft = readersChanged();
            assertThat(adoptions.publish(lead, draft, hash(), TODAY))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done ->
                                    assertThat(done.published())
                                            .isInstanceOf(Published.Waits.class));
            assertThat(adoptions.open(house.school()).orElseThrow().waits()).isTrue();
            var file = drafts.file(house.school(), draft, "pack.yaml").orElseThrow();
            assertThat(
                            drafts.save(
                                    house.school(),
                                    draft,
                                    "pack.yaml",
                                    "a: b",
                                    file.version(),
                                    lead.personId()))
                    .isInstanceOf(Saved.Refused.class);
            assertThat(adoptions.publish(lead, draft, hash(), TODAY))
                    .isInstanceOf(Outcome.Refused.class);
            var request = requests.waiting(house.school()).getFirst();
            assertThat(requests.decide(house.school(), lead.personId(), request.id(), true))
                    .isPresent();
            assertThat(requests.decide(house.school(), head.personId(), request.id(), true))
                    .isEmpty();
            assertThat(drafts.open(house.school())).isEmpty();
            var newest = editions.history(house.school()).getFirst();
            assertThat(newest.edition().id()).isEqualTo(request.id());
            assertThat(newest.signature()).isNotNull();
            assertThat(drafts.check(drafts.sources(house.school())))
                    .isEqualTo(new Loaded.Sound(newest.edition().pack()));
        }

        @Test
        void is_a_draft_again_when_it_is_refused() {
            var draft = readersChanged();
            adoptions.publish(lead, draft, hash(), TODAY);
            var request = requests.waiting(house.school()).getFirst();
            assertThat(requests.decide(house.school(), head.personId(), request.id(), false))
                    .isEmpty();
            assertThat(drafts.open(house.school())).isPresent();
            assertThat(adoptions.open(house.school()).orElseThrow().waits()).isFalse();
            assertThat(editions.history(house.school())).hasSize(1);
            change(draft, REVIEW);
        }

        private String readersChanged() {
            var draft = begun(null);
            var roles = drafts.file(house.school(), draft, "roles.yaml").orElseThrow().text();
            save(
                    draft,
                    "roles.yaml",
                    roles.replace(
                            "  label: Class teacher\n"
                                    + "  holders: many\n"
                                    + "  groups: [staff]\n"
                                    + "  capabilities: [report-concerns]",
                            "  label: Class teacher\n"
                                    + "  holders: many\n"
                                    + "  groups: [staff]\n"
                                    + "  capabilities: [report-concerns, handle-cases]"));
            adoptions.propose(lead, draft, hash());
            adoptions.approve(chair, draft, hash(), AGREED);
            adoptions.sign(chair, draft, hash());
            return draft;
        }
    }

    @Nested
    class A_comment {

        @Test
        void is_kept_sealed_once_and_is_answered_by_a_drafter() throws Exception {
            var draft = begun(null);
            assertThat(comments.add(teacher, draft, "", "Too early")).isPresent();
            adoptions.consult(lead, draft);
            comments.add(teacher, draft, "clause:ST-001", "What about watches?");
            comments.add(teacher, draft, "clause:ST-001", "What about watches?");
            var kept = comments.on(house.school(), draft);
            assertThat(kept).hasSize(1);
            assertThat(comments.unanswered(house.school(), draft)).isOne();
            assertThat(comments.answer(teacher, kept.getFirst().id(), "Me")).isPresent();
            assertThat(comments.answer(lead, kept.getFirst().id(), "They are covered.")).isEmpty();
            assertThat(comments.on(house.school(), draft).getFirst().answers())
                    .extracting(Comment.Answer::words)
                    .containsExactly("They are covered.");
            assertThat(comments.unanswered(house.school(), draft)).isZero();
            List<byte[]> sealed =
                    house.database()
                            .read(sql ->
                                    sql.fetch("select sealed from policy_comment")
                                            .getValues(0, byte[].class));
            assertThat(sealed)
                    .allSatisfy(bytes ->
                            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                                    .doesNotContain("watches"));
        }

        @Test
        void stays_when_the_draft_is_discarded_and_nobody_adds_one() {
            var draft = begun(null);
            adoptions.consult(lead, draft);
            comments.add(teacher, draft, "", "Clear enough.");
            drafts.discard(house.school(), draft, lead.personId());
            assertThat(comments.on(house.school(), draft)).hasSize(1);
            assertThat(comments.add(teacher, draft, "", "One more")).isPresent();
        }
    }

    @Nested
    class A_review {

        @Test
        void says_nothing_about_an_incident() {
            assertThatThrownBy(() -> reviews.open(lead, Occasion.INCIDENT, "LAN-4711"))
                    .isInstanceOf(IllegalArgumentException.class);
            reviews.open(lead, Occasion.INCIDENT, "");
            assertThat(reviews.open(house.school()))
                    .singleElement()
                    .satisfies(review -> assertThat(review.words()).isEmpty());
        }

        @Test
        void is_one_when_it_is_sent_twice_and_can_end_with_no_change() {
            var first = reviews.open(chair, Occasion.THREAT, "A new sort of scam");
            assertThat(reviews.open(chair, Occasion.THREAT, "A new sort of scam")).isEqualTo(first);
            assertThat(reviews.end(lead, first)).isTrue();
            assertThat(reviews.end(lead, first)).isFalse();
            assertThat(reviews.open(house.school())).isEmpty();
            assertThat(drafts.begin(house.school(), lead.personId(), first))
                    .isInstanceOf(Begun.NoSuchReview.class);
        }
    }

    @Test
    void a_policy_that_names_nobody_for_signing_leaves_it_to_those_who_approve() {
        var old = Packs.fromCanonical(PACK.canonical().replace(",\"sign-policy\"", ""));
        assertThat(Adoptions.signs(old)).isEqualTo(Capability.APPROVE_POLICY);
        assertThat(Adoptions.signs(PACK)).isEqualTo(Capability.SIGN_POLICY);
    }

    private String begun(String review) {
        return ((Begun.Done) drafts.begin(house.school(), lead.personId(), review)).draft().id();
    }

    private String signed() {
        var draft = begun(null);
        change(draft, REVIEW);
        adoptions.propose(lead, draft, hash());
        adoptions.approve(chair, draft, hash(), AGREED);
        adoptions.sign(chair, draft, hash());
        assertThat(adoptions.open(house.school()).orElseThrow().signed()).isTrue();
        return draft;
    }

    private void change(String draft, String line) {
        var header = drafts.file(house.school(), draft, "pack.yaml").orElseThrow().text();
        save(
                draft,
                "pack.yaml",
                header.lines()
                                .filter(each -> !each.startsWith("next-review:"))
                                .collect(java.util.stream.Collectors.joining("\n"))
                        + "\n"
                        + line
                        + "\n");
    }

    private void save(String draft, String path, String text) {
        var file = drafts.file(house.school(), draft, path).orElseThrow();
        now = now.plusSeconds(1);
        assertThat(drafts.save(house.school(), draft, path, text, file.version(), lead.personId()))
                .isInstanceOf(Saved.Done.class);
    }

    private String hash() {
        return adoptions.open(house.school()).map(Adoption::hash).orElse("");
    }

    private SignedIn person(String group, String role, Capability... can) {
        return new SignedIn(
                house.school(),
                UUID.randomUUID().toString(),
                "Somebody",
                Set.of(can),
                Set.of(group),
                Set.of(role),
                true);
    }

    private final class People implements Colleagues, SecondPerson {

        @Override
        public String name(String school, String person) {
            return "Somebody";
        }

        @Override
        public void tell(Tx tx, Capability capability) {
            told.add(capability);
        }

        @Override
        public boolean mayDecide(Tx tx, String person) {
            return List.of(head.personId(), chair.personId()).contains(person);
        }

        @Override
        public void tell(Tx tx) {}
    }
}
