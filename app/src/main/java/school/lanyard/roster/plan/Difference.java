// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.Locale;

/// One thing that a file says otherwise than it stands.
///
/// @param before what stands; empty where nothing does
public record Difference(What what, String before, String after) {

    /// What can differ.
    public enum What {
        NAME("Name"),
        BORN("Date of birth"),
        GROUP("Belongs to the school as"),
        YEAR("Year group"),
        CLASS("Class"),
        NUMBER("Number"),
        EMAIL("Email address");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "Difference[" + what + "]";
    }
}
