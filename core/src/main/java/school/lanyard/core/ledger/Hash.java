// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/// A SHA-256 as it is written in the ledger and printed on reports: 64 lower-case hexadecimal
/// digits.
///
/// It holds whatever a row holds. A row that somebody has spoilt must still be readable, so that
/// [Chain#verify] can say what is wrong with it; a malformed hash simply matches nothing.
public record Hash(String hex) {
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{64}");

    public Hash {
        Objects.requireNonNull(hex);
    }

    public static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    public boolean wellFormed() {
        return WELL_FORMED.matcher(hex).matches();
    }

    byte[] bytes() {
        if (!wellFormed()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
