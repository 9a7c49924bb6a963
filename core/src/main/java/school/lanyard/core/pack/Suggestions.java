// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what somebody probably meant to type.
public final class Suggestions {

    private Suggestions() {}

    /// A mend for an unknown key: the nearest known one, or all of them when there are few.
    static String mend(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() ->
                        known.isEmpty()
                                ? "There is none yet to choose from."
                                : known.size() > 24
                                        ? "Add it, or use one that exists."
                                        : "Use one of: " + String.join(", ", known) + ".");
    }

    /// The known key with the fewest letters changed, if few enough are.
    public static Optional<String> nearest(String typed, Collection<String> known) {
        int most = typed.length() < 4 ? 1 : Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(each -> distance(typed, each) <= most)
                .min(Comparator.comparingInt(each -> distance(typed, each)));
    }

    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
