// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.math.BigInteger;
import java.util.Locale;

/// Codes that somebody writes down and types again, without letters that are misread.
final class Codes {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int IN_A_GROUP = 4;

    private Codes() {}

    /// For example `K7QF-3XRM` for two groups.
    ///
    /// @param print unforeseeable, in hexadecimal
    static String of(String print, int groups) {
        var letters = new StringBuilder();
        var rest = new BigInteger(print, 16);
        var size = BigInteger.valueOf(ALPHABET.length());
        for (int at = 0; at < groups * IN_A_GROUP; at++) {
            var parts = rest.divideAndRemainder(size);
            letters.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return plain(letters.toString());
    }

    /// A code as it was given, however it is typed.
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
