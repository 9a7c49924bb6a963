// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.GlassBroken;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.PersonShutOut;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.TakenOn;

/// Whom an incident is with, and to whom it is restricted, as its events add up to it.
public record NeedToKnow(Incident incident) {

    /// To whom it was handed over last, by whom and with which note.
    public Optional<Happening> handover() {
        return incident.history().stream()
                .filter(each -> each.event() instanceof HandedOver)
                .reduce((_, later) -> later);
    }

    /// The last handover, while whoever it is to has not taken the incident on.
    public Optional<Happening> waitingHandover() {
        return incident.history().stream()
                .filter(each ->
                        each.event() instanceof HandedOver || each.event() instanceof TakenOn)
                .reduce((_, later) -> later)
                .filter(each -> each.event() instanceof HandedOver);
    }

    /// Whether it was handed over to somebody who has not taken it on.
    public boolean waitsFor(String person) {
        return waitingHandover()
                .filter(each -> ((HandedOver) each.event()).to().equals(person))
                .isPresent();
    }

    /// Whom it is restricted to; nobody where it is not.
    public Set<String> named() {
        var named = new LinkedHashSet<String>();
        for (var happening : incident.history()) {
            switch (happening.event()) {
                case Restricted(var people, _, _) -> {
                    named.clear();
                    named.addAll(people);
                }
                case RestrictionWidened(var person, _) -> named.add(person);
                case RestrictionLifted _ -> named.clear();
                default -> {}
            }
        }
        return named;
    }

    /// The posts that lead safeguarding and go on reading it while it is restricted.
    public Set<String> posts() {
        var posts = new LinkedHashSet<String>();
        for (var happening : incident.history()) {
            switch (happening.event()) {
                case Restricted restricted -> {
                    posts.clear();
                    posts.addAll(restricted.posts());
                }
                case LeadLeftOut(var role, _) -> posts.remove(role);
                case RestrictionLifted _ -> posts.clear();
                default -> {}
            }
        }
        return posts;
    }

    /// Whoever a report names, is not one it is about, and would be let in only by two people.
    public Set<String> shutOut() {
        var people = new LinkedHashSet<String>();
        for (var happening : incident.history()) {
            switch (happening.event()) {
                case PersonShutOut(var person) -> people.add(person);
                case BarLifted(var person, _) -> people.remove(person);
                default -> {}
            }
        }
        return people;
    }

    public boolean isRestricted() {
        return !named().isEmpty();
    }

    /// That it was restricted, last and while it is.
    public Optional<Happening> restriction() {
        return incident.history().stream()
                .filter(each ->
                        each.event() instanceof Restricted
                                || each.event() instanceof RestrictionLifted)
                .reduce((_, later) -> later)
                .filter(each -> each.event() instanceof Restricted);
    }

    /// Every time that somebody opened it in an emergency.
    public Set<Happening> emergencies() {
        var found = new LinkedHashSet<Happening>();
        incident.history().stream()
                .filter(each -> each.event() instanceof GlassBroken)
                .forEach(found::add);
        return found;
    }
}
