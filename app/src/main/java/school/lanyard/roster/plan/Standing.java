// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.roster.file.Identifier;
import school.lanyard.roster.file.Scheme;

/// The people of a school as they stand before an import.
public record Standing(Map<String, Person> people, List<Bond> bonds, Numbers numbers) {

    /// Somebody of the school, or who once was.
    ///
    /// @param groups today
    /// @param ever every group that they were ever in
    public record Person(
            String id,
            String name,
            Set<String> groups,
            Set<String> ever,
            @Nullable LocalDate born,
            @Nullable String year,
            Set<String> classes) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /// An adult of a child.
    public record Bond(
            String child,
            String adult,
            boolean guardian,
            @Nullable Boolean responsible,
            @Nullable Boolean mayContact) {}

    /// Whose a number or an address is. The plan never sees one that is not in the file.
    public interface Numbers {

        Optional<String> owner(Identifier identifier);

        /// Whether somebody has a number of this kind already, whichever it is.
        boolean has(String person, Scheme scheme);

        boolean mailedAt(String person, String address);
    }
}
