// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.time.LocalDateTime;
import java.util.Set;

/// Whom and when a rule is for: groups of people, classes of device, places, hours. An empty set
/// means any.
public record Who(Set<String> groups, Set<String> devices, Set<String> places, Hours hours) {

    public static final Who ANYONE = new Who(Set.of(), Set.of(), Set.of(), Hours.ALWAYS);

    public Who {
        groups = Set.copyOf(groups);
        devices = Set.copyOf(devices);
        places = Set.copyOf(places);
    }

    public static Who groups(String... groups) {
        return new Who(Set.of(groups), Set.of(), Set.of(), Hours.ALWAYS);
    }

    public boolean includes(Asker asker, LocalDateTime at) {
        return any(groups, asker.group())
                && any(devices, asker.device())
                && any(places, asker.place())
                && hours.include(at);
    }

    private static boolean any(Set<String> wanted, String is) {
        return wanted.isEmpty() || wanted.contains(is);
    }
}
