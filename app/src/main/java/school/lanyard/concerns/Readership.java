// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.TakenOn;
import school.lanyard.concerns.store.CaseFiles;

/// Whether somebody may change who reads an incident, or whom it is with, given who reads it today.
record Readership(CaseFiles files, String caseId, Viewer viewer, Incident incident) {

    static final String GLASS =
            "You read this in an emergency. Those who read it by their post decide who else does.";
    static final String ALONE =
            "Somebody else whom you name has to be able to approve access, or nobody could ever"
                    + " widen it again.";

    /// Why an event may not be recorded by this person; empty if it may.
    ///
    /// @param approves whether somebody may approve access
    Optional<String> refusal(IncidentEvent event, Predicate<String> approves) {
        var readers = files.readers(caseId, viewer.today());
        var byPost = byPost(readers);
        if (decidesWhoReads(event) && !byPost.contains(viewer.person())) {
            return Optional.of(GLASS);
        }
        return switch (event) {
            case HandedOver(var to, _) -> handedOver(to, byPost);
            case TakenOn _ ->
                    unless(
                            new NeedToKnow(incident).waitsFor(viewer.person()),
                            "It was not handed over to you.");
            case Restricted(var people, var posts, _) ->
                    restricted(people, posts, readers, approves);
            case LeadLeftOut(var role, _) ->
                    unless(
                            files.holders(List.of(role), viewer.today()).stream()
                                    .noneMatch(new NeedToKnow(incident).named()::contains),
                            "Somebody in that post is named. Restrict it to others first.");
            case RestrictionWidened(var person, _) ->
                    unless(
                            byPost(files.sentTo(caseId, viewer.today())).contains(person),
                            "The incident goes to no post that they hold. Let their post read it"
                                    + " first.");
            default -> Optional.empty();
        };
    }

    private Optional<String> handedOver(String to, Set<String> byPost) {
        return unless(!to.equals(viewer.person()), "Hand it over to somebody else.")
                .or(() -> unless(byPost.contains(to), "They cannot read this incident."));
    }

    private Optional<String> restricted(
            List<String> people,
            List<String> posts,
            List<Reader> readers,
            Predicate<String> approves) {
        var leads =
                readers.stream()
                        .filter(each -> !each.byGlass() && posts.contains(each.role()))
                        .map(Reader::person);
        var reading = Stream.concat(people.stream(), leads).toList();
        return unless(byPost(readers).containsAll(people), "One of them cannot read this incident.")
                .or(() ->
                        unless(
                                people.contains(viewer.person()),
                                "Name yourself too, or nobody who knows why would read it."))
                .or(() ->
                        unless(
                                reading.stream()
                                        .filter(each -> !each.equals(viewer.person()))
                                        .anyMatch(approves),
                                ALONE));
    }

    private static Set<String> byPost(List<Reader> readers) {
        return readers.stream()
                .filter(each -> !each.byGlass())
                .map(Reader::person)
                .collect(Collectors.toSet());
    }

    private static boolean decidesWhoReads(IncidentEvent event) {
        return switch (event) {
            case OpenedToPost _, BarLifted _, PersonUnlinked _, ReturnDecided _, HandedOver _ ->
                    true;
            case Restricted _, RestrictionWidened _, RestrictionLifted _, LeadLeftOut _ -> true;
            default -> false;
        };
    }

    private static Optional<String> unless(boolean fine, String reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }
}
