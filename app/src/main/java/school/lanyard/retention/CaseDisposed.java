// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.util.Set;

/// That the keys of cases are gone. Whoever keeps anything opened of them in memory lets go of it.
public record CaseDisposed(String school, Set<String> cases) {

    public CaseDisposed {
        cases = Set.copyOf(cases);
    }
}
