// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons;

import java.time.Instant;
import java.util.Set;

/// Something the school learned, as it was published.
public record Lesson(
        String id,
        Words words,
        Set<Audience> audiences,
        String publishedBy,
        Instant publishedAt,
        boolean withdrawn) {

    public Lesson {
        audiences = Set.copyOf(audiences);
    }

    /// What it says.
    ///
    /// @param changes what the school does differently now; may be empty
    public record Words(String title, String learned, String changes) {}

    /// Whom it is for.
    public enum Audience {
        STAFF("staff", "Staff"),
        LEARNERS("learner", "Pupils"),
        PARENTS("parent", "Parents and carers"),
        GOVERNORS("governor", "Governors"),
        AUTHORITY("", "The local authority");

        private final String group;
        private final String label;

        Audience(String group, String label) {
            this.group = group;
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether somebody of these groups of the policy is among them.
        public boolean has(Set<String> groups) {
            return groups.contains(group);
        }
    }
}
