// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

/// That two people belong to one family. It counts in both directions wherever a conflict of
/// interest is looked for.
///
/// @param relative the other person, who is this person's guardian or other relative
public record Kinship(String person, String relative, Kind kind) {

    public enum Kind {
        GUARDIAN,
        RELATIVE
    }

    public Kinship {
        if (person.equals(relative)) {
            throw new IllegalArgumentException("nobody is their own relative");
        }
    }
}
