// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

/// Whether something typed can be an email address. Only a mail that arrives proves that it is one.
public final class Addresses {

    private static final int LONGEST = 254;

    private Addresses() {}

    public static boolean looksRight(String typed) {
        return typed.length() <= LONGEST
                && typed.matches(
                        "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+\\.[^\\s@.<>,;:\"]+");
    }
}
