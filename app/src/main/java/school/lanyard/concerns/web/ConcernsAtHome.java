// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.DraftClearing;
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Queue;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.policy.Editions;
import school.lanyard.web.Times;

/// For everybody: a button to report, and what they reported. For handlers: what waits for them.
@Component
@Order(100)
class ConcernsAtHome implements HomeSource {

    private static final String QUEUE = "/incidents";
    private static final int RECENT = 5;

    private final Concerns concerns;
    private final Drafts drafts;
    private final Queue queue;
    private final Incidents incidents;
    private final Editions editions;
    private final InstantSource clock;

    ConcernsAtHome(
            Concerns concerns,
            Drafts drafts,
            Queue queue,
            Incidents incidents,
            Editions editions,
            InstantSource clock) {
        this.concerns = concerns;
        this.drafts = drafts;
        this.queue = queue;
        this.incidents = incidents;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var now = clock.instant();
        var viewer = new Viewer(who.schoolId(), who.personId(), SchoolTime.day(now));
        var items = new ArrayList<AtHome>();
        if (who.isAny(Caller.STAFF, Caller.REPORT_CONCERNS)) {
            items.addAll(reporting(viewer));
        }
        if (who.isAny(Caller.HANDLE_CASES)) {
            items.addAll(handling(viewer, now));
            items.addAll(SafetyPlansAtHome.items(incidents, viewer));
        }
        return items;
    }

    private List<AtHome> reporting(Viewer viewer) {
        var items = new ArrayList<AtHome>();
        items.add(new AtHome.Start("/concerns/new", "Report a concern"));
        SentPage.unsent(drafts.of(viewer), kept(viewer)).stream()
                .map(AtHome.Begun::new)
                .forEach(items::add);
        concerns.sentBy(viewer).stream()
                .limit(RECENT)
                .map(SentPage::row)
                .map(AtHome.Sent::new)
                .forEach(items::add);
        return items;
    }

    private @Nullable TemporalAmount kept(Viewer viewer) {
        return DraftClearing.kept(editions.running(viewer.school()).pack()).orElse(null);
    }

    private List<AtHome> handling(Viewer viewer, Instant now) {
        var size = queue.size(viewer, now);
        var calm = size.concerns() - size.atRisk();
        var quiet = size.incidents() - size.overdue();
        var items = new ArrayList<AtHome>();
        if (size.atRisk() > 0) {
            items.add(
                    need(
                            Urgency.NOW,
                            count(size.atRisk(), "new concern says", "new concerns say")
                                    + " somebody is at risk now",
                            "Open it first. In an emergency, call 999."));
        }
        if (size.overdue() > 0) {
            items.add(
                    need(
                            Urgency.OVERDUE,
                            count(size.overdue(), "incident has", "incidents have")
                                    + " something overdue",
                            ""));
        }
        if (calm > 0) {
            items.add(
                    need(
                            Urgency.WAITING,
                            count(calm, "new concern waits", "new concerns wait") + " for you",
                            "Read it, and say what becomes of it."));
        }
        if (quiet > 0) {
            items.add(
                    need(
                            Urgency.OPEN,
                            count(
                                            quiet,
                                            size.overdue() > 0 ? "more incident is" : "incident is",
                                            size.overdue() > 0
                                                    ? "more incidents are"
                                                    : "incidents are")
                                    + " open, nothing overdue",
                            Optional.ofNullable(size.nextDueAt())
                                    .map(at -> "Next due on " + Times.dayAndTime(at) + ".")
                                    .orElse("")));
        }
        return items;
    }

    private static AtHome.Need need(Urgency urgency, String title, String detail) {
        return new AtHome.Need(urgency, title, QUEUE, detail);
    }

    private static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
