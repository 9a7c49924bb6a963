// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One promise of the policy, in our own words, and how keeping it is shown.
///
/// `section` is the heading it stands under and `interval` the key of the time it is due in; both
/// may be empty. `who` has keys of roles and groups, or `school`. `kind` is null, and the rest
/// empty, in an edition of version 1 of the format. `by` names the parts of the pack that keep the
/// clause, found by which of them cite it; an unbound clause has none, and then no evidence either.
public record Clause(
        String id,
        String section,
        String area,
        @Nullable ClauseKind kind,
        List<String> who,
        boolean whoInferred,
        Cadence cadence,
        boolean cadenceInferred,
        String interval,
        String says,
        List<String> by,
        List<String> evidence) {

    public Clause {
        who = List.copyOf(who);
        by = List.copyOf(by);
        evidence = by.isEmpty() ? List.of() : List.copyOf(evidence);
    }

    public boolean bound() {
        return !by.isEmpty();
    }
}
