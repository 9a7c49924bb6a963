// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// A case's reference: random, so that nobody can tell from one that another exists, and without
/// letters that are misheard or misread.
public final class Reference {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /// For example `K7QF-3XRM`.
    public static String random() {
        return four() + "-" + four();
    }

    private static String four() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
