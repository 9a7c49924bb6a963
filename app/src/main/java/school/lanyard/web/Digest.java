// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Hashes for addresses and for the content security policy.
final class Digest {

    private Digest() {}

    static String hex(List<byte[]> parts) {
        var digest = sha256();
        parts.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /// As a content security policy names a script or style written into the page.
    static String policySource(String text) {
        var hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
