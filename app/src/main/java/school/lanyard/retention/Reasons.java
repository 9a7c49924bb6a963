// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.nio.charset.StandardCharsets;
import school.lanyard.sealing.Seals;

/// Why a case is held back or let go, sealed under the case's own key, so that it goes with it.
record Reasons(Seals seals, String school) {

    static final String HOLD = "retention-hold:";
    static final String REVIEW = "retention-review:";

    byte[] hold(String key, String id, String reason) {
        return seals.seal(school, key, reason.getBytes(StandardCharsets.UTF_8), HOLD + id);
    }

    String hold(String key, String id, byte[] sealed) {
        return new String(seals.open(school, key, sealed, HOLD + id), StandardCharsets.UTF_8);
    }

    byte[] review(String key, String id, String reason) {
        return seals.seal(school, key, reason.getBytes(StandardCharsets.UTF_8), REVIEW + id);
    }

    String review(String key, String id, byte[] sealed) {
        return new String(seals.open(school, key, sealed, REVIEW + id), StandardCharsets.UTF_8);
    }
}
