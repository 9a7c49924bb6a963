// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file says of one person.
///
/// @param key what the rest of the file calls them
/// @param groups keys of groups of the policy, such as `learner`
/// @param year the key of a year group, such as `year-1`; absent where the file does not say
/// @param classes the titles of their classes
/// @param schools which of the file's schools they belong to; none where it is of one school
/// @param left whether the file says that they have left
/// @param leftOn their last day, where it is known
public record Entry(
        Place place,
        String key,
        Set<String> groups,
        String name,
        List<Identifier> identifiers,
        @Nullable LocalDate born,
        @Nullable String year,
        Set<String> classes,
        @Nullable String email,
        Set<String> schools,
        boolean left,
        @Nullable LocalDate leftOn) {

    public Entry {
        groups = Set.copyOf(groups);
        identifiers = List.copyOf(identifiers);
        classes = Set.copyOf(classes);
        schools = Set.copyOf(schools);
    }

    /// The same person as two rows say, the second adding to the first.
    Entry and(Entry other) {
        return new Entry(
                place,
                key,
                both(groups, other.groups),
                name,
                List.copyOf(both(identifiers, other.identifiers)),
                born == null ? other.born : born,
                year == null ? other.year : year,
                both(classes, other.classes),
                email == null ? other.email : email,
                both(schools, other.schools),
                left && other.left,
                leftOn == null ? other.leftOn : leftOn);
    }

    /// Whether two rows say different things of what a person has but one of.
    boolean contradicts(Entry other) {
        return !name.equalsIgnoreCase(other.name)
                || differ(born, other.born)
                || differ(year, other.year)
                || left != other.left;
    }

    private static boolean differ(@Nullable Object one, @Nullable Object two) {
        return one != null && two != null && !one.equals(two);
    }

    private static <T> Set<T> both(Collection<T> one, Collection<T> two) {
        var all = new LinkedHashSet<>(one);
        all.addAll(two);
        return all;
    }

    @Override
    public String toString() {
        return "Entry[" + place.words() + "]";
    }
}
