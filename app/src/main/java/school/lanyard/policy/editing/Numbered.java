// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import school.lanyard.core.pack.Fault;

/// The lines of a file with their numbers, for a text box cannot show them.
public record Numbered(List<String> lines) {

    /// What is wrong with a line, and the line itself between those beside it.
    public record Wrong(int line, String words, String excerpt) {}

    public Numbered {
        lines = List.copyOf(lines);
    }

    static Numbered of(String text) {
        return new Numbered(text.lines().toList());
    }

    Wrong wrong(Fault fault) {
        return new Wrong(
                fault.line(),
                fault.problem() + " " + fault.mend(),
                text(fault.line() - 1, fault.line() + 1));
    }

    /// All of it.
    public String text() {
        return text(1, lines.size());
    }

    private String text(int from, int to) {
        return IntStream.rangeClosed(Math.max(1, from), Math.min(lines.size(), to))
                .mapToObj(number -> "%4d  %s".formatted(number, lines.get(number - 1)))
                .collect(Collectors.joining("\n"));
    }
}
