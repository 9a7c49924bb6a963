// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Role;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;
import school.lanyard.web.Times;

/// A clause that says who holds a post is kept while somebody holds it.
@Component
class RoleEvidence implements EvidenceSource {

    private final Appointments appointments;

    RoleEvidence(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String prefix() {
        return "role";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var byRole =
                appointments.begunBy(asked.school(), asked.day()).stream()
                        .collect(groupingBy(Appointment::role));
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            var key = EvidenceSource.rest(mechanism);
            var role = asked.pack().roles().get(key);
            if (role != null) {
                var held = byRole.getOrDefault(key, List.of());
                showings.put(mechanism, showing(mechanism, role, held, asked.day()));
            }
        }
        return showings;
    }

    private static Showing showing(
            String mechanism, Role role, List<Appointment> ever, LocalDate day) {
        var now = ever.stream().filter(each -> each.holdsOn(day)).toList();
        if (!now.isEmpty()) {
            return Showing.of(mechanism, held(role, now));
        }
        return ever.stream()
                .map(Appointment::to)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(last -> Showing.of(mechanism, vacant(role, last.plusDays(1))))
                .orElseGet(() ->
                        Showing.nothing(
                                mechanism,
                                "Nobody has been appointed yet as " + role.label() + "."));
    }

    private static Evidence held(Role role, List<Appointment> now) {
        var since =
                now.stream().map(Appointment::from).min(Comparator.naturalOrder()).orElseThrow();
        return now.size() > 1 && role.single()
                ? seen(
                        since,
                        false,
                        role,
                        "is for one person, and %d hold it".formatted(now.size()))
                : seen(since, true, role, people(now.size()) + " since " + Times.day(since));
    }

    private static String people(int count) {
        return count == 1 ? "is held by 1 person" : "is held by " + count + " people";
    }

    private static Evidence vacant(Role role, LocalDate since) {
        return seen(since, false, role, "has been vacant since " + Times.day(since));
    }

    private static Evidence seen(LocalDate since, boolean good, Role role, String what) {
        return Evidence.seen(
                since.atStartOfDay(SchoolTime.ZONE).toInstant(),
                good,
                "The post of %s %s.".formatted(role.label(), what));
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var role = asked.pack().roles().get(EvidenceSource.rest(mechanism));
        return Keeper.at(
                "Post: " + (role == null ? EvidenceSource.rest(mechanism) : role.label()),
                "/posts",
                Caller.ADMINISTER,
                Caller.APPOINT_PEOPLE,
                Caller.APPROVE_ACCESS);
    }

    /// Every time that the post was filled, without saying with whom.
    @Override
    public List<Evidence> history(Asked asked, String mechanism) {
        var role = asked.pack().roles().get(EvidenceSource.rest(mechanism));
        return role == null
                ? List.of()
                : appointments.begunBy(asked.school(), asked.day()).stream()
                        .filter(each -> each.role().equals(role.key()))
                        .sorted(Comparator.comparing(Appointment::from).reversed())
                        .map(each -> seen(each.from(), true, role, filled(each, asked.day())))
                        .toList();
    }

    private static String filled(Appointment each, LocalDate day) {
        var to = each.to();
        var from = "was filled on " + Times.day(each.from());
        return to == null || !to.isBefore(day) ? from : from + ", until " + Times.day(to);
    }
}
