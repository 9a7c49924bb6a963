// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.access.Reader;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonShutOut;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.routing.Route;

/// What lets somebody into a case that is closed to them, or that may be about them, takes a second
/// person (ADR 31): one who reads the case too, may approve access and did not ask.
///
/// @param family who is related to whom
/// @param meant whom each of its reports may be about
record Returns(
        Pack pack,
        CaseFiles files,
        Family family,
        LocalDate today,
        Incident incident,
        List<Meant> meant) {

    static final String NOBODY =
            "This lets somebody read the incident again, so a second person has to agree: somebody"
                    + " else who can read it and may approve access. There is nobody. Let another"
                    + " post read it first.";
    static final String NOBODY_ABOVE =
            "The headteacher or the chair of governors has to agree to this, and must be able to read"
                    + " the incident. Let their post read it first.";
    static final String POINTLESS =
            "Nobody who holds that post may read this incident: it may be about them or their"
                    + " family.";
    static final String TRIAGE = "Said at triage.";
    static final String NOT_YOU =
            "Somebody else must decide this: not who asked, and somebody who may approve access.";

    /// Whoever is related to a person.
    @FunctionalInterface
    interface Family {
        Set<String> of(String person);
    }

    /// What is to be asked in place of an event that would let somebody in.
    Optional<ReturnAsked> inPlaceOf(String caseId, IncidentEvent event) {
        return switch (event) {
            case BarLifted(var person, var reason) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.BAR, null, reason));
            case PersonUnlinked(var person, var reason) when letsIn(person) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.LINK, null, reason));
            case PersonLinked(var person, var part) when !part.isAbout() && letsIn(person) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.LINK, part, ""));
            case OpenedToPost(var role, var reason) when mayMean(caseId, role) ->
                    Optional.of(new ReturnAsked(role, ReturnAsked.Way.POST, null, reason));
            case RestrictionWidened(var person, var reason) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.RESTRICTION, null, reason));
            case LeadLeftOut(var role, var reason) ->
                    Optional.of(new ReturnAsked(role, ReturnAsked.Way.LEAD, null, reason));
            case RestrictionLifted(var reason) ->
                    Optional.of(
                            new ReturnAsked(
                                    ReturnAsked.EVERYBODY,
                                    ReturnAsked.Way.RESTRICTION,
                                    null,
                                    reason));
            default -> Optional.empty();
        };
    }

    /// Whether what triage says of somebody whom a report names would let them, or somebody of
    /// their family, read the case through a post they hold today.
    ///
    /// @param named by the report, each in the part it gives them
    boolean letsAReaderIn(Map<String, String> named, IncidentEvent event) {
        return event instanceof PersonLinked(var person, var part)
                && !part.isAbout()
                && named.containsKey(person)
                && Part.of(named.get(person)).isAbout()
                && withFamily(Set.of(person)).stream().anyMatch(this::readsCases);
    }

    /// What is asked in place of that.
    static ReturnAsked ofTriage(PersonLinked said) {
        return new ReturnAsked(said.person(), ReturnAsked.Way.LINK, said.part(), TRIAGE);
    }

    /// Why opening a case to a post would let nobody in.
    Optional<String> pointless(String caseId, IncidentEvent event) {
        return event instanceof OpenedToPost(var role, _)
                        && !files.holders(List.of(role), today).isEmpty()
                        && files.admitted(caseId, role, today).isEmpty()
                ? Optional.of(POINTLESS)
                : Optional.empty();
    }

    /// Why it cannot be asked: it was, or nobody could agree.
    Optional<String> refusal(String caseId, String asker, IncidentEvent event) {
        if (waits(incident, event)) {
            return Optional.of("That waits for a second person already.");
        }
        return event instanceof LeadLeftOut(var role, _)
                ? nobody(seconds(caseId, asker, ReturnAsked.Way.LEAD, role), NOBODY_ABOVE)
                : nobody(seconds(caseId, asker), NOBODY);
    }

    private static Optional<String> nobody(Set<String> seconds, String words) {
        return seconds.isEmpty() ? Optional.of(words) : Optional.empty();
    }

    /// Why a decision on what was asked may not be made by this person, or not any more.
    Optional<String> decided(Decider decider, String caseId, String by, IncidentEvent event) {
        if (!(event instanceof ReturnDecided(var person, var agreed, _))) {
            return Optional.empty();
        }
        var asked = Objects.requireNonNull(incident.returnsWaiting().get(person));
        var what = (ReturnAsked) asked.event();
        if (!seconds(caseId, asked.by(), what.way(), person).contains(by)) {
            return Optional.of(NOT_YOU);
        }
        return agreed ? decider.refusal(effect(asked)) : Optional.empty();
    }

    /// Whether what an event is about waits for a second person.
    static boolean waits(Incident incident, IncidentEvent event) {
        return switch (event) {
            case BarLifted(var person, _) -> incident.returnsWaiting().containsKey(person);
            case PersonUnlinked(var person, _) -> incident.returnsWaiting().containsKey(person);
            case PersonLinked(var person, _) -> incident.returnsWaiting().containsKey(person);
            case OpenedToPost(var role, _) -> incident.returnsWaiting().containsKey(role);
            case RestrictionWidened(var person, _) -> incident.returnsWaiting().containsKey(person);
            case LeadLeftOut(var role, _) -> incident.returnsWaiting().containsKey(role);
            case RestrictionLifted _ ->
                    incident.returnsWaiting().containsKey(ReturnAsked.EVERYBODY);
            default -> false;
        };
    }

    /// What happens once it is agreed.
    static IncidentEvent effect(Happening happening) {
        var asked = (ReturnAsked) happening.event();
        var part = asked.part();
        return switch (asked.way()) {
            case BAR -> new BarLifted(asked.person(), asked.reason());
            case POST -> new OpenedToPost(asked.person(), asked.reason());
            case LEAD -> new LeadLeftOut(asked.person(), asked.reason());
            case RESTRICTION ->
                    asked.person().equals(ReturnAsked.EVERYBODY)
                            ? new RestrictionLifted(asked.reason())
                            : new RestrictionWidened(asked.person(), asked.reason());
            case LINK ->
                    part == null
                            ? new PersonUnlinked(asked.person(), asked.reason())
                            : new PersonLinked(asked.person(), part);
        };
    }

    /// Who could be the second person for something of one sort that somebody asked. Whoever leads
    /// safeguarding is left out only by somebody above them, who leads the school.
    Set<String> seconds(String caseId, String asker, ReturnAsked.Way way, String what) {
        var seconds = seconds(caseId, asker);
        return way == ReturnAsked.Way.LEAD
                ? seconds.stream()
                        .filter(each -> leadsTheSchool(each, what))
                        .collect(Collectors.toUnmodifiableSet())
                : seconds;
    }

    private boolean leadsTheSchool(String person, String leftOut) {
        return roles(person).anyMatch(role -> role.can(Capability.APPOINT_PEOPLE))
                && roles(person).noneMatch(role -> role.key().equals(leftOut));
    }

    /// The posts that lead safeguarding: the law lets nobody else look at what must not be looked
    /// at.
    List<String> leads() {
        return pack.rolesThatCan(Capability.RECORD_VIEWINGS).stream().map(Role::key).toList();
    }

    /// Whoever triage takes out of those a case is about, though they or their family may come to
    /// read it, is shut out meanwhile: whoever gives them a post that reads knows nothing of it.
    List<PersonShutOut> meanwhile(
            Map<String, String> named, IncidentEvent event, Set<String> barred) {
        if (!(event instanceof PersonLinked(var person, var part))
                || part.isAbout()
                || !named.containsKey(person)
                || !Part.of(named.get(person)).isAbout()
                || letsAReaderIn(named, event)) {
            return List.of();
        }
        return withFamily(Set.of(person)).stream()
                .filter(each -> !barred.contains(each) && isOfAReadersGroup(each))
                .sorted()
                .map(PersonShutOut::new)
                .toList();
    }

    /// Who could be the second person for something that somebody asked.
    Set<String> seconds(String caseId, String asker) {
        return files.readers(caseId, today).stream()
                .filter(reader -> !reader.byGlass())
                .map(Reader::person)
                .filter(person -> !person.equals(asker) && approves(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean letsIn(String person) {
        var part = incident.people().get(person);
        return part != null && part.isAbout() && mayComeToRead(person);
    }

    /// Whether they or their family are of a group that a reader can be appointed from: an adult
    /// here today may be a reader tomorrow, and whoever appoints them knows nothing of the case.
    private boolean mayComeToRead(String person) {
        return withFamily(Set.of(person)).stream().anyMatch(this::isOfAReadersGroup);
    }

    private boolean isOfAReadersGroup(String person) {
        var groups = files.about(person, today).groups();
        return pack.roles().values().stream()
                .filter(Returns::readsCases)
                .anyMatch(role -> !Collections.disjoint(role.groups(), groups));
    }

    /// Whether a report may mean the holder of a post: it ticks the post; it ticks a group that the
    /// post is held by, and nobody of that group is linked as one it is about; or it names or ticks
    /// a holder, or somebody of their family. Two people may have said otherwise of them already.
    private boolean mayMean(String caseId, String role) {
        var ticked = meant.stream().flatMap(each -> each.ticked().stream()).toList();
        if (Meant.roles(ticked).contains(role)
                || ticked.stream().anyMatch(route -> leavesOpen(route, role))) {
            return true;
        }
        var people = files.holders(Meant.roles(ticked), today);
        meant.forEach(each -> people.addAll(each.people()));
        people.removeAll(incident.returned());
        return !Collections.disjoint(withFamily(people), files.admitted(caseId, role, today));
    }

    private boolean leavesOpen(Route route, String role) {
        var held = pack.roles().get(role);
        return held != null
                && !Collections.disjoint(route.aboutGroups(), held.groups())
                && incident.people().entrySet().stream()
                        .filter(linked -> linked.getValue().isAbout())
                        .allMatch(linked ->
                                Collections.disjoint(
                                        files.about(linked.getKey(), today).groups(),
                                        route.aboutGroups()));
    }

    private Set<String> withFamily(Set<String> people) {
        var all = new HashSet<>(people);
        people.forEach(person -> all.addAll(family.of(person)));
        return all;
    }

    private boolean readsCases(String person) {
        return roles(person).anyMatch(Returns::readsCases);
    }

    private static boolean readsCases(Role role) {
        return role.capabilities().stream().anyMatch(Capability::readsCases);
    }

    boolean approves(String person) {
        return roles(person).anyMatch(role -> role.can(Capability.APPROVE_ACCESS));
    }

    private Stream<Role> roles(String person) {
        return files.about(person, today).roles().stream()
                .flatMap(key -> Stream.ofNullable(pack.roles().get(key)));
    }
}
