// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import dev.cel.common.CelIssue;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a compiler says of a condition, in words for whoever wrote it.
final class CelWords {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNFIT =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*?)\\)'.*");
    private static final Pattern RESULT =
            Pattern.compile("expected type '[^']*' but found '([^']*)'.*");
    private static final Map<String, String> TYPES =
            Map.of(
                    "bool", "a yes or no",
                    "string", "a text",
                    "int", "a number",
                    "double", "a number with a point");

    private CelWords() {}

    static String of(CelIssue issue) {
        var said = issue.getMessage().strip();
        var unknown = UNKNOWN.matcher(said);
        if (unknown.matches()) {
            return "there is nothing called %s that it could ask about".formatted(unknown.group(1));
        }
        var unfit = UNFIT.matcher(said);
        if (unfit.matches()) {
            return "%s cannot be used on %s"
                    .formatted(unfit.group(1).replace("_", ""), types(unfit.group(2)));
        }
        var result = RESULT.matcher(said);
        if (result.matches()) {
            return "it comes to %s, and has to come to a yes or no"
                    .formatted(type(result.group(1)));
        }
        return "it cannot be read; look at character %d"
                .formatted(issue.getSourceLocation().getColumn() + 1);
    }

    private static String types(String types) {
        return Arrays.stream(types.split(", "))
                .map(CelWords::type)
                .collect(Collectors.joining(" and "));
    }

    private static String type(String type) {
        return TYPES.getOrDefault(type, type);
    }
}
