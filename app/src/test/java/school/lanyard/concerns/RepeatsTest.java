// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.ReferralSettled;
import school.lanyard.concerns.IncidentEvent.Referred;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.testing.Engine;

/// Whether it happened before, as far as each reader may know; and what was taken to others.
@ParameterizedClass
@EnumSource(Engine.class)
class RepeatsTest extends AtInfantSchool {

    private static final Instant LATER = NINE.plusSeconds(3600);

    @Test
    void an_earlier_warning_is_shown_with_the_kind_that_the_policy_has_for_it() {
        var first = warned();
        var second = again("dsl");
        assertThat(before("dsl", second))
                .containsExactly(
                        new Repeats.Earlier(school.id("bo"), first, NINE, "Issue a warning"));
        var kind = Repeats.kind(view("dsl", second, LATER));
        assertThat(kind).isNotNull();
        assertThat(kind.clauses()).contains("BL-281");
        assertThat(before("dsl", first)).as("not the other way round").isEmpty();
    }

    @Test
    void nobody_learns_of_an_earlier_incident_that_they_may_not_read() {
        var first = warned();
        var second = again("dsl");
        record("dsl", second, new OpenedToPost("headteacher", "To plan support"), LATER);
        assertThat(before("dsl", second)).hasSize(1);
        assertThat(before("head", second)).isEmpty();
        record(
                "dsl",
                first,
                new Restricted(List.of(school.id("dsl"), school.id("deputy")), "A neighbour"));
        assertThat(before("deputy", second)).hasSize(1);
        school.appoint("vice", "online-safety-lead");
        assertThat(school.incidents.mayRead(school.as("vice"), second)).isTrue();
        assertThat(before("vice", second)).isEmpty();
    }

    @Test
    void what_had_no_warning_or_was_done_to_them_is_no_repeat() {
        var unwarned = opened("dsl", school.report("anything-else", "bo"));
        record("dsl", unwarned, new PersonLinked(school.id("bo"), Part.ALLEGED));
        var harmed = warned();
        record("dsl", harmed, new PersonLinked(school.id("bo"), Part.AFFECTED));
        assertThat(before("dsl", again("dsl"))).isEmpty();
    }

    @Test
    void a_referral_waits_for_its_reply_and_the_incident_with_it() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var id = UUID.randomUUID().toString();
        var made = new Referred(id, "ceop", NINE, "The duty officer", "CE-1", "Told them.");
        assertThat(record("dsl", reference, made)).isEqualTo(new Outcome.Recorded());
        var waiting = view("dsl", reference, NINE);
        assertThat(Referral.of(InfantSchool.PACK, waiting.incident()))
                .singleElement()
                .satisfies(each -> assertThat(each.due()).isAfter(NINE));
        assertThat(waiting.standing().missing()).anyMatch(each -> each.contains("CEOP"));
        assertThat(record("dsl", reference, new ReferralSettled(id, false, "", "They look")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(record("dsl", reference, new ReferralSettled(id, true, "", "Advice only")))
                .isEqualTo(new Outcome.Recorded());
        assertThat(record("dsl", reference, new ReferralSettled(id, true, "", "Again")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(view("dsl", reference, NINE).standing().missing())
                .noneMatch(each -> each.contains("CEOP"));
        assertProjectionIsWhatTheLedgerSays(reference);
        var nobody = new Referred(id, "childline", NINE, "Them", "", "Told them.");
        assertThat(record("dsl", reference, nobody)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_step_that_asks_for_one_answer_takes_no_other() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        record("dsl", reference, done("notified", NINE));
        record("dsl", reference, done("protect", NINE));
        answer(reference, "classification", "unsuitable");
        answer(reference, "serious", "no");
        var check = done("begin-device-check", NINE);
        var other = new HashMap<>(check.held());
        other.put("not-for-learners", "No");
        assertThat(record("dsl", reference, step(other))).isInstanceOf(Outcome.Refused.class);
        assertThat(record("dsl", reference, check)).isEqualTo(new Outcome.Recorded());
    }

    private static IncidentEvent.StepDone step(Map<String, String> held) {
        return new IncidentEvent.StepDone("begin-device-check", NINE, false, held, "");
    }

    private void answer(String reference, String fact, String value) {
        var event =
                new IncidentEvent.FactAnswered(fact, value, Map.of("reason", "As it looks"), "");
        assertThat(record("dsl", reference, event)).isEqualTo(new Outcome.Recorded());
    }

    private String warned() {
        var reference = opened("dsl", school.report("anything-else", "bo"));
        record("dsl", reference, new PersonLinked(school.id("bo"), Part.ALLEGED));
        record("dsl", reference, kind(false));
        var proposed =
                Actions.proposed(InfantSchool.PACK, view("dsl", reference, NINE).incident())
                        .stream()
                        .map(action -> action.key())
                        .toList();
        record(
                "dsl",
                reference,
                new ActionsChosen(proposed, List.of("issue_warning"), "A warning is enough"));
        assertThat(record("dsl", reference, new ActionDone("issue_warning", NINE, "Told him")))
                .isEqualTo(new Outcome.Recorded());
        return reference;
    }

    private String again(String by) {
        var reference =
                school.incidents
                        .openFrom(
                                school.as(by),
                                school.report("anything-else", "bo").reference(),
                                List.of(),
                                LATER)
                        .orElseThrow();
        record(by, reference, new PersonLinked(school.id("bo"), Part.ALLEGED), LATER);
        record(by, reference, kind(false), LATER);
        return reference;
    }

    private List<Repeats.Earlier> before(String by, String reference) {
        return new Repeats(school.house.database(), school.ledger, school.editions)
                .before(school.as(by), view(by, reference, LATER), LATER);
    }
}
