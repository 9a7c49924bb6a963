// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Comments;
import school.lanyard.policy.Occasion;
import school.lanyard.policy.Published;

/// Takes the school from its first edition to its second, by the yearly review: drafted in June,
/// adopted in July and in force from September.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoEdition {

    private final Adoptions adoptions;
    private final Comments comments;
    private final DemoDraft texts;

    DemoEdition(Adoptions adoptions, Comments comments, DemoDraft texts) {
        this.adoptions = adoptions;
        this.comments = comments;
        this.texts = texts;
    }

    /// Something that is done about the policy, and when.
    record Step(LocalDateTime at, String what, Runnable play) {}

    /// @param year in which it comes into force
    List<Step> steps(DemoSchool cast, DemoFounder.Founded school, int year) {
        var lead = DemoDraft.as(school, cast.holding("dsl").id(), "staff", Capability.EDIT_POLICY);
        var chair =
                new SignedIn(
                        school.id(),
                        school.person(cast.chair().id()),
                        "",
                        Set.of(Capability.APPROVE_POLICY, Capability.SIGN_POLICY),
                        Set.of("governor"),
                        Set.copyOf(cast.chair().roles()),
                        true);
        var teacher = DemoDraft.as(school, cast.teacher().id(), "staff");
        var met = LocalDate.of(year, 7, 7);
        return List.of(
                new Step(at(year, 6, 8, 16), "a draft", () -> begin(lead, year)),
                new Step(at(year, 6, 15, 12), "a comment", () -> comment(teacher, lead)),
                new Step(at(year, 6, 29, 16), "a proposal", () -> propose(lead)),
                new Step(at(year, 7, 8, 9), "an approval", () -> adopt(chair, met)),
                new Step(at(year, 7, 9, 15), "an edition", () -> publish(lead, year)));
    }

    private static LocalDateTime at(int year, int month, int day, int hour) {
        return LocalDate.of(year, month, day).atTime(hour, 20);
    }

    private void begin(SignedIn lead, int year) {
        var draft = texts.begin(lead, Occasion.YEARLY_REVIEW, "");
        texts.change(
                lead,
                draft,
                "pack.yaml",
                text ->
                        text.replaceFirst("(?m)^edition:.*$", "edition: \"%d-09\"".formatted(year))
                                .replaceFirst(
                                        "(?m)^next-review:.*$",
                                        "next-review: \"%d-09\"".formatted(year + 1)));
        texts.change(
                lead,
                draft,
                "clauses/about.yaml",
                text ->
                        text.replaceFirst(
                                "(BL-005:[^\n]*\n[^\n]*)September 20\\d\\d([^\n]*)September 20\\d\\d",
                                "$1September %d$2September %d".formatted(year, year + 1)));
        texts.change(
                lead,
                draft,
                "intervals.yaml",
                text -> text.replaceFirst("(?s)(\ninduction:.*?length: )P4W", "$1P2W"));
        texts.change(
                lead,
                draft,
                "decisions/activities.yaml",
                text ->
                        text.replaceFirst(
                                "note: \"No mark for learners[^\"]*\"", "learner: not-allowed"));
        done(adoptions.consult(lead, draft.id()));
    }

    private void comment(SignedIn teacher, SignedIn lead) {
        var draft = open(lead).draft().id();
        done(
                comments.add(
                        teacher,
                        draft,
                        "decision:activities",
                        "Does shopping include looking at a shop's page with the class?"));
        var made = comments.on(lead.schoolId(), draft).getFirst();
        done(comments.answer(lead, made.id(), "No. It is about buying something."));
    }

    private void propose(SignedIn lead) {
        var now = open(lead);
        done(adoptions.propose(lead, now.draft().id(), now.hash()));
    }

    private void adopt(SignedIn chair, LocalDate met) {
        var now = open(chair);
        var decision = new Adoptions.Decision(met, "Full governing body", "Minute 9");
        done(adoptions.approve(chair, now.draft().id(), now.hash(), decision));
        done(adoptions.sign(chair, now.draft().id(), now.hash()));
    }

    private void publish(SignedIn lead, int year) {
        var now = open(lead);
        var outcome =
                adoptions.publish(lead, now.draft().id(), now.hash(), LocalDate.of(year, 9, 1));
        if (!(outcome instanceof Adoptions.Outcome.Done(Published.Done _))) {
            throw new IllegalStateException("the edition was not published: " + outcome);
        }
    }

    private Adoption open(SignedIn who) {
        return adoptions.open(who.schoolId()).orElseThrow();
    }

    private static void done(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }
}
