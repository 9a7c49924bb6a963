// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Comments;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Published;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The steps by which a draft becomes the next edition: put forward, approved, signed, published.
@Controller
public final class AdoptionController {

    private final Adoptions adoptions;
    private final Editions editions;
    private final Comments comments;
    private final InstantSource clock;

    AdoptionController(
            Adoptions adoptions, Editions editions, Comments comments, InstantSource clock) {
        this.adoptions = adoptions;
        this.editions = editions;
        this.comments = comments;
        this.clock = clock;
    }

    /// A step to take, with the text that it is about.
    ///
    /// @param hash of what is shown, so that nothing else is meant
    /// @param losses what would no longer be kept, in words
    public record StepPage(
            Form form,
            String draft,
            String name,
            String hash,
            Comparison comparison,
            String comparisonAddress,
            String post,
            int unanswered,
            List<String> losses) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(NextEditionController.ADDRESS + "/proposal")
    ModelAndView proposalForm(SignedIn who) {
        return form(who, "policy/proposal", Form.blank());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(NextEditionController.ADDRESS + "/proposal")
    ModelAndView propose(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        return done(
                who,
                "policy/proposal",
                form,
                adoptions.propose(who, form.text("draft"), form.text("seen")),
                "The draft has been put to the governing body.",
                flash);
    }

    @MayCall(Caller.APPROVE_POLICY)
    @GetMapping(NextEditionController.ADDRESS + "/approval")
    ModelAndView approvalForm(SignedIn who) {
        return form(who, "policy/approval", Form.blank());
    }

    @MayCall(Caller.APPROVE_POLICY)
    @PostMapping(NextEditionController.ADDRESS + "/approval")
    ModelAndView approve(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var metOn = form.date("met", "Day of the meeting");
        var body = form.required("body", "Enter which body approved it");
        form.atMost("body", 120, "Body");
        var minute = form.required("minute", "Enter the minute under which it is recorded");
        form.atMost("minute", 80, "Minute");
        if (form.refused() || metOn == null) {
            return form(who, "policy/approval", form);
        }
        return done(
                who,
                "policy/approval",
                form,
                adoptions.approve(
                        who,
                        form.text("draft"),
                        form.text("seen"),
                        new Adoptions.Decision(metOn, body, minute)),
                "The approval is recorded.",
                flash);
    }

    @MayCall({Caller.SIGN_POLICY, Caller.APPROVE_POLICY})
    @GetMapping(NextEditionController.ADDRESS + "/signature")
    ModelAndView signatureForm(SignedIn who) {
        return form(who, "policy/signature", Form.blank());
    }

    @MayCall({Caller.SIGN_POLICY, Caller.APPROVE_POLICY})
    @PostMapping(NextEditionController.ADDRESS + "/signature")
    ModelAndView sign(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        form.required("agree", "Confirm that you sign it");
        if (form.refused()) {
            return form(who, "policy/signature", form);
        }
        return done(
                who,
                "policy/signature",
                form,
                adoptions.sign(who, form.text("draft"), form.text("seen")),
                "You have signed the policy.",
                flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(NextEditionController.ADDRESS + "/publication")
    ModelAndView publicationForm(SignedIn who) {
        return form(who, "policy/publication", Form.blank().with("force", today()));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(NextEditionController.ADDRESS + "/publication")
    ModelAndView publish(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var from = form.date("force", "In force from");
        adoptions
                .open(who.schoolId())
                .map(now -> losses(who, now.pack()))
                .filter(losses -> !losses.isEmpty())
                .ifPresent(_ ->
                        form.required("losses", "Confirm that you know what is no longer kept"));
        if (form.refused() || from == null) {
            return form(who, "policy/publication", form);
        }
        var outcome = adoptions.publish(who, form.text("draft"), form.text("seen"), from);
        return switch (outcome) {
            case Adoptions.Outcome.Refused(var why) ->
                    done(who, "policy/publication", form, Optional.of(why), "", flash);
            case Adoptions.Outcome.Done(Published.Waits _) ->
                    Pages.to(
                            NextEditionController.ADDRESS,
                            "This edition changes who reads cases, so it waits for a second"
                                    + " person.",
                            flash);
            case Adoptions.Outcome.Done(Published.Done _) ->
                    Pages.to(EditionsController.ADDRESS, "The edition is published.", flash);
        };
    }

    /// The form of a step about the draft as it stands, or the draft's page where there is no step.
    private ModelAndView form(SignedIn who, String template, Form form) {
        var open = adoptions.open(who.schoolId());
        var pack = open.flatMap(Adoption::readable).orElse(null);
        if (open.isEmpty() || pack == null) {
            return Pages.to(NextEditionController.ADDRESS);
        }
        var page = stepPage(who, open.get(), pack, form);
        return form.refused() ? Pages.refused(template, page) : Pages.form(template, page);
    }

    private StepPage stepPage(SignedIn who, Adoption now, Pack pack, Form form) {
        var running = editions.running(who.schoolId());
        return new StepPage(
                form,
                now.draft().id(),
                EditionName.words(pack.edition()),
                pack.hash(),
                Comparison.of(running.pack(), pack),
                EditionsController.compare(running.id(), EditionsController.DRAFT),
                post(who, running.pack()),
                comments.unanswered(who.schoolId(), now.draft().id()),
                losses(who, pack));
    }

    private static String post(SignedIn who, Pack running) {
        return running.rolesThatCan(Adoptions.signs(running)).stream()
                .filter(role -> who.roles().contains(role.key()))
                .map(role -> role.label())
                .findFirst()
                .orElse("");
    }

    private List<String> losses(SignedIn who, @Nullable Pack pack) {
        return pack == null
                ? List.of()
                : adoptions.losses(who.schoolId(), pack).stream()
                        .map(each ->
                                "%s, %s: %s. To keep it, %s."
                                        .formatted(
                                                label(pack, each.playbook()),
                                                each.problem().about(),
                                                each.problem().problem(),
                                                each.problem().mend()))
                        .toList();
    }

    private static String label(Pack pack, String playbook) {
        var found = pack.playbooks().get(playbook);
        return found == null ? playbook : found.label();
    }

    private ModelAndView done(
            SignedIn who,
            String template,
            Form form,
            Optional<String> refusal,
            String notice,
            RedirectAttributes flash) {
        return refusal.map(why -> form(who, template, form.reject("seen", why)))
                .orElseGet(() -> Pages.to(NextEditionController.ADDRESS, notice, flash));
    }

    private LocalDate today() {
        return SchoolTime.day(clock.instant());
    }
}
