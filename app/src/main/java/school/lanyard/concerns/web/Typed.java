// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.web.Form;

/// What came out of the form, without what no keyboard types: nothing but the form's own fields,
/// and no control characters.
final class Typed {

    /// Far above any report, far below what would fill a disk.
    static final int MOST_CHARACTERS = 200_000;

    static final Set<String> FIELDS =
            Set.of(
                    "kind",
                    "risk",
                    "risk-who",
                    "about",
                    "who",
                    NamesPage.KEPT,
                    "what",
                    "words",
                    "when-day",
                    "when-month",
                    "when-year",
                    "when-time",
                    "when-old",
                    "place",
                    "where",
                    "system");

    private static final int MOST_VALUES = 50;

    private Typed() {}

    static Map<String, List<String>> clean(Map<String, List<String>> sent) {
        var kept = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (FIELDS.contains(name)) {
                kept.put(name, values.stream().limit(MOST_VALUES).map(Typed::clean).toList());
            }
        });
        return kept;
    }

    static boolean tooMuch(Map<String, List<String>> typed) {
        return typed.values().stream().flatMap(List::stream).mapToInt(String::length).sum()
                > MOST_CHARACTERS;
    }

    private static String clean(String value) {
        return Form.clean(value.replace("\r\n", "\n").replace('\r', '\n'));
    }
}
