// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import school.lanyard.core.assurance.Assessed;
import school.lanyard.core.assurance.State;
import school.lanyard.core.pack.Clause;
import school.lanyard.evidence.Asked;

/// Every clause of the edition that was in force at a moment, and how each stood then.
///
/// @param edition its id
public record Picture(Asked asked, String edition, List<Standing> clauses) {

    /// One clause and how it stands.
    public record Standing(Clause clause, Assessed assessed) {

        public State state() {
            return assessed.state();
        }
    }

    public Picture {
        clauses = List.copyOf(clauses);
    }

    public Optional<Standing> clause(String id) {
        return clauses.stream().filter(each -> each.clause().id().equals(id)).findFirst();
    }

    /// The same, of some clauses only.
    public Picture only(Predicate<Standing> wanted) {
        return new Picture(asked, edition, clauses.stream().filter(wanted).toList());
    }

    /// How many clauses are in a state.
    public int count(State state) {
        return count(clauses, state);
    }

    public static int count(List<Standing> clauses, State state) {
        return (int) clauses.stream().filter(each -> each.state() == state).count();
    }
}
