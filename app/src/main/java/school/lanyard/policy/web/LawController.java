// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.comparison.LawUpdate;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.LawFact;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Editions;
import school.lanyard.policy.LawUpdates;
import school.lanyard.web.Pages;

/// What a newer base of law and guidance makes stale, and beginning a draft that builds on it.
@Controller
public final class LawController {

    static final String ADDRESS = "/policy/law";

    private final LawUpdates updates;
    private final Editions editions;
    private final Drafts drafts;

    LawController(LawUpdates updates, Editions editions, Drafts drafts) {
        this.updates = updates;
        this.editions = editions;
        this.drafts = drafts;
    }

    /// Clauses to look at for one reason.
    public record Pile(String title, String why, List<LawUpdate.Stale> clauses) {}

    /// What a newer base brings, and what it touches.
    ///
    /// @param update absent where the policy builds on the newest that there is
    /// @param was the base that the policy builds on now
    public record LawPage(
            @Nullable LawUpdate update,
            String was,
            List<Pile> piles,
            boolean mayBegin,
            boolean drafting) {}

    @MayCall({Caller.EDIT_POLICY, Caller.APPROVE_POLICY})
    @GetMapping(ADDRESS)
    ModelAndView law(SignedIn who) {
        var pack = editions.running(who.schoolId()).pack();
        var base = pack.base();
        var update = updates.newer(pack).orElse(null);
        return Pages.of(
                "policy/law",
                new LawPage(
                        update,
                        base == null ? "" : updates.name(base),
                        update == null ? List.of() : piles(update),
                        who.can(Capability.EDIT_POLICY),
                        drafts.open(who.schoolId()).isPresent()));
    }

    private static List<Pile> piles(LawUpdate update) {
        return List.of(
                new Pile(
                        "Agreements to be signed again",
                        "Clauses about something that people sign or agree to.",
                        update.agreements()),
                new Pile(
                        "Training to look at again",
                        "Clauses about what people learn, and when they join.",
                        update.training()),
                new Pile(
                        "Reviews and other repeated work",
                        "Clauses about what is done again and again.",
                        update.reviews()),
                new Pile(
                        "Other clauses",
                        "Everything else that is about the same.",
                        update.others()));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(ADDRESS)
    ModelAndView begin(SignedIn who, RedirectAttributes flash) {
        return updates.begin(who, editions.running(who.schoolId()))
                .map(begun ->
                        Pages.to(
                                NextEditionController.ADDRESS,
                                begun instanceof Draft.Begun.Done
                                        ? "The draft is begun. It builds on the newer law."
                                        : "There is a draft already. Publish or discard it first.",
                                flash))
                .orElseGet(() ->
                        Pages.to(ADDRESS, "The policy builds on the newest that there is.", flash));
    }

    /// The facts that touch a clause, in a line.
    public static String by(LawUpdate.Stale stale) {
        return String.join(" ", stale.by().stream().map(LawFact::says).toList());
    }
}
