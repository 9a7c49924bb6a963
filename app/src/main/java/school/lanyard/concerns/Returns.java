// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;

/// What lets somebody back into a case that was closed to them takes a second person (ADR 31): one
/// who reads the case too, may approve access and did not ask.
///
/// @param family who is related to whom
record Returns(Pack pack, CaseFiles files, Family family, LocalDate today) {

    static final String NOBODY =
            "This lets somebody read the incident again, so a second person has to agree: somebody"
                    + " else who can read it and may approve access. There is nobody. Let another"
                    + " post read it first.";
    static final String NOT_YOU =
            "Somebody else must decide this: not who asked, and somebody who may approve access.";

    /// Whoever is related to a person.
    @FunctionalInterface
    interface Family {
        Set<String> of(String person);
    }

    /// What is to be asked in place of an event that would let somebody back in.
    Optional<ReturnAsked> inPlaceOf(Incident incident, IncidentEvent event) {
        return switch (event) {
            case BarLifted(var person, var reason) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.BAR, null, reason));
            case PersonUnlinked(var person, var reason) when letsIn(incident, person) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.LINK, null, reason));
            case PersonLinked(var person, var part)
                    when !part.isAbout() && letsIn(incident, person) ->
                    Optional.of(new ReturnAsked(person, ReturnAsked.Way.LINK, part, ""));
            default -> Optional.empty();
        };
    }

    /// Why it cannot be asked: it was, or nobody could agree.
    Optional<String> refusal(Incident incident, CaseFile file, Viewer viewer, IncidentEvent event) {
        return waits(incident, event)
                ? Optional.of("That waits for a second person already.")
                : seconds(file.id(), viewer.person()).isEmpty()
                        ? Optional.of(NOBODY)
                        : Optional.empty();
    }

    /// Whether what an event is about waits for a second person.
    static boolean waits(Incident incident, IncidentEvent event) {
        return switch (event) {
            case BarLifted(var person, _) -> incident.returnsWaiting().containsKey(person);
            case PersonUnlinked(var person, _) -> incident.returnsWaiting().containsKey(person);
            case PersonLinked(var person, _) -> incident.returnsWaiting().containsKey(person);
            default -> false;
        };
    }

    /// What happens once it is agreed.
    static IncidentEvent effect(Happening happening) {
        var asked = (ReturnAsked) happening.event();
        var part = asked.part();
        return switch (asked.way()) {
            case BAR -> new BarLifted(asked.person(), asked.reason());
            case LINK ->
                    part == null
                            ? new PersonUnlinked(asked.person(), asked.reason())
                            : new PersonLinked(asked.person(), part);
        };
    }

    /// Who could be the second person for something that somebody asked.
    Set<String> seconds(String caseId, String asker) {
        return files.readers(caseId, today).stream()
                .map(Reader::person)
                .filter(person -> !person.equals(asker) && approves(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean letsIn(Incident incident, String person) {
        var part = incident.people().get(person);
        return part != null && part.isAbout() && mayComeToRead(person);
    }

    /// Whether they or their family are of a group that a reader can be appointed from: an adult
    /// here today may be a reader tomorrow, and whoever appoints them knows nothing of the case.
    private boolean mayComeToRead(String person) {
        var groups =
                pack.roles().values().stream()
                        .filter(role ->
                                role.capabilities().stream().anyMatch(Capability::readsCases))
                        .map(Role::groups)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        var concerned = new ArrayList<>(family.of(person));
        concerned.add(person);
        return concerned.stream()
                .anyMatch(each ->
                        files.about(each, today).groups().stream().anyMatch(groups::contains));
    }

    private boolean approves(String person) {
        return files.about(person, today).roles().stream()
                .map(key -> pack.roles().get(key))
                .anyMatch(role -> role != null && role.can(Capability.APPROVE_ACCESS));
    }
}
