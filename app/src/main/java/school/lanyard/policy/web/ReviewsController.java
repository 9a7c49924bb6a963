// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Occasion;
import school.lanyard.policy.Reviews;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// Opening a review of the policy, at its time or before it, and ending one that changes nothing.
@Controller
public final class ReviewsController {

    static final String ADDRESS = "/policy/reviews";

    private final Reviews reviews;
    private final Drafts drafts;
    private final Editions editions;
    private final Colleagues colleagues;

    ReviewsController(Reviews reviews, Drafts drafts, Editions editions, Colleagues colleagues) {
        this.reviews = reviews;
        this.drafts = drafts;
        this.editions = editions;
        this.colleagues = colleagues;
    }

    /// A review that is open.
    ///
    /// @param drafted whether the open draft came from it
    public record Line(
            String id, String occasion, String words, String by, String at, boolean drafted) {}

    /// What a new review may be opened for, and those that are open.
    public record ReviewsPage(
            Form form,
            List<Choice> occasions,
            List<Line> open,
            String nextReview,
            boolean mayDraft,
            boolean drafting) {}

    @MayCall({Caller.EDIT_POLICY, Caller.APPROVE_POLICY})
    @GetMapping(ADDRESS)
    ModelAndView list(SignedIn who) {
        return Pages.form("policy/reviews", page(who, Form.blank()));
    }

    @MayCall({Caller.EDIT_POLICY, Caller.APPROVE_POLICY})
    @PostMapping(ADDRESS)
    ModelAndView open(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        form.chosen("occasion", occasions(), "Choose what makes you look at the policy again");
        form.atMost("words", Reviews.LONGEST, "What you say about it");
        var occasion = Occasion.of(form.text("occasion"));
        if (occasion.filter(each -> !each.takesWords()).isPresent() && form.has("words")) {
            form.reject("words", "Leave this empty for an incident, so that no case can be known");
        }
        if (form.refused() || occasion.isEmpty()) {
            return Pages.refused("policy/reviews", page(who, form));
        }
        reviews.open(who, occasion.get(), form.text("words"));
        return Pages.to(ADDRESS, "The review is open.", flash);
    }

    @MayCall({Caller.EDIT_POLICY, Caller.APPROVE_POLICY})
    @PostMapping(ADDRESS + "/{id:[0-9a-f-]{36}}/ending")
    ModelAndView end(@PathVariable String id, SignedIn who, RedirectAttributes flash) {
        return Pages.to(
                ADDRESS,
                reviews.end(who, id)
                        ? "The review has ended. The policy stays as it is."
                        : "This review had ended already.",
                flash);
    }

    private static List<Choice> occasions() {
        return Arrays.stream(Occasion.values())
                .map(each ->
                        each.takesWords()
                                ? Choice.of(each.key(), each.words())
                                : Choice.of(
                                        each.key(),
                                        each.words(),
                                        "Do not say which one, here or below."))
                .toList();
    }

    private ReviewsPage page(SignedIn who, Form form) {
        var draft = drafts.open(who.schoolId());
        var pack = editions.running(who.schoolId()).pack();
        return new ReviewsPage(
                form,
                occasions(),
                reviews.open(who.schoolId()).stream()
                        .map(each ->
                                new Line(
                                        each.id(),
                                        each.occasion().words(),
                                        each.words(),
                                        colleagues.name(who.schoolId(), each.openedBy()),
                                        Times.day(each.openedAt()),
                                        draft.filter(it -> each.id().equals(it.review()))
                                                .isPresent()))
                        .toList(),
                school.lanyard.policy.EditionName.words(pack.nextReview()),
                who.can(school.lanyard.core.pack.Capability.EDIT_POLICY),
                draft.isPresent());
    }
}
