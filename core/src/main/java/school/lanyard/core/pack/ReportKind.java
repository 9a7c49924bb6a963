// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.routing.Route;

/// A kind of report that the school asks for by name, such as a loss of personal data: what its
/// form says, which posts take it, and what they do within which time.
///
/// @param prompts what the form reminds its writer to say
/// @param route where it goes unless it is about somebody whom another route is for; absent where
///   it goes as any concern does
/// @param about the route that its form has ticked from the start; empty where none
/// @param acknowledge the interval in which whoever takes it says that they have it; empty where
///   there is none
/// @param decide the interval in which they decide; empty where there is none
/// @param decision what is to be decided
/// @param register whether such reports stand in a register by whom they are about
public record ReportKind(
        String key,
        String label,
        String hint,
        List<String> prompts,
        @Nullable Route route,
        String about,
        String acknowledge,
        String decide,
        String decision,
        boolean register,
        List<String> clauses) {

    public ReportKind {
        prompts = List.copyOf(prompts);
        clauses = List.copyOf(clauses);
    }

    /// Whether whoever takes it has something to do by a time.
    public boolean hasClock() {
        return !acknowledge.isEmpty() || !decide.isEmpty();
    }

    public Optional<Route> ownRoute() {
        return Optional.ofNullable(route);
    }
}
