// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody as the directory knows them: ordinary knowledge within the school, not a case.
public record Known(
        String id, String name, @Nullable String className, List<Membership> memberships) {

    public Known {
        memberships = List.copyOf(memberships);
    }

    public Set<String> groupsOn(LocalDate day) {
        return memberships.stream()
                .filter(each -> each.holdsOn(day))
                .map(Membership::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    public @Nullable String yearGroupOn(LocalDate day) {
        return memberships.stream()
                .filter(each -> each.holdsOn(day) && each.yearGroup() != null)
                .map(Membership::yearGroup)
                .findFirst()
                .orElse(null);
    }

    /// Whether they belonged to the school, and every way in which they did was over by a day.
    public boolean goneBy(LocalDate day) {
        return !memberships.isEmpty()
                && memberships.stream()
                        .allMatch(each -> each.to() != null && each.to().isBefore(day));
    }

    @Override
    public String toString() {
        return "Known[" + id + "]";
    }
}
