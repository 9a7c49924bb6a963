// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of promise a clause is, and so what sort of thing can keep it.
public enum ClauseKind {
    WORKFLOW,
    DECISION,
    SCHEDULE,
    RECORD,
    REGISTER,
    ATTESTATION,
    PUBLISH,
    CONTROL,
    PEOPLE,
    REPORT;

    /// The word in packs, such as `schedule`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ClauseKind> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
