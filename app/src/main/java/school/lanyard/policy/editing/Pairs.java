// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.Value;

/// Keys and their words, one pair to a line: `key: words`, or `key: words [kind]` where what is
/// written down has a kind.
final class Pairs {

    private static final Pattern LINE = Pattern.compile("(?:([a-z][a-z0-9_-]{0,60}):\\s+)?(.*)");
    private static final Pattern KIND =
            Pattern.compile("(.*?)\\s*\\[(line|note|date|time|yes-no)]");

    private Pairs() {}

    static boolean canShow(Value.Entries entries) {
        return entries.entries().stream().allMatch(each -> words(each.value()) != null);
    }

    static String shown(Value.Entries entries) {
        return entries.entries().stream()
                .map(each -> each.key() + ": " + words(each.value()))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String words(Value value) {
        return switch (value) {
            case Value.Scalar(String text) when !text.contains("\n") && !text.endsWith("]") -> text;
            case Value.Entries entries when isPlain(entries) ->
                    "%s [%s]".formatted(Offers.text(entries, "label"), kind(entries));
            default -> null;
        };
    }

    private static boolean isPlain(Value.Entries entries) {
        var label = Offers.text(entries, "label");
        return !label.isEmpty()
                && !label.contains("\n")
                && !label.endsWith("]")
                && entries.keys().stream()
                        .allMatch(key -> key.equals("label") || key.equals("kind"));
    }

    private static String kind(Value.Entries entries) {
        var kind = Offers.text(entries, "kind");
        return kind.isEmpty() ? "line" : kind;
    }

    /// What the lines say; a pair that says what it said stays as it was written.
    static Value.@Nullable Entries read(String text, Value.Entries was) {
        var read = Value.Entries.NONE;
        for (var line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            var key = parts.group(1) == null ? Slug.of(parts.group(2)) : parts.group(1);
            var before = was.get(key);
            var words = parts.group(2).strip();
            read =
                    read.with(
                            key,
                            before != null && words.equals(words(before)) ? before : pair(words));
        }
        return read.entries().isEmpty() ? null : read;
    }

    private static Value pair(String words) {
        var kind = KIND.matcher(words);
        return kind.matches()
                ? Value.Entries.NONE
                        .with("label", Value.text(kind.group(1)))
                        .with("kind", Value.text(kind.group(2)))
                : Value.text(words);
    }
}
