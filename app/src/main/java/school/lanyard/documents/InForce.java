// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Schools;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Publication;

/// The papers of the edition in force.
@Component
public final class InForce {

    private final Editions editions;
    private final Schools schools;
    private final Colleagues colleagues;

    InForce(Editions editions, Schools schools, Colleagues colleagues) {
        this.editions = editions;
        this.schools = schools;
        this.colleagues = colleagues;
    }

    /// One edition's papers.
    ///
    /// @param key changes with whatever the papers say
    /// @param since when it was published
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
        var published =
                editions.history(school.id()).stream()
                        .filter(each -> each.edition().id().equals(edition.id()))
                        .findFirst()
                        .orElseThrow();
        var standing = standing(school, published);
        return new Issue(
                edition.pack().hash() + standing.hashCode(),
                school.name(),
                new Papers(edition.pack(), standing),
                published.publishedAt());
    }

    private Standing standing(Schools.School school, Publication published) {
        var approval = published.approval();
        var signature = published.signature();
        return new Standing(
                school.name(),
                approval == null ? null : new Standing.Approval(approval.body(), approval.metOn()),
                signature == null
                        ? null
                        : new Standing.Signature(
                                colleagues.name(school.id(), signature.by()),
                                published.edition().pack().who(signature.role()),
                                SchoolTime.day(signature.at())),
                published.inForceFrom());
    }
}
