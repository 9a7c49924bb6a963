// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

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
import school.lanyard.core.comparison.Comparison;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.EditionRequests;
import school.lanyard.policy.Editions;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// Editions that change who reads cases, which a second person decides about (ADR 31).
@Controller
public final class EditionRequestsController {

    static final String ADDRESS = "/policy/requests";

    private final EditionRequests requests;
    private final Editions editions;
    private final Colleagues colleagues;

    EditionRequestsController(EditionRequests requests, Editions editions, Colleagues colleagues) {
        this.requests = requests;
        this.editions = editions;
        this.colleagues = colleagues;
    }

    /// One edition that waits.
    ///
    /// @param parts what changes, of posts and of who takes a concern
    /// @param mine whether the reader may decide it
    public record Line(
            String id,
            String name,
            String from,
            String by,
            List<Comparison.Part> parts,
            boolean mine) {}

    public record RequestsPage(List<Line> waiting) {}

    @MayCall(Caller.APPROVE_ACCESS)
    @GetMapping(ADDRESS)
    ModelAndView list(SignedIn who) {
        var running = editions.running(who.schoolId()).pack();
        return Pages.of(
                "policy/requests",
                new RequestsPage(
                        requests.waiting(who.schoolId()).stream()
                                .map(each ->
                                        new Line(
                                                each.id(),
                                                EditionName.words(each.pack().edition()),
                                                Times.day(each.inForceOn()),
                                                colleagues.name(who.schoolId(), each.askedBy()),
                                                Comparison.ofReaders(running, each.pack()).parts(),
                                                !each.askedBy().equals(who.personId())))
                                .toList()));
    }

    @MayCall(Caller.APPROVE_ACCESS)
    @PostMapping(ADDRESS + "/{id:[0-9a-f-]{36}}/decision")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            SignedIn who,
            RedirectAttributes flash) {
        var granted = decision.equals("grant");
        if (!granted && !decision.equals("refuse")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Pages.to(
                ADDRESS,
                requests.decide(who.schoolId(), who.personId(), id, granted)
                        .map(why -> "Not done. " + why)
                        .orElse(granted ? "Granted. The edition is published." : "Refused."),
                flash);
    }
}
