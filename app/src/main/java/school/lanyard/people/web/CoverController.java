// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Guarded;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.Post;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Somebody who stands in for the absent holder of a post, from a day to a day.
@Controller
public final class CoverController {

    private static final String PATH = "/posts/{role:[a-z0-9-]{1,60}}/cover";
    private static final String WAITS = "Asked. It takes effect once a second person agrees.";

    private final Posts posts;
    private final People people;
    private final AccessRequests requests;
    private final InstantSource clock;

    CoverController(Posts posts, People people, AccessRequests requests, InstantSource clock) {
        this.posts = posts;
        this.people = people;
        this.requests = requests;
        this.clock = clock;
    }

    /// Whom to cover for, and who could.
    ///
    /// @param guarded whether it waits for a second person
    public record CoverPage(
            Form form,
            String key,
            String role,
            boolean guarded,
            List<Choice> absent,
            List<Choice> people) {}

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.APPROVE_ACCESS})
    @GetMapping(PATH)
    ModelAndView cover(@PathVariable String role, SignedIn who) {
        var page = page(who, role, Form.blank().with("from", SchoolDay.today(clock)));
        var absent = page.absent();
        return Pages.form(
                "people/cover",
                absent.size() == 1
                        ? page(who, role, page.form().with("absent", absent.getFirst().value()))
                        : page);
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.APPROVE_ACCESS})
    @PostMapping(PATH)
    ModelAndView arrange(
            @PathVariable String role,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(who, role, form);
        var absent = form.chosen("absent", page.absent(), "Choose who is away");
        var person = form.chosen("person", page.people(), "Choose who stands in");
        var from = form.date("from", "First day");
        var to = form.date("to", "Last day");
        if (form.refused() || from == null || to == null) {
            return Pages.refused("people/cover", page);
        }
        return switch (requests.cover(who, person, absent, from, to)) {
            case Outcome.Done _ -> Pages.to("/posts", "Cover is arranged.", flash);
            case Outcome.Waits _ -> Pages.to("/posts", WAITS, flash);
            case Outcome.Refused(var reason) -> {
                form.reject("person", reason);
                yield Pages.refused("people/cover", page);
            }
        };
    }

    private CoverPage page(SignedIn who, String key, Form form) {
        var post =
                posts.all(who.schoolId()).stream()
                        .filter(each -> each.role().key().equals(key))
                        .filter(each -> Guarded.entrusts(each.role()))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new CoverPage(
                form,
                key,
                post.role().label(),
                Guarded.takesSecondPerson(post.role()),
                absent(who, post),
                candidates(who, post));
    }

    private List<Choice> absent(SignedIn who, Post post) {
        var names = people.directory(who.schoolId());
        return post.holders().stream()
                .filter(held -> held.covers() == null)
                .map(held -> Choice.of(held.id(), names.name(held.person())))
                .toList();
    }

    private List<Choice> candidates(SignedIn who, Post post) {
        var day = SchoolDay.today(clock);
        return people.directory(who.schoolId()).everybody().stream()
                .filter(each ->
                        each.groupsOn(day).stream().anyMatch(post.role().groups()::contains))
                .filter(each ->
                        post.holders().stream().noneMatch(held -> held.person().equals(each.id())))
                .map(each -> Choice.of(each.id(), each.name()))
                .toList();
    }
}
