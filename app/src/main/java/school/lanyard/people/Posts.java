// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.AppointmentRows;
import school.lanyard.people.store.PersonRows;
import school.lanyard.policy.Editions;

/// The posts of each school's policy: filling them, ending them, and what their holders may do.
@Service
public final class Posts {

    private final Appointments appointments;
    private final Editions editions;
    private final Ledger ledger;
    private final InstantSource clock;

    public Posts(Appointments appointments, Editions editions, Ledger ledger, InstantSource clock) {
        this.appointments = appointments;
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Every role of the running policy, in its order, with today's holders.
    public List<Post> all(String school) {
        var held = appointments.on(school, today());
        return editions.running(school).pack().roles().values().stream()
                .map(role ->
                        new Post(
                                role,
                                held.stream().filter(a -> a.role().equals(role.key())).toList()))
                .toList();
    }

    public List<Post> vacancies(String school) {
        return all(school).stream().filter(Post::vacant).toList();
    }

    /// What somebody's roles let them do today.
    public Set<Capability> capabilities(String school, String person) {
        return capabilities(
                editions.running(school).pack(), appointments.rolesOf(school, person, today()));
    }

    /// What roles let their holder do. A role that the running policy no longer has lets nobody do
    /// anything.
    public static Set<Capability> capabilities(Pack pack, Set<String> roles) {
        var found = EnumSet.noneOf(Capability.class);
        roles.forEach(key -> role(pack, key).ifPresent(role -> found.addAll(role.capabilities())));
        return found;
    }

    /// Every appointment of a day to a role of some sort, whether or not its holder can sign in.
    List<Appointment> on(Tx tx, LocalDate day, Predicate<Role> sort) {
        var pack = editions.running(tx).pack();
        return appointments.on(tx, day).stream()
                .filter(each -> role(pack, each.role()).filter(sort).isPresent())
                .toList();
    }

    /// Whether somebody holds, or is to hold, a role that opens the way to cases.
    public boolean opensCases(Tx tx, String person) {
        return holds(tx, person, Guarded::opensCases);
    }

    /// Whether somebody holds, or is to hold, a role that takes a second person.
    boolean takesSecondPerson(Tx tx, String person) {
        return holds(tx, person, Guarded::takesSecondPerson);
    }

    private boolean holds(Tx tx, String person, Predicate<Role> sort) {
        var pack = editions.running(tx).pack();
        return new AppointmentRows(tx.sql(), tx.school())
                .of(person).stream()
                        .filter(each -> each.to() == null || !each.to().isBefore(today()))
                        .anyMatch(each -> role(pack, each.role()).filter(sort).isPresent());
    }

    /// The role of the running policy by its key.
    public Optional<Role> role(Tx tx, String key) {
        return role(editions.running(tx).pack(), key);
    }

    /// Why somebody cannot be appointed; absent if they can.
    public Optional<String> refusal(
            Tx tx, String person, String roleKey, LocalDate from, @Nullable LocalDate to) {
        var role = role(tx, roleKey);
        var rows = new AppointmentRows(tx.sql(), tx.school());
        if (role.isEmpty()) {
            return Optional.of("The policy has no such role.");
        }
        var unfit = unfit(tx, person, role.get(), from, to);
        if (unfit.isPresent()) {
            return unfit;
        }
        if (role.get().single()
                && rows.in(roleKey).stream()
                        .filter(each -> each.covers() == null)
                        .anyMatch(each -> each.overlaps(from, to))) {
            return Optional.of(
                    "Somebody else holds this role at that time. End their appointment first.");
        }
        return Optional.empty();
    }

    /// Why somebody cannot stand in for the holder of a post; absent if they can.
    ///
    /// @param covered the holder's appointment
    public Optional<String> refusalToCover(
            Tx tx, String person, String covered, LocalDate from, @Nullable LocalDate to) {
        var held = new AppointmentRows(tx.sql(), tx.school()).find(covered);
        var role = held.flatMap(each -> role(tx, each.role()));
        if (held.isEmpty() || role.isEmpty() || held.get().covers() != null) {
            return Optional.of("Nobody holds that post for whom somebody could stand in.");
        }
        if (to == null) {
            return Optional.of("Cover needs a last day.");
        }
        if (held.get().person().equals(person)) {
            return Optional.of("Nobody stands in for themself.");
        }
        if (!held.get().overlaps(from, to)) {
            return Optional.of("They do not hold the post at that time.");
        }
        return unfit(tx, person, role.get(), from, to);
    }

    /// The role of an appointment that is there.
    String roleOf(Tx tx, String appointment) {
        return new AppointmentRows(tx.sql(), tx.school()).find(appointment).orElseThrow().role();
    }

    /// Why this person cannot hold a role at that time, whoever else does.
    private Optional<String> unfit(
            Tx tx, String person, Role role, LocalDate from, @Nullable LocalDate to) {
        var rows = new AppointmentRows(tx.sql(), tx.school());
        if (to != null && to.isBefore(from)) {
            return Optional.of("The last day is before the first day.");
        }
        if (from.isBefore(today())) {
            return Optional.of("The first day must be today or later.");
        }
        var groups = new PersonRows(tx.sql(), tx.school()).groupsOf(person, from);
        if (groups.stream().noneMatch(role.groups()::contains)) {
            return Optional.of("This role is not for somebody in the groups this person is in.");
        }
        var pack = editions.running(tx).pack();
        var meanwhile = rows.of(person).stream().filter(each -> each.overlaps(from, to)).toList();
        if (meanwhile.stream().anyMatch(each -> each.role().equals(role.key()))) {
            return Optional.of("They already hold this role at that time.");
        }
        if (meanwhile.stream()
                .map(each -> role(pack, each.role()))
                .flatMap(Optional::stream)
                .anyMatch(held -> mixes(held, role))) {
            return Optional.of(
                    "Nobody may run the system and also read cases or approve who does. End one"
                            + " role before giving the other.");
        }
        return mixes(role, role)
                ? Optional.of(
                        "The policy mixes running the system with reading cases in this role.")
                : Optional.empty();
    }

    /// Puts somebody into a post. Ask {@link #refusal} first, and {@link AccessRequests} whether it
    /// takes a second person.
    ///
    /// @param how the last word of the ledger's action, such as `made` or `made-at-set-up`
    public String make(
            Tx tx,
            Actor by,
            String person,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            String how) {
        return make(tx, by, person, role, from, to, null, how);
    }

    /// The same, where they may stand in for somebody.
    ///
    /// @param covers the appointment of whoever is absent
    String make(
            Tx tx,
            Actor by,
            String person,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String covers,
            String how) {
        var made = new Appointment(UUID.randomUUID().toString(), person, role, from, to, covers);
        new AppointmentRows(tx.sql(), tx.school()).insert(made, by.id(), clock.instant());
        ledger.enter(tx, Note.of(clock.instant(), by, "appointment." + how, person, made.id()));
        return made.id();
    }

    /// Ends an appointment on its last day.
    public void end(Tx tx, Actor by, Appointment appointment, LocalDate lastDay) {
        new AppointmentRows(tx.sql(), tx.school())
                .end(appointment.id(), lastDay, by.id(), clock.instant());
        ledger.enter(
                tx,
                Note.of(
                        clock.instant(),
                        by,
                        "appointment.ended",
                        appointment.person(),
                        appointment.id()));
    }

    LocalDate today() {
        return SchoolDay.today(clock);
    }

    private static boolean mixes(Role one, Role other) {
        return (Guarded.runsSystem(one) && Guarded.opensCases(other))
                || (Guarded.runsSystem(other) && Guarded.opensCases(one));
    }

    private static Optional<Role> role(Pack pack, String key) {
        return Optional.ofNullable(pack.roles().get(key));
    }
}
