// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Concerns;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.openreporting.Taps;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.web.Moment;
import school.lanyard.web.Pages;

/// What a child pressed, for whoever may read the concern that it became.
@Controller
public class TapsController {

    private final Concerns concerns;
    private final Taps taps;
    private final People people;
    private final InstantSource clock;

    TapsController(Concerns concerns, Taps taps, People people, InstantSource clock) {
        this.concerns = concerns;
        this.taps = taps;
        this.people = people;
        this.clock = clock;
    }

    public record TapsPage(String reference, List<Moment> moments, boolean takenBack) {}

    @MayCall(Caller.HANDLE_CASES)
    @GetMapping(MessagesController.CONCERN + "/taps")
    ModelAndView taps(SignedIn me, @PathVariable String reference) {
        var now = clock.instant();
        var viewer = me.viewer(SchoolTime.day(now));
        var history =
                concerns.open(viewer, reference, now)
                        .flatMap(concern -> taps.of(viewer, concern.id()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Pages.of(
                "openreporting/taps",
                new TapsPage(
                        reference,
                        moments(history, people.directory(me.schoolId())),
                        history.takenBackAt() != null));
    }

    private static List<Moment> moments(Taps.History history, Directory directory) {
        var moments = new ArrayList<Moment>();
        for (var press : history.presses()) {
            moments.add(
                    Moment.of(
                            press.at(),
                            "“" + press.picture().words() + "”",
                            press.grownUp().isEmpty()
                                    ? "any grown-up"
                                    : "asked for " + press.grownUp()));
        }
        for (var called : history.called()) {
            if (called.goneAt() != null) {
                moments.add(
                        Moment.of(
                                called.goneAt(),
                                "Said that they went to the child",
                                directory.name(called.person())));
            }
        }
        if (history.takenBackAt() != null) {
            moments.add(
                    Moment.of(
                                    history.takenBackAt(),
                                    "“It was a mistake” was pressed on the same tablet",
                                    null)
                            .emphasised());
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }
}
