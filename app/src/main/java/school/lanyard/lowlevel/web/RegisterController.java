// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lowlevel.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.Lengths;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.lowlevel.Register;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// The register as whoever may read it sees it. What somebody may not read leaves no gap.
@Controller
public class RegisterController {

    /// The key, in a pack that has it, of how long the register keeps a concern.
    private static final String KEPT = "low-level-retention";

    private final Register register;
    private final Editions editions;
    private final People people;
    private final InstantSource clock;

    RegisterController(Register register, Editions editions, People people, InstantSource clock) {
        this.register = register;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    /// The register, adult by adult.
    ///
    /// @param kept how long, as the pack words it; empty where it says nothing
    public record RegisterPage(List<AdultShown> adults, String kept) {}

    /// One adult and their history.
    ///
    /// @param pattern what the history shows; empty where it shows nothing yet
    public record AdultShown(String name, String pattern, List<LineShown> lines) {}

    public record LineShown(String reference, String received, String what, String state) {}

    @MayCall(Caller.HANDLE_CASES)
    @GetMapping("/low-level")
    ModelAndView register(SignedIn me) {
        var now = clock.instant();
        var viewer = me.viewer(SchoolTime.day(now));
        var pack = editions.running(me.schoolId()).pack();
        var directory = people.directory(me.schoolId());
        return Pages.of(
                "lowlevel/register",
                new RegisterPage(
                        register.read(viewer, pack, now).stream()
                                .map(adult -> shown(adult, directory))
                                .toList(),
                        Optional.ofNullable(pack.intervals().get(KEPT))
                                .map(each -> each.label() + ": " + Lengths.words(each.length()))
                                .orElse("")));
    }

    private static AdultShown shown(Register.Adult adult, Directory directory) {
        var person = adult.person();
        return new AdultShown(
                person == null ? adult.named() : directory.name(person),
                adult.recent() < 2
                        ? ""
                        : "%d concerns within a year, from %d people. Look at them together."
                                .formatted(adult.recent(), adult.reporters()),
                adult.lines().stream().map(RegisterController::shown).toList());
    }

    private static LineShown shown(Register.Line line) {
        return new LineShown(
                line.reference(),
                Times.day(line.receivedAt()),
                line.what(),
                switch (line.state()) {
                    case WAITS -> "Nobody has decided yet";
                    case KEPT -> "Kept as low-level";
                    case RAISED -> "Raised: it is part of an incident";
                });
    }
}
