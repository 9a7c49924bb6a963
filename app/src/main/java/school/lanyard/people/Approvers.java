// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Role;
import school.lanyard.database.Tx;

/// Who can be the second person. Somebody who holds the post but whose account is closed, or was
/// never set up, cannot.
record Approvers(Posts posts, Accounts accounts) {

    Set<String> today(Tx tx) {
        return thatCanSignIn(tx, posts.today(), Approvers::approves, _ -> true);
    }

    /// Whether anybody could still approve once somebody's account is closed.
    boolean anyWithout(Tx tx, String person) {
        return today(tx).stream().anyMatch(each -> !each.equals(person));
    }

    /// Whether anybody could approve on the day after an appointment's last day.
    boolean anyAfter(Tx tx, Appointment appointment, LocalDate lastDay) {
        var next = lastDay.plusDays(1);
        var day = next.isBefore(posts.today()) ? posts.today() : next;
        return !thatCanSignIn(
                        tx, day, Approvers::approves, each -> !each.id().equals(appointment.id()))
                .isEmpty();
    }

    /// Everybody who may read cases or approve access today.
    Set<String> team(Tx tx) {
        return thatCanSignIn(tx, posts.today(), Guarded::opensCases, _ -> true);
    }

    /// Everybody who holds a post today that lets them do something.
    Set<String> whoCan(Tx tx, Capability capability) {
        return thatCanSignIn(tx, posts.today(), role -> role.can(capability), _ -> true);
    }

    private Set<String> thatCanSignIn(
            Tx tx, LocalDate day, Predicate<Role> sort, Predicate<Appointment> which) {
        return posts.on(tx, day, sort).stream()
                .filter(which)
                .map(Appointment::person)
                .distinct()
                .filter(each -> accounts.state(tx, each) instanceof AccountState.Open)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean approves(Role role) {
        return role.can(Capability.APPROVE_ACCESS);
    }
}
