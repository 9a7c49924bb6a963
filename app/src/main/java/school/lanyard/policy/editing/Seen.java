// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import school.lanyard.core.pack.edit.Value;

/// A short mark of what somebody saw when they opened a form.
final class Seen {

    private Seen() {}

    static String of(Value value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest(value.toString().getBytes(StandardCharsets.UTF_8)),
                            0,
                            12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
