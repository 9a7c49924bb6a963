// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Says in words where arrows lead.
public final class Onward {

    private Onward() {}

    /// Such as "Yes: go to 7 and 8", one for each answer.
    public static List<String> words(List<Arrow> arrows) {
        var byAnswer = new LinkedHashMap<String, String>();
        for (boolean offered : List.of(false, true)) {
            arrows.stream()
                    .filter(arrow -> arrow.offered() == offered)
                    .collect(
                            Collectors.groupingBy(
                                    Arrow::when, LinkedHashMap::new, Collectors.toList()))
                    .forEach((when, same) ->
                            byAnswer.merge(
                                    when, go(same, offered), (first, more) -> first + "; " + more));
        }
        return byAnswer.entrySet().stream()
                .map(each -> sentence(each.getKey(), each.getValue()))
                .toList();
    }

    /// The same as sentences: "Then, if the answer is Yes: go to 7 and 8."
    public static List<String> sentences(List<Arrow> arrows) {
        return words(arrows).stream().map(Onward::then).toList();
    }

    private static String then(String words) {
        int answer = words.indexOf(": ");
        return answer < 0
                ? "Then " + Character.toLowerCase(words.charAt(0)) + words.substring(1) + "."
                : "Then, if the answer is "
                        + words.substring(0, answer)
                        + ", "
                        + words.substring(answer + 2)
                        + ".";
    }

    private static String go(List<Arrow> arrows, boolean offered) {
        var numbers = arrows.stream().map(arrow -> String.valueOf(arrow.to())).toList();
        var last = numbers.getLast();
        var first = numbers.subList(0, numbers.size() - 1);
        return (offered ? "you may go to " : "go to ")
                + (first.isEmpty() ? last : String.join(", ", first) + " and " + last);
    }

    private static String sentence(String when, String then) {
        return when.isEmpty()
                ? Character.toUpperCase(then.charAt(0)) + then.substring(1)
                : when + ": " + then;
    }
}
