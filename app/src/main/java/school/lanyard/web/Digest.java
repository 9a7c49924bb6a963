// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import school.lanyard.core.digest.Sha256;

/// Hashes for addresses and for the content security policy.
final class Digest {

    private Digest() {}

    static String hex(List<byte[]> parts) {
        var digest = Sha256.begin();
        parts.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /// As a content security policy names a script or style written into the page.
    static String policySource(String text) {
        var hash = Sha256.of(text);
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
