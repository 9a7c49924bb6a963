// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Capability;
import school.lanyard.mail.Outbox;
import school.lanyard.people.AccessChange;
import school.lanyard.people.AccessRequest;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.policy.Editions;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// The posts of the policy, and the requests that wait for a second person.
@Controller
public final class PostsController {

    private final Posts posts;
    private final People people;
    private final AccessRequests requests;
    private final Editions editions;
    private final Outbox outbox;

    PostsController(
            Posts posts, People people, AccessRequests requests, Editions editions, Outbox outbox) {
        this.posts = posts;
        this.people = people;
        this.requests = requests;
        this.editions = editions;
        this.outbox = outbox;
    }

    /// One post and the names of its holders.
    public record Line(String role, List<String> holders, boolean vacant) {}

    /// All posts, and what is wrong with them.
    public record PostsPage(List<Line> posts, int approvers, Outbox.Standing mail) {}

    /// A request as shown: what would change, for whom, at which address, asked by whom and when.
    public record Asked(
            String id,
            String what,
            String whom,
            String address,
            String by,
            String at,
            boolean mine) {}

    public record RequestsPage(List<Asked> asked) {}

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.APPROVE_ACCESS})
    @GetMapping("/posts")
    ModelAndView posts(SignedIn who) {
        var names = people.directory(who.schoolId());
        var all = posts.all(who.schoolId());
        var lines =
                all.stream()
                        .map(post ->
                                new Line(
                                        post.role().label(),
                                        post.holders().stream()
                                                .map(each -> names.name(each.person()))
                                                .toList(),
                                        post.vacant()))
                        .toList();
        var approvers =
                all.stream()
                        .filter(post -> post.role().can(Capability.APPROVE_ACCESS))
                        .flatMap(post -> post.holders().stream())
                        .map(each -> each.person())
                        .distinct()
                        .filter(each -> requests.canSignIn(who.schoolId(), each))
                        .count();
        return Pages.of(
                "people/posts",
                new PostsPage(lines, (int) approvers, outbox.standing(who.schoolId())));
    }

    @MayCall(Caller.APPROVE_ACCESS)
    @GetMapping("/access-requests")
    ModelAndView list(SignedIn who) {
        return Pages.of(
                "people/requests",
                new RequestsPage(
                        requests.waiting(who.schoolId()).stream()
                                .map(each -> asked(who, each))
                                .toList()));
    }

    @MayCall(Caller.APPROVE_ACCESS)
    @PostMapping("/access-requests/{id}/decision")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam String decision,
            SignedIn who,
            RedirectAttributes flash) {
        if (requests.find(who.schoolId(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var granted = decision.equals("grant");
        if (!granted && !decision.equals("refuse")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var notice =
                switch (requests.decide(who, id, granted)) {
                    case Outcome.Refused(var reason) -> "Not done. " + reason;
                    case Outcome.Done _, Outcome.Waits _ ->
                            granted ? "Granted. It has taken effect." : "Refused.";
                };
        return Pages.to("/access-requests", notice, flash);
    }

    private Asked asked(SignedIn who, AccessRequest request) {
        var names = people.directory(who.schoolId());
        return new Asked(
                request.id(),
                what(who, request.change()),
                names.name(request.person()),
                switch (request.change()) {
                    case AccessChange.Appoint(_, _, _, var address) ->
                            address == null ? "No account yet" : address;
                    case AccessChange.Invite(var address) -> address;
                    case AccessChange.EndAppointment _,
                            AccessChange.ClearSecondFactor _,
                            AccessChange.CloseAccount _ ->
                            "–";
                },
                names.name(request.askedBy()),
                Times.day(request.askedAt()),
                AccessRequests.mayDecide(who, request));
    }

    private String what(SignedIn who, AccessChange change) {
        return switch (change) {
            case AccessChange.Appoint(var role, var from, var to, _) ->
                    "Appoint as "
                            + label(who, role)
                            + " from "
                            + Times.day(from)
                            + (to == null ? "" : " to " + Times.day(to));
            case AccessChange.EndAppointment(_, var role, var last) ->
                    "End as " + label(who, role) + " on " + Times.day(last);
            case AccessChange.Invite _ -> "Invite, with a new password and a new second factor";
            case AccessChange.ClearSecondFactor _ -> "Set up a new second factor";
            case AccessChange.CloseAccount _ -> "Close the account";
        };
    }

    private String label(SignedIn who, String key) {
        var role = editions.running(who.schoolId()).pack().roles().get(key);
        return role == null ? key : role.label();
    }
}
