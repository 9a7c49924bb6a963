// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Comments;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.EditionRequests;
import school.lanyard.policy.Editions;
import school.lanyard.policy.LawUpdates;
import school.lanyard.policy.Reviews;

/// What of the next edition waits for whoever signs in, and when the policy is due for a review.
@Component
@Order(505)
class EditionsAtHome implements HomeSource {

    private final Adoptions adoptions;
    private final Comments comments;
    private final EditionRequests requests;
    private final Reviews reviews;
    private final Editions editions;
    private final LawUpdates law;
    private final InstantSource clock;

    EditionsAtHome(
            Adoptions adoptions,
            Comments comments,
            EditionRequests requests,
            Reviews reviews,
            Editions editions,
            LawUpdates law,
            InstantSource clock) {
        this.adoptions = adoptions;
        this.comments = comments;
        this.requests = requests;
        this.reviews = reviews;
        this.editions = editions;
        this.law = law;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var items = new ArrayList<AtHome>();
        if (who.can(Capability.APPROVE_ACCESS)) {
            secondPerson(who, items);
        }
        if (who.isAny(Caller.EDIT_POLICY, Caller.APPROVE_POLICY, Caller.SIGN_POLICY)) {
            worked(who, items);
        }
        if (who.isAny(Caller.STAFF, Caller.GOVERNOR)) {
            commented(who, items);
        }
        return items;
    }

    private void secondPerson(SignedIn who, List<AtHome> items) {
        int waiting = requests.waitingFor(who.schoolId(), who.personId());
        if (waiting > 0) {
            items.add(
                    need(
                            Urgency.WAITING,
                            "An edition that changes who reads cases needs a second person",
                            EditionRequestsController.ADDRESS));
        }
    }

    private void commented(SignedIn who, List<AtHome> items) {
        adoptions
                .commentable(who.schoolId())
                .filter(draft -> !comments.has(who.schoolId(), draft, who.personId()))
                .ifPresent(_ ->
                        items.add(
                                need(
                                        Urgency.OPEN,
                                        "The next edition of the policy is open for your comments",
                                        NextEditionController.ADDRESS)));
    }

    private void worked(SignedIn who, List<AtHome> items) {
        var running = editions.running(who.schoolId()).pack();
        var open = adoptions.open(who.schoolId());
        open.ifPresentOrElse(
                now -> next(who, now, running, items), () -> review(who, running, items));
    }

    /// A review that is due stays so until the next edition is there.
    private void next(SignedIn who, Adoption now, Pack running, List<AtHome> items) {
        var draft = NextEditionController.ADDRESS;
        due(running, items);
        if (who.can(Capability.APPROVE_POLICY) && now.proposed() && !now.approved()) {
            items.add(
                    need(
                            Urgency.WAITING,
                            "An edition of the policy waits for the governing body’s approval",
                            draft));
        }
        if (who.can(Adoptions.signs(running)) && now.approved() && !now.signed()) {
            items.add(
                    need(
                            Urgency.WAITING,
                            "An edition of the policy waits for your signature",
                            draft));
        }
        if (who.can(Capability.EDIT_POLICY)) {
            drafting(who, now, items);
        }
    }

    private void drafting(SignedIn who, Adoption now, List<AtHome> items) {
        if (now.signed() && !now.waits()) {
            items.add(
                    need(
                            Urgency.WAITING,
                            "The next edition is signed and can be published",
                            NextEditionController.ADDRESS));
        }
        if (now.lostApproval()) {
            items.add(
                    need(
                            Urgency.WAITING,
                            "The next edition was changed after it was approved",
                            NextEditionController.ADDRESS));
        }
        int unanswered = comments.unanswered(who.schoolId(), now.draft().id());
        if (unanswered > 0) {
            items.add(
                    need(
                            Urgency.OPEN,
                            unanswered == 1
                                    ? "1 comment on the policy has no answer"
                                    : unanswered + " comments on the policy have no answer",
                            CommentsController.ADDRESS));
        }
    }

    private void review(SignedIn who, Pack running, List<AtHome> items) {
        int open = reviews.open(who.schoolId()).size();
        if (open > 0) {
            items.add(
                    need(
                            Urgency.OPEN,
                            open == 1
                                    ? "1 review of the policy is open"
                                    : open + " reviews of the policy are open",
                            ReviewsController.ADDRESS));
        } else {
            due(running, items);
        }
        if (who.can(Capability.EDIT_POLICY) && law.newer(running).isPresent()) {
            items.add(
                    need(
                            Urgency.OPEN,
                            "The law or national guidance has changed since the policy’s edition",
                            LawController.ADDRESS));
        }
    }

    private void due(Pack running, List<AtHome> items) {
        var today = SchoolTime.day(clock.instant());
        EditionName.reviewBy(running)
                .filter(by -> !today.isBefore(EditionName.reviewFrom(running, by)))
                .ifPresent(by ->
                        items.add(
                                need(
                                        today.isAfter(by) ? Urgency.OVERDUE : Urgency.OPEN,
                                        "The policy’s review was set for "
                                                + EditionName.words(running.nextReview()),
                                        ReviewsController.ADDRESS)));
    }

    private static AtHome need(Urgency urgency, String title, String href) {
        return new AtHome.Need(urgency, title, href, "");
    }
}
