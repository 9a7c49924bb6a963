// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.security.SecureRandom;
import java.util.Base64;
import school.lanyard.core.digest.Sha256;

/// Secrets of links: 256 bits of chance, of which only the hash is kept.
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    public static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String hash(String secret) {
        return Sha256.hex(secret);
    }
}
