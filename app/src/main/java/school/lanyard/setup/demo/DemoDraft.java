// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Occasion;
import school.lanyard.policy.Reviews;

/// Begins a draft and changes its files as somebody of the invented school would.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoDraft {

    private final Reviews reviews;
    private final Drafts drafts;

    DemoDraft(Reviews reviews, Drafts drafts) {
        this.reviews = reviews;
        this.drafts = drafts;
    }

    /// Opens a review and begins a draft from it.
    Draft begin(SignedIn who, Occasion occasion, String words) {
        var review = reviews.open(who, occasion, words);
        if (drafts.begin(who.schoolId(), who.personId(), review)
                instanceof Draft.Begun.Done(var draft)) {
            return draft;
        }
        throw new IllegalStateException("the draft was not begun");
    }

    void change(SignedIn who, Draft draft, String path, UnaryOperator<String> change) {
        var file = drafts.file(who.schoolId(), draft.id(), path).orElseThrow();
        var text = change.apply(file.text());
        if (text.equals(file.text())) {
            throw new IllegalStateException("nothing was changed in " + path);
        }
        drafts.save(who.schoolId(), draft.id(), path, text, file.version(), who.personId());
    }

    static SignedIn as(DemoFounder.Founded school, String one, String group, Capability... can) {
        return new SignedIn(
                school.id(), school.person(one), "", Set.of(can), Set.of(group), Set.of(), true);
    }
}
