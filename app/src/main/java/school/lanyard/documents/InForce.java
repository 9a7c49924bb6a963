// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.policy.OpenPolicies;
import school.lanyard.policy.Publication;

/// The papers of the edition in force.
@Component
public final class InForce {

    private final Editions editions;
    private final OpenPolicies policies;
    private final Colleagues colleagues;

    InForce(Editions editions, OpenPolicies policies, Colleagues colleagues) {
        this.editions = editions;
        this.policies = policies;
        this.colleagues = colleagues;
    }

    /// One edition's papers.
    ///
    /// @param key changes with whatever the papers say
    /// @param since when it was published
    public record Issue(String key, OpenPolicies.Place place, Papers papers, Instant since) {

        public String school() {
            return place.name();
        }
    }

    /// For whoever does not sign in; none where nothing is in force.
    public Optional<Issue> open(OpenPolicies.Place place) {
        return policies.inForce(place).map(edition -> issue(place, edition));
    }

    /// For somebody of a school.
    public Issue of(String school) {
        return issue(policies.place(school).orElseThrow(), editions.running(school));
    }

    private Issue issue(OpenPolicies.Place school, Edition edition) {
        var published =
                editions.history(school.school()).stream()
                        .filter(each -> each.edition().id().equals(edition.id()))
                        .findFirst()
                        .orElseThrow();
        var standing = standing(school, published);
        return new Issue(
                edition.pack().hash() + standing.hashCode(),
                school,
                new Papers(edition.pack(), standing),
                published.publishedAt());
    }

    private Standing standing(OpenPolicies.Place school, Publication published) {
        var approval = published.approval();
        var signature = published.signature();
        return new Standing(
                school.name(),
                approval == null ? null : new Standing.Approval(approval.body(), approval.metOn()),
                signature == null
                        ? null
                        : new Standing.Signature(
                                colleagues.name(school.school(), signature.by()),
                                published.edition().pack().who(signature.role()),
                                SchoolTime.day(signature.at())),
                published.inForceFrom());
    }
}
