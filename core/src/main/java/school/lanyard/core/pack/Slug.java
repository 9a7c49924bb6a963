// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Locale;

/// Makes a row's key from its label.
public final class Slug {

    private Slug() {}

    /// Lower case; every run of anything but a-z and 0-9 becomes one hyphen; none at either end.
    public static String of(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
