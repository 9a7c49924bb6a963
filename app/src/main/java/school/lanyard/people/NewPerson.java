// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who is to be added to a school.
///
/// @param className where a learner's class is known; sealed, for small classes give a child away
public record NewPerson(String name, @Nullable String className, List<Membership> memberships) {

    private static final int LONGEST = 200;

    public NewPerson {
        name = name.strip();
        memberships = List.copyOf(memberships);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to 200 characters");
        }
    }

    public static NewPerson named(String name, Membership... memberships) {
        return new NewPerson(name, null, List.of(memberships));
    }

    @Override
    public String toString() {
        return "NewPerson";
    }
}
