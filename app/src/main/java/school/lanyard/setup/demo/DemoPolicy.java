// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Comments;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Occasion;
import school.lanyard.policy.Reviews;

/// Leaves the next edition of the policy open for comments, with a few of them.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoPolicy {

    private final Reviews reviews;
    private final Drafts drafts;
    private final Adoptions adoptions;
    private final Comments comments;

    DemoPolicy(Reviews reviews, Drafts drafts, Adoptions adoptions, Comments comments) {
        this.reviews = reviews;
        this.drafts = drafts;
        this.adoptions = adoptions;
        this.comments = comments;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school) {
        var lead = as(school, cast.holding("dsl"), Capability.EDIT_POLICY);
        var review = reviews.open(lead, Occasion.TECHNOLOGY, "Glasses that can film");
        if (!(drafts.begin(school.id(), lead.personId(), review)
                instanceof Draft.Begun.Done(var draft))) {
            throw new IllegalStateException("the draft was not begun");
        }
        change(
                lead,
                draft,
                "pack.yaml",
                text -> text.replaceFirst("(?m)^next-review:.*$", "next-review: \"2027-09\""));
        change(
                lead,
                draft,
                "clauses/technology.yaml",
                text ->
                        text.replace(
                                "agree what filtering and monitoring the school has.",
                                "agree what filtering and monitoring the school has, and look at it"
                                        + " again before a new kind of device comes in."));
        adoptions.consult(lead, draft.id());
        comment(cast, school, draft);
        var first = comments.on(school.id(), draft.id()).getFirst();
        comments.answer(
                lead, first.id(), "Yes. Anything that can film counts, whatever it looks like.");
    }

    private void comment(DemoSchool cast, DemoFounder.Founded school, Draft draft) {
        comments.add(
                as(school, cast.teacher()),
                draft.id(),
                "clause:BL-568",
                "Does this cover glasses and watches, or only tablets?");
        var governor = cast.governors().getFirst();
        comments.add(
                as(school, governor.id(), "governor"),
                draft.id(),
                "",
                "Easy to read. Please keep the list of changes this short next year.");
    }

    private void change(SignedIn lead, Draft draft, String path, UnaryOperator<String> change) {
        var file = drafts.file(lead.schoolId(), draft.id(), path).orElseThrow();
        var text = change.apply(file.text());
        if (text.equals(file.text())) {
            throw new IllegalStateException("nothing was changed in " + path);
        }
        drafts.save(lead.schoolId(), draft.id(), path, text, file.version(), lead.personId());
    }

    private static SignedIn as(
            DemoFounder.Founded school, DemoSchool.Staff one, Capability... can) {
        return as(school, one.id(), "staff", can);
    }

    private static SignedIn as(
            DemoFounder.Founded school, String one, String group, Capability... can) {
        return new SignedIn(
                school.id(), school.person(one), "", Set.of(can), Set.of(group), Set.of(), true);
    }
}
