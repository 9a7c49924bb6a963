// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Agreement;

/// A text as whoever signs it reads it.
///
/// @param since what is different since they last signed; absent where they never did
public record TextView(Agreement agreement, String edition, @Nullable Since since) {

    /// What is different since somebody last signed.
    ///
    /// @param day when that was
    /// @param sameWords that they are asked again only because it is a while ago
    /// @param policy what changed in the policy that they say they know
    public record Since(
            String day,
            boolean sameWords,
            List<String> gone,
            List<String> added,
            List<Comparison.Part> policy) {}

    static TextView of(Agreement agreement, String edition) {
        return new TextView(agreement, edition, null);
    }

    public boolean knowsThePolicy() {
        return !agreement.asking().policy().isEmpty();
    }

    /// Enough of the hash to tell two texts apart, as on the printed copy.
    public String mark() {
        return mark(agreement.hash());
    }

    static String mark(String hash) {
        return hash.substring(0, 12);
    }
}
