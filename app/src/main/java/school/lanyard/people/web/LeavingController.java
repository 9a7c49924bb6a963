// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.time.InstantSource;
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
import school.lanyard.people.Known;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.SchoolDay;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Recording by hand that somebody leaves, with everything that they could get into.
@Controller
public class LeavingController {

    private static final String WAITS =
            "This needs a second person. Those who may decide it have been told.";

    public record LeavingPage(Form form, String id, String name) {}

    private final People people;
    private final AccessRequests requests;
    private final InstantSource clock;

    LeavingController(People people, AccessRequests requests, InstantSource clock) {
        this.people = people;
        this.requests = requests;
        this.clock = clock;
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/people/{id}/leaving")
    ModelAndView form(@PathVariable String id, SignedIn who) {
        var known = known(who, id);
        return Pages.form(
                "people/leaving",
                new LeavingPage(
                        Form.blank().with("last", SchoolDay.today(clock)), id, known.name()));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/people/{id}/leaving")
    ModelAndView leave(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var known = known(who, id);
        var form = Form.of(typed);
        var last = form.date("last", "Last day");
        if (!form.refused() && last != null) {
            switch (requests.leave(who, id, last)) {
                case Outcome.Refused(var why) -> form.reject("last", why);
                case Outcome.Waits _ -> {
                    return Pages.to("/people/" + id, WAITS, flash);
                }
                case Outcome.Done _ -> {
                    return Pages.to("/people/" + id, "Their last day is recorded.", flash);
                }
            }
        }
        return Pages.refused("people/leaving", new LeavingPage(form, id, known.name()));
    }

    private Known known(SignedIn who, String id) {
        return people.directory(who.schoolId())
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
