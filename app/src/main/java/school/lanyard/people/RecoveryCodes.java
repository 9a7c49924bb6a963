// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import school.lanyard.core.digest.Sha256;

/// Codes to print and keep, for the day the phone is lost. Each works once.
final class RecoveryCodes {

    static final int COUNT = 10;

    /// Nothing that is mistaken for something else in print.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
    }

    /// What is kept of a code. It has over 70 bits of chance in it, so a fast hash will do.
    static String print(String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Sha256.hex(code);
    }

    private static String code() {
        return Stream.generate(RecoveryCodes::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group() {
        return IntStream.range(0, GROUP)
                .mapToObj(_ -> LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
