// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Something the law or national guidance expects, where that was read, and when it was last
/// checked.
///
/// A `secondHand` fact was read in somebody else's account, and is shown so until someone has
/// checked. `areas` and `kinds` say which clauses of a school's policy it is about: those of any of
/// the areas, and of any of the kinds where some are named. `clauses` are those that cite it.
public record LawFact(
        String key,
        String says,
        String source,
        String web,
        LocalDate checkedOn,
        boolean secondHand,
        List<String> areas,
        Set<ClauseKind> kinds,
        List<String> clauses) {

    public LawFact {
        areas = List.copyOf(areas);
        kinds = Set.copyOf(kinds);
        clauses = List.copyOf(clauses);
    }

    /// Whether a clause rests on it, or is about the same.
    public boolean touches(Clause clause) {
        return clauses.contains(clause.id())
                || (areas.contains(clause.area())
                        && (kinds.isEmpty() || kinds.contains(clause.kind())));
    }
}
