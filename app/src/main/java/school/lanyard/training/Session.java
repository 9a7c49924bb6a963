// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// One session in which some people were trained.
///
/// @param course key of the course in the policy
/// @param items keys of what it covered
/// @param people who was there
public record Session(
        String id,
        String course,
        Provider provider,
        LocalDate heldOn,
        Set<String> items,
        Set<String> people,
        String recordedBy,
        Instant recordedAt) {

    public Session {
        items = Set.copyOf(items);
        people = Set.copyOf(people);
    }

    /// Where it took place. All count alike.
    public enum Provider {
        SCHOOL("A session in school for those who need it"),
        STAFF("A session in school for staff, joined by others"),
        PARENTS("A session in school for parents, joined by others"),
        EXTERNAL("The local authority, a trust or another body"),
        ONLINE("An online course");

        private final String words;

        Provider(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// What of a session is sealed.
    ///
    /// @param trainer who gave it
    /// @param version which version of what was taught; may be empty
    public record Details(String trainer, String version) {

        @Override
        public String toString() {
            return "Details";
        }
    }
}
