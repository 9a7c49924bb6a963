// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The policies in force, for whoever does not sign in. Where several schools share a server, each
/// has addresses of its own, and what is at them says nothing of the others.
@Service
public final class OpenPolicies {

    /// What the addresses of one school among several begin with.
    public static final String SCHOOL = "/schools/{school:[0-9a-f-]{36}}";

    private final Editions editions;
    private final SchoolNames names;

    OpenPolicies(Editions editions, SchoolNames names) {
        this.editions = editions;
        this.names = names;
    }

    /// A school as anybody may know it.
    ///
    /// @param base what the addresses of its policy begin with; empty where it is the only one
    public record Place(String school, String name, String base) {

        /// Where somebody tells this school of a worry.
        public String worried() {
            return base.isEmpty() ? "/worried" : "/worried/" + school;
        }
    }

    /// The school that an address is about.
    ///
    /// @param school by its id, or absent for the only one that has published any
    public Optional<Place> place(@Nullable String school) {
        if (school == null) {
            var all = all();
            return all.size() == 1
                    ? all.stream()
                            .map(only -> new Place(only.school(), only.name(), ""))
                            .findFirst()
                    : Optional.empty();
        }
        var name = names.all().get(school);
        return name == null
                ? Optional.empty()
                : Optional.of(new Place(school, name, "/schools/" + school));
    }

    /// The schools that have published an edition.
    public List<Place> all() {
        var published = editions.publishing();
        return names.all().entrySet().stream()
                .filter(each -> published.contains(each.getKey()))
                .map(each -> new Place(each.getKey(), each.getValue(), "/schools/" + each.getKey()))
                .toList();
    }

    /// The edition that is in force at a school today.
    public Optional<Edition> inForce(Place place) {
        return editions.inForce(place.school());
    }
}
