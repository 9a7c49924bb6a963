// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Schools;
import school.lanyard.policy.CameIntoForce;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;

/// The papers of the edition in force.
@Component
public final class InForce {

    private final Editions editions;
    private final Schools schools;
    private final InstantSource clock;

    InForce(Editions editions, Schools schools, InstantSource clock) {
        this.editions = editions;
        this.schools = schools;
        this.clock = clock;
    }

    /// One edition's papers.
    ///
    /// @param key changes with whatever the papers say
    public record Issue(String key, String school, Papers papers, Instant since) {}

    /// For whoever does not sign in: of the only school that has published any.
    public Optional<Issue> open() {
        return editions.onlyOne()
                .flatMap(edition ->
                        schools.all().stream()
                                .filter(school ->
                                        editions.find(school.id(), edition.id()).isPresent())
                                .findFirst()
                                .map(school -> issue(school, edition)));
    }

    /// For somebody of a school.
    public Issue of(String school) {
        return issue(new Schools.School(school, schools.name(school)), editions.running(school));
    }

    private Issue issue(Schools.School school, Edition edition) {
        var since =
                editions.since(school.id(), Instant.EPOCH, clock.instant()).stream()
                        .filter(each -> each.edition().id().equals(edition.id()))
                        .map(CameIntoForce::at)
                        .findFirst()
                        .orElse(Instant.EPOCH);
        var standing = new Standing(school.name(), null, null, SchoolTime.day(since), null);
        return new Issue(
                edition.pack().hash() + standing.hashCode(),
                school.name(),
                new Papers(edition.pack(), standing),
                since);
    }
}
