// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.util.List;

/// Everybody and every class that a report must not name.
public record Roster(List<Person> people, List<String> classes) {

    public Roster {
        people = List.copyOf(people);
        classes = List.copyOf(classes);
    }

    /// Somebody on the roll or the staff.
    ///
    /// @param given first and middle names, and a known-as name where there is one
    public record Person(List<String> given, String surname) {
        public Person {
            given = List.copyOf(given);
        }
    }
}
