// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.Locale;

/// What a policy says about doing something; from the most to the least permissive but for the
/// last.
public enum Answer {
    ALLOWED,
    /// Allowed only while a condition holds that has not been shown to hold.
    ALLOWED_WHEN,
    NOT_ALLOWED,
    ILLEGAL,
    /// The policy is silent: ask; it is never a yes, and is shown apart from a no.
    NOT_STATED;

    /// The word in packs, on the command line and in JSON, such as `allowed-when`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
