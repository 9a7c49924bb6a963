// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts letters in place of the full names of other children, the same letter throughout.
public final class OtherChildren {

    private final Pattern names;
    private final Map<String, String> letters = new LinkedHashMap<>();

    public OtherChildren(Collection<String> fullNames) {
        var all =
                fullNames.stream()
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        names =
                Pattern.compile(
                        all.isEmpty() ? "(?!)" : "(?<![\\p{L}])(?:" + all + ")(?![\\p{L}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public Bundle.Case replaced(Bundle.Case whole) {
        return new Bundle.Case(
                whole.reference(),
                whole.kind(),
                whole.category(),
                whole.part(),
                whole.entries().stream().map(this::replaced).toList());
    }

    private Bundle.Entry replaced(Bundle.Entry entry) {
        List<String> details = entry.details().stream().map(this::replaced).toList();
        return new Bundle.Entry(
                entry.on(),
                entry.time(),
                entry.recordedAt(),
                replaced(entry.title()),
                details,
                entry.by(),
                entry.decision());
    }

    private String replaced(String text) {
        return names.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(letter(found.group())));
    }

    private String letter(String name) {
        return letters.computeIfAbsent(
                name.toLowerCase(java.util.Locale.UK), _ -> "Child " + next(letters.size()));
    }

    private static String next(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : "A" + (number - 25);
    }
}
