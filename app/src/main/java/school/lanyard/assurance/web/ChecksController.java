// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.assurance.Checked;
import school.lanyard.assurance.Checks;
import school.lanyard.ledger.Actor;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;
import school.lanyard.web.Tone;

/// What the program found when it last checked itself, and having it do so now.
@Controller
public class ChecksController {

    static final String ADDRESS = "/assurance/checks";

    /// One control.
    public record Shown(String says, String state, Tone tone, String found, String when) {}

    /// Every control.
    public record ChecksPage(List<Shown> controls, boolean mayCheck, boolean seesAll) {}

    private final Checks checks;
    private final InstantSource clock;

    ChecksController(Checks checks, InstantSource clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    @MayCall({
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY,
        Caller.ADMINISTER
    })
    ModelAndView checks(SignedIn me) {
        return Pages.of(
                "assurance/checks",
                new ChecksPage(
                        checks.newest(me.schoolId(), clock.instant()).stream()
                                .map(ChecksController::shown)
                                .toList(),
                        Audience.mayCheck(me),
                        Audience.seesAll(me)));
    }

    private static Shown shown(Checked each) {
        var at = each.at();
        return new Shown(
                each.control().says(),
                at == null ? "Not checked" : each.passed() ? "Passed" : "Failed",
                at == null ? Tone.GREY : each.passed() ? Tone.GREEN : Tone.RED,
                each.found(),
                at == null ? "–" : Times.dayAndTime(at));
    }

    @PostMapping(ADDRESS)
    @MayCall({Caller.EDIT_POLICY, Caller.APPROVE_POLICY, Caller.ADMINISTER})
    ModelAndView make(SignedIn me, RedirectAttributes flash) {
        var failed =
                checks.make(me.schoolId(), Actor.person(me.personId())).stream()
                        .filter(each -> !each.finding().passed())
                        .count();
        return Pages.to(
                ADDRESS,
                failed == 0
                        ? "Everything was checked, and everything passed"
                        : "Everything was checked. "
                                + (failed == 1 ? "1 check failed" : failed + " checks failed"),
                flash);
    }
}
