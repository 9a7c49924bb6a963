// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.ArrayList;
import java.util.List;
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
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.Comments;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Reviews;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Task;
import school.lanyard.web.Times;
import school.lanyard.web.Tone;

/// The next edition as it stands: begun, discussed, and what comes next.
@Controller
public final class NextEditionController {

    static final String ADDRESS = "/policy/draft";

    private static final int FAULTS_SHOWN = 100;

    private final Adoptions adoptions;
    private final Drafts drafts;
    private final Editions editions;
    private final Reviews reviews;
    private final Comments comments;
    private final Colleagues colleagues;

    NextEditionController(
            Adoptions adoptions,
            Drafts drafts,
            Editions editions,
            Reviews reviews,
            Comments comments,
            Colleagues colleagues) {
        this.adoptions = adoptions;
        this.drafts = drafts;
        this.editions = editions;
        this.reviews = reviews;
        this.comments = comments;
        this.colleagues = colleagues;
    }

    /// Nobody works on a next edition.
    ///
    /// @param reviews that could lead to one
    public record NonePage(Form form, boolean mayBegin, List<Choice> reviews, String drafters) {}

    /// The next edition as it stands.
    ///
    /// @param words where it stands, in a sentence
    /// @param changed what somebody's change took away; empty where nothing was
    /// @param faults shown to those who draft
    /// @param changes how much differs from the edition in force; -1 while it cannot be told
    public record DraftPage(
            String name,
            String words,
            String changed,
            String review,
            List<Task> steps,
            List<Fault> faults,
            int faultCount,
            int changes,
            String comparison,
            boolean mayEdit,
            boolean mayAsk,
            boolean commenting,
            int comments,
            int unanswered,
            String draft) {}

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(ADDRESS)
    ModelAndView draft(SignedIn who) {
        return adoptions
                .open(who.schoolId())
                .map(now -> Pages.of("policy/draft", page(who, now)))
                .orElseGet(() -> Pages.form("policy/noDraft", none(who, Form.blank())));
    }

