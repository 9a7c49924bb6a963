// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.Map;
import java.util.Set;

/// Something that must hold before a conditional mark takes effect.
public interface Condition {

    /// The condition in the school's words, such as "at the times the school has set".
    String says();

    /// The facts that must be known before the condition can be judged.
    Set<String> needs();

    /// Called only with every needed fact present, each of its declared type.
    boolean holds(Map<String, Object> given);
}
