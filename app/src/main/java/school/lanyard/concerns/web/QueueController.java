// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Queue;
import school.lanyard.core.pack.Capability;
import school.lanyard.people.Directory;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;

/// What waits for a handler: concerns to triage, and open incidents by what is due first.
@Controller
public class QueueController {

    /// What waits for the viewer.
    ///
    /// @param now the moment that ages and clocks are counted from What waits for a handler.
    ///
    /// @param emergencies whether the viewer may open a case that is not sent to them
    public record QueuePage(
            List<WaitingConcern> waiting,
            List<ListedIncident> open,
            Instant now,
            boolean emergencies) {}

    /// A concern that waits.
    ///
    /// @param kind how it came and what it is, in words; empty for what a colleague wrote of no
    ///   kind
    public record WaitingConcern(
            String reference,
            Instant receivedAt,
            boolean atRiskNow,
            String people,
            String kind,
            TriageClock clock) {}

    public record ClosedPage(
            List<ListedIncident> closed,
            Paging closedPages,
            List<AnsweredConcern> answered,
            Paging answeredPages) {}

    public record AnsweredConcern(
            String reference, Instant receivedAt, Instant answeredAt, String people) {}

    private static final String CLOSED = "/incidents/closed";
    private static final String ANSWERED = "answered";

    private final Queue queue;
    private final Desk desk;
    private final Listing listing;

    QueueController(Queue queue, Desk desk, Listing listing) {
        this.queue = queue;
        this.desk = desk;
        this.listing = listing;
    }

    @GetMapping("/incidents")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView queue(SignedIn me) {
        var now = desk.now();
        var waiting = queue.of(desk.viewer(me), now);
        var directory = desk.directory(me);
        return Pages.of(
                "concerns/queue",
                new QueuePage(
                        waiting.concerns().stream()
                                .map(concern ->
                                        new WaitingConcern(
                                                concern.row().reference(),
                                                concern.row().receivedAt(),
                                                concern.row().atRiskNow(),
                                                names(concern.people(), directory),
                                                listing.kind(me, concern.row()),
                                                listing.clock(me, concern.row(), now)))
                                .toList(),
                        listing.of(me, waiting.incidents(), directory),
                        now,
                        me.can(Capability.BREAK_GLASS)));
    }

    /// Two lists, of which one is leafed through at a time.
    @GetMapping(CLOSED)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView closed(
            SignedIn me,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String page) {
        var answered = list.equals(ANSWERED);
        var asked = Paging.asked(page);
        var settled =
                queue.settled(
                        desk.viewer(me), answered ? asked : 1, answered ? 1 : asked, desk.now());
        var directory = desk.directory(me);
        return Pages.of(
                "concerns/closed",
                new ClosedPage(
                        listing.of(me, settled.incidents(), directory),
                        Paging.of(answered ? 1 : asked, settled.allIncidents(), Queue.PAGE, CLOSED),
                        settled.concerns().stream()
                                .map(concern ->
                                        new AnsweredConcern(
                                                concern.row().reference(),
                                                concern.row().receivedAt(),
                                                concern.answeredAt(),
                                                names(concern.people(), directory)))
                                .toList(),
                        Paging.of(
                                answered ? asked : 1,
                                settled.allConcerns(),
                                Queue.PAGE,
                                CLOSED + "?list=" + ANSWERED)));
    }

    static String names(List<String> people, Directory directory) {
        return people.isEmpty()
                ? "No person linked yet"
                : people.stream().map(directory::name).sorted().collect(Collectors.joining(", "));
    }
}