    private NonePage none(SignedIn who, Form form) {
        var open =
                reviews.open(who.schoolId()).stream()
                        .map(each ->
                                Choice.of(
                                        each.id(),
                                        each.occasion().words(),
                                        (each.words().isEmpty() ? "" : each.words() + " ")
                                                + "Opened on "
                                                + Times.day(each.openedAt())))
                        .toList();
        return new NonePage(
                form,
                who.can(Capability.EDIT_POLICY),
                open,
                Stages.labels(running(who), Capability.EDIT_POLICY));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(ADDRESS)
    ModelAndView begin(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var review = form.text("review");
        var begun = drafts.begin(who.schoolId(), who.personId(), review.isEmpty() ? null : review);
        return switch (begun) {
            case Draft.Begun.Done _ -> Pages.to(ADDRESS, "The draft is begun.", flash);
            case Draft.Begun.AlreadyThere _ -> Pages.to(ADDRESS);
            case Draft.Begun.NoSuchReview _ ->
                    Pages.refused(
                            "policy/noDraft",
                            none(who, form.reject("review", "Choose a review that is still open")));
        };
    }

    private DraftPage page(SignedIn who, Adoption now) {
        var mayEdit = who.can(Capability.EDIT_POLICY);
        var faults = now.loaded() instanceof Loaded.Broken(_, var found) ? found : List.<Fault>of();
        var pack = now.pack();
        var running = editions.running(who.schoolId());
        var made = comments.on(who.schoolId(), now.draft().id()).size();
        return new DraftPage(
                pack == null ? "" : EditionName.words(pack.edition()),
                Stages.words(now, running.pack()),
                changed(now),
                review(who, now.draft()),
                steps(who, now, running.pack()),
                mayEdit ? faults.stream().limit(FAULTS_SHOWN).toList() : List.of(),
                faults.size(),
                pack == null ? -1 : Comparison.of(running.pack(), pack).size(),
                EditionsController.compare(running.id(), EditionsController.DRAFT),
                mayEdit,
                mayEdit && now.consultation() == null,
                now.consultation() != null,
                made,
                comments.unanswered(who.schoolId(), now.draft().id()),
                now.draft().id());
    }

    private String review(SignedIn who, Draft draft) {
        var id = draft.review();
        return id == null
                ? ""
                : reviews.find(who.schoolId(), id)
                        .map(each ->
                                each.occasion().words()
                                        + (each.words().isEmpty() ? "" : ": " + each.words()))
                        .orElse("");
    }

    private static String changed(Adoption now) {
        var approval = now.approval();
        if (approval != null && now.lostApproval()) {
            return "The draft was changed after it was approved on %s, so that approval no longer counts. Put it to the governing body again."
                    .formatted(Times.day(approval.metOn()));
        }
        return now.lostProposal()
                ? "The draft was changed after it was put to the governing body. Put it forward"
                        + " again when it is ready."
                : "";
    }

    private List<Task> steps(SignedIn who, Adoption now, Pack running) {
        var steps = new ArrayList<Task>();
        steps.add(drafted(who, now));
        steps.add(consulted(who, now));
        var mayPropose = who.can(Capability.EDIT_POLICY) && now.sound() && !now.proposed();
        steps.add(
                step(
                        "Put it to the governing body",
                        "/proposal",
                        now.proposed(),
                        mayPropose,
                        Stages.labels(running, Capability.EDIT_POLICY)));
        steps.add(
                step(
                        "Record the governing body’s approval",
                        "/approval",
                        now.approved(),
                        who.can(Capability.APPROVE_POLICY) && now.proposed() && !now.approved(),
                        Stages.labels(running, Capability.APPROVE_POLICY)));
        steps.add(
                step(
                        "Sign it",
                        "/signature",
                        now.signed(),
                        who.can(Adoptions.signs(running)) && now.approved() && !now.signed(),
                        Stages.signers(running)));
        steps.add(
                step(
                        "Publish it",
                        "/publication",
                        false,
                        who.can(Capability.EDIT_POLICY) && now.signed() && !now.waits(),
                        Stages.labels(running, Capability.EDIT_POLICY)));
        return steps;
    }

    private Task drafted(SignedIn who, Adoption now) {
        var by =
                "Begun by %s on %s"
                        .formatted(
                                colleagues.name(who.schoolId(), now.draft().begunBy()),
                                Times.day(now.draft().begunAt()));
        return Task.of(
                        "Draft it",
                        null,
                        now.sound() ? "No faults" : "Has faults",
                        now.sound() ? null : Tone.RED)
                .hint(by);
    }

    private Task consulted(SignedIn who, Adoption now) {
        var open = now.consultation();
        return open == null
                ? Task.of("Hear staff and governors", null, "Not asked yet", Tone.GREY)
                : Task.of("Hear staff and governors", CommentsController.ADDRESS, "Open", Tone.BLUE)
                        .hint(
                                "Opened by %s on %s"
                                        .formatted(
                                                colleagues.name(who.schoolId(), open.by()),
                                                Times.day(open.at())));
    }

    private static Task step(String title, String path, boolean done, boolean may, String posts) {
        if (done) {
            return Task.of(title, null, "Done", null);
        }
        return may
                ? Task.of(title, ADDRESS + path, "To do", Tone.BLUE)
                : Task.of(title, null, "Not yet", Tone.GREY).hint("By: " + posts);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(ADDRESS + "/ending")
    ModelAndView discard(
            @RequestParam(defaultValue = "") String draft, SignedIn who, RedirectAttributes flash) {
        return Pages.to(
                ADDRESS,
                drafts.discard(who.schoolId(), draft, who.personId())
                        ? "The draft is discarded. The policy in force stays as it is."
                        : "This draft had ended already.",
                flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(ADDRESS + "/consultation")
    ModelAndView consult(
            @RequestParam(defaultValue = "") String draft, SignedIn who, RedirectAttributes flash) {
        return Pages.to(
                ADDRESS,
                adoptions
                        .consult(who, draft)
                        .map(why -> "Not done. " + why)
                        .orElse("Staff and governors see it on their home page now."),
                flash);
    }

    private Pack running(SignedIn who) {
        return editions.running(who.schoolId()).pack();
    }
}
