// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Capability;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Comments;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Occasion;

/// Leaves the next edition of the policy open for comments, with a few of them.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoPolicy {

    private static final String CLAUSE = "clause:BL-568";

    private final Adoptions adoptions;
    private final Comments comments;
    private final DemoDraft texts;

    DemoPolicy(Adoptions adoptions, Comments comments, DemoDraft texts) {
        this.adoptions = adoptions;
        this.comments = comments;
        this.texts = texts;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school) {
        var lead = DemoDraft.as(school, cast.holding("dsl").id(), "staff", Capability.EDIT_POLICY);
        var draft = texts.begin(lead, Occasion.TECHNOLOGY, "Glasses that can film");
        texts.change(
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
        var asked =
                comments.on(school.id(), draft.id()).stream()
                        .filter(each -> each.about().equals(CLAUSE))
                        .findFirst()
                        .orElseThrow();
        comments.answer(
                lead, asked.id(), "Yes. Anything that can film counts, whatever it looks like.");
    }

    private void comment(DemoSchool cast, DemoFounder.Founded school, Draft draft) {
        comments.add(
                DemoDraft.as(school, cast.teacher().id(), "staff"),
                draft.id(),
                CLAUSE,
                "Does this cover glasses and watches, or only tablets?");
        var governor = cast.governors().getFirst();
        comments.add(
                DemoDraft.as(school, governor.id(), "governor"),
                draft.id(),
                "",
                "Easy to read. Please keep the list of changes this short next year.");
    }
}
