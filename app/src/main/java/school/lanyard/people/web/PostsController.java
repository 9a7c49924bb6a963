// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.core.pack.Pack;
import school.lanyard.mail.Outbox;
import school.lanyard.people.AccessChange;
import school.lanyard.people.AccessRequest;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Appointment;
import school.lanyard.people.Directory;
import school.lanyard.people.Guarded;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.Post;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.policy.Editions;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Times;

/// The posts of the policy, and the requests that wait for a second person.
@Controller
public final class PostsController {

    /// How many names a page has.
    private static final int PAGE = 50;

    private final Posts posts;
    private final People people;
    private final AccessRequests requests;
    private final Editions editions;
    private final Outbox outbox;
    private final InstantSource clock;

    PostsController(
            Posts posts,
            People people,
            AccessRequests requests,
            Editions editions,
            Outbox outbox,
            InstantSource clock) {
        this.posts = posts;
        this.people = people;
        this.requests = requests;
        this.editions = editions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// One post and the names of its holders.
    ///
    /// @param fill where somebody is put into it; absent where nobody can be, or not by this viewer
    /// @param cover where somebody is named who stands in for a holder; absent where nobody holds
    ///   it
    public record Line(
            String role,
            List<String> holders,
            boolean vacant,
            @Nullable Link fill,
            @Nullable Link cover) {}

    /// All posts, and what is wrong with them.
    ///
    /// @param mayFill whether there is anything that this viewer may do about it
    public record PostsPage(
            List<Line> posts, int approvers, Outbox.Standing mail, boolean mayFill) {}

    /// Somebody who could hold a post.
    public record Candidate(String id, String name, String groups, String holds) {}

    /// Whom to put into a post.
    ///
    /// @param groups whom the policy lets hold it
    /// @param guarded whether it waits for a second person
    public record FillPage(
            String key,
            String role,
            String groups,
            boolean guarded,
            List<Candidate> people,
            Paging paging) {}

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
        var mayFill = who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE);
        var lines =
                all.stream()
                        .map(post ->
                                new Line(
                                        post.role().label(),
                                        post.holders().stream()
                                                .map(each -> holder(post, each, names))
                                                .toList(),
                                        post.vacant(),
                                        mayFill ? fill(post) : null,
                                        cover(post)))
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
                new PostsPage(lines, (int) approvers, outbox.standing(who.schoolId()), mayFill));
    }

    private static String holder(Post post, Appointment held, Directory names) {
        var name = names.name(held.person());
        var to = held.to();
        if (held.covers() == null || to == null) {
            return name;
        }
        return post.holders().stream()
                .filter(each -> each.id().equals(held.covers()))
                .findFirst()
                .map(absent ->
                        name
                                + " (for "
                                + names.name(absent.person())
                                + " until "
                                + Times.day(to)
                                + ")")
                .orElseGet(() -> name + " (until " + Times.day(to) + ")");
    }

    private static @Nullable Link cover(Post post) {
        return Guarded.entrusts(post.role())
                        && post.holders().stream().anyMatch(each -> each.covers() == null)
                ? Link.to("/posts/" + post.role().key() + "/cover", "Arrange cover")
                : null;
    }

    private static @Nullable Link fill(Post post) {
        var address = "/posts/" + post.role().key() + "/holders/new";
        if (post.holders().isEmpty()) {
            return Link.to(address, "Fill this post");
        }
        return post.role().single() ? null : Link.to(address, "Appoint another");
    }

    /// Everybody of the groups that a post is for and who does not hold it, each leading to the
    /// form that appoints them.
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @GetMapping("/posts/{role:[a-z0-9-]{1,60}}/holders/new")
    ModelAndView fill(
            @PathVariable String role,
            @RequestParam(defaultValue = "1") String page,
            SignedIn who) {
        var all = posts.all(who.schoolId());
        var post =
                all.stream()
                        .filter(each -> each.role().key().equals(role))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = pack(who).vocabulary();
        var day = SchoolDay.today(clock);
        var people =
                this.people.directory(who.schoolId()).everybody().stream()
                        .filter(each ->
                                each.groupsOn(day).stream()
                                        .anyMatch(post.role().groups()::contains))
                        .filter(each -> !holds(post, each.id()))
                        .toList();
        var paging =
                Paging.of(
                        Paging.asked(page), people.size(), PAGE, "/posts/" + role + "/holders/new");
        return Pages.of(
                "people/fill",
                new FillPage(
                        role,
                        post.role().label(),
                        post.role().groups().stream()
                                .map(words::many)
                                .sorted()
                                .collect(Collectors.joining(" or ")),
                        Guarded.takesSecondPerson(post.role()),
                        paging.of(people, PAGE).stream()
                                .map(each ->
                                        new Candidate(
                                                each.id(),
                                                each.name(),
                                                each.groupsOn(day).stream()
                                                        .map(words::one)
                                                        .sorted()
                                                        .collect(Collectors.joining(", ")),
                                                all.stream()
                                                        .filter(other -> holds(other, each.id()))
                                                        .map(other -> other.role().label())
                                                        .collect(Collectors.joining(", "))))
                                .toList(),
                        paging));
    }

    private static boolean holds(Post post, String person) {
        return post.holders().stream().anyMatch(held -> held.person().equals(person));
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
                    case AccessChange.Appoint(_, _, _, var address, _) ->
                            address == null ? "No account yet" : address;
                    case AccessChange.Invite(var address) -> address;
                    case AccessChange.EndAppointment _,
                            AccessChange.ClearSecondFactor _,
                            AccessChange.CloseAccount _,
                            AccessChange.Leave _ ->
                            "–";
                },
                names.name(request.askedBy()),
                Times.day(request.askedAt()),
                AccessRequests.mayDecide(who, request));
    }

    private String what(SignedIn who, AccessChange change) {
        return switch (change) {
            case AccessChange.Appoint(var role, var from, var to, _, var covers) ->
                    (covers == null ? "Appoint as " : "Cover for the absent ")
                            + label(who, role)
                            + " from "
                            + Times.day(from)
                            + (to == null ? "" : " to " + Times.day(to));
            case AccessChange.EndAppointment(_, var role, var last) ->
                    "End as " + label(who, role) + " on " + Times.day(last);
            case AccessChange.Invite _ -> "Invite, with a new password and a new second factor";
            case AccessChange.ClearSecondFactor _ -> "Set up a new second factor";
            case AccessChange.CloseAccount _ -> "Close the account";
            case AccessChange.Leave(var last) ->
                    "Leave the school, last day "
                            + Times.day(last)
                            + ": every role and the account end";
        };
    }

    private String label(SignedIn who, String key) {
        var role = pack(who).roles().get(key);
        return role == null ? key : role.label();
    }

    private Pack pack(SignedIn who) {
        return editions.running(who.schoolId()).pack();
    }
}
