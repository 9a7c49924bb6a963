// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/// A length of time as a pack writes it, in words.
final class Lengths {

    private static final Pattern DATE = Pattern.compile("([0-9]+)([YMWDH])");
    private static final Map<String, String> DAYS =
            Map.of("Y", "year", "M", "month", "W", "week", "D", "day");
    private static final Map<String, String> HOURS = Map.of("H", "hour", "M", "minute");

    private Lengths() {}

    static String words(String length) {
        if (!length.startsWith("P")) {
            return length;
        }
        var parts = new ArrayList<String>();
        var units = length.startsWith("PT") ? HOURS : DAYS;
        var found = DATE.matcher(length);
        while (found.find()) {
            var unit = units.getOrDefault(found.group(2), found.group(2));
            parts.add(found.group(1) + " " + unit + (found.group(1).equals("1") ? "" : "s"));
        }
        return parts.isEmpty() ? length : String.join(" and ", parts);
    }
}
