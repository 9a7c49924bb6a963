// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.notices.Notice;
import school.lanyard.notices.Notices;
import school.lanyard.policy.Editions;
import school.lanyard.web.Times;

/// For handlers: notices on which a clock runs, each with what it waits for.
@Component
@Order(110)
class NoticesAtHome implements HomeSource {

    private final Notices notices;
    private final Editions editions;
    private final InstantSource clock;

    NoticesAtHome(Notices notices, Editions editions, InstantSource clock) {
        this.notices = notices;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.HANDLE_CASES)) {
            return List.of();
        }
        var now = clock.instant();
        var kinds = editions.running(who.schoolId()).pack().kinds();
        var viewer = who.viewer(SchoolTime.day(now));
        return notices.waiting(viewer).stream()
                .map(notice ->
                        need(
                                notice,
                                Optional.ofNullable(kinds.get(notice.kind()))
                                        .map(ReportKind::label)
                                        .orElse(notice.kind()),
                                now))
                .toList();
    }

    private static AtHome need(Notice notice, String label, Instant now) {
        var due = java.util.Objects.requireNonNull(notice.due());
        var late = now.isAfter(due);
        return new AtHome.Need(
                late ? AtHome.Urgency.OVERDUE : AtHome.Urgency.WAITING,
                label,
                "/concerns/" + notice.reference() + "/notice",
                (notice.waitsForAcknowledgement() ? "Say that you have it" : "Decide")
                        + (late ? ". It was due " : " by ")
                        + Times.dayAndTime(due)
                        + ".");
    }
}
