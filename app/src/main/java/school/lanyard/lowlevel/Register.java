// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lowlevel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.notices.Notice;
import school.lanyard.notices.Notices;

/// Low-level concerns about adults, gathered by whom they are about, so that a pattern shows before
/// it becomes an allegation. Each one is a concern that passed the one door by itself: nobody sees
/// one that is about them or their family, nor that it is missing.
@Service
public final class Register {

    /// The ledger's word for looking at it.
    static final String READ = "low-level.read";

    /// What became of a concern.
    public enum State {
        WAITS,
        KEPT,
        RAISED
    }

    public record Line(String reference, Instant receivedAt, String what, State state) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /// One adult's history.
    ///
    /// @param person absent where the name that was typed is nobody's on the roster
    /// @param named the name as it was typed
    /// @param recent how many concerns within the last year
    /// @param reporters by how many people those were shared
    public record Adult(
            @Nullable String person, String named, int recent, int reporters, List<Line> lines) {

        public Adult {
            lines = List.copyOf(lines);
        }
    }

    private final Notices notices;
    private final Concerns concerns;
    private final Ledger ledger;

    Register(Notices notices, Concerns concerns, Ledger ledger) {
        this.notices = notices;
        this.concerns = concerns;
        this.ledger = ledger;
    }

    /// The register as far as the viewer may read it; the read is entered first, with every concern
    /// that is shown.
    public List<Adult> read(Viewer viewer, Pack pack, Instant at) {
        var kinds =
                pack.kinds().values().stream()
                        .filter(ReportKind::register)
                        .map(ReportKind::key)
                        .toList();
        var ids = notices.ofKinds(viewer, kinds).stream().map(Notice::concern).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        ledger.enterRead(viewer.school(), at, Actor.person(viewer.person()), READ, ids);
        return adults(concerns.openAll(viewer, ids), SchoolTime.day(at).minusYears(1));
    }

    private static List<Adult> adults(List<Concerns.Opened> opened, LocalDate since) {
        var by = new LinkedHashMap<String, Gathered>();
        for (var concern : opened) {
            var people = concern.report().people();
            if (people.isEmpty()) {
                by.computeIfAbsent("", _ -> new Gathered(null, "Nobody named")).add(concern);
            }
            for (var named : people) {
                by.computeIfAbsent(key(named), _ -> new Gathered(named.person(), named.name()))
                        .add(concern);
            }
        }
        return by.values().stream()
                .map(each -> each.adult(since))
                .sorted(Comparator.comparingInt(Adult::recent).reversed())
                .toList();
    }

    private static String key(Report.Named named) {
        return named.person() == null
                ? "typed:" + named.name().toLowerCase(java.util.Locale.UK)
                : named.person();
    }

    private record Gathered(
            @Nullable String person, String named, Map<String, Concerns.Opened> concerns) {

        Gathered(@Nullable String person, String named) {
            this(person, named, new LinkedHashMap<>());
        }

        void add(Concerns.Opened concern) {
            concerns.put(concern.id(), concern);
        }

        Adult adult(LocalDate since) {
            var recent =
                    concerns.values().stream()
                            .filter(each -> !each.report().happenedOn().isBefore(since))
                            .toList();
            var lines = new ArrayList<Line>();
            concerns.values().forEach(each -> lines.add(line(each)));
            return new Adult(
                    person,
                    named,
                    recent.size(),
                    (int) recent.stream().map(Concerns.Opened::reporter).distinct().count(),
                    lines.reversed());
        }

        private static Line line(Concerns.Opened concern) {
            return new Line(
                    concern.reference(),
                    concern.report().writtenAt(),
                    concern.report().what(),
                    concern.inIncident()
                            ? State.RAISED
                            : concern.concern().answered() == null ? State.WAITS : State.KEPT);
        }
    }
}
