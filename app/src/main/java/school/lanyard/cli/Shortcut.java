// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The questions to a policy that programs ask by the hundred, answered without the library that
/// parses command lines, which takes longer to load than an answer (ADR 72).
///
/// It knows only what is plainly right: one pack, known options, each once and with a value. Help,
/// every mistake and whatever it cannot answer are left to the library, which says them in its own
/// way.
public final class Shortcut {

    private static final String GIVEN = "--given";
    private static final Map<String, Set<String>> QUESTIONS =
            Map.of(
                    "ask", Set.of("--who", "--about"),
                    "respond", Set.of("--who", "--incident"),
                    "subjects", Set.of(),
                    "check", Set.of());

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> given = new LinkedHashMap<>();
    private String pack = "";
    private boolean json;

    private Shortcut() {}

    /// What was printed, and the exit code that goes with it.
    record Said(String text, int code) {}

    /// The exit code, where the question was one of these and its answer is printed.
    public static OptionalInt answers(String... args) {
        var said = said(args);
        said.ifPresent(each -> {
            System.out.print(each.text());
            System.out.flush();
        });
        return said.map(each -> OptionalInt.of(each.code())).orElse(OptionalInt.empty());
    }

    static Optional<String> answer(String... args) {
        return said(args).map(Said::text);
    }

    static Optional<Said> said(String... args) {
        var shortcut = new Shortcut();
        if (args.length < 3 || !args[0].equals("policy") || !shortcut.reads(args)) {
            return Optional.empty();
        }
        var text = new StringWriter();
        try {
            int code = shortcut.answer(args[1], new PrintWriter(text));
            return Optional.of(new Said(text.toString(), code));
        } catch (RuntimeException saidByTheLibrary) {
            return Optional.empty();
        }
    }

    private boolean reads(String... args) {
        for (int i = 2; i < args.length; i++) {
            var word = args[i];
            if (word.equals("--json") && !json) {
                json = true;
            } else if (word.startsWith("--") && i + 1 < args.length) {
                i++;
                if (!takes(word, args[i])) {
                    return false;
                }
            } else if (isPlain(word) && pack.isEmpty()) {
                pack = word;
            } else {
                return false;
            }
        }
        var asked = QUESTIONS.get(args[1]);
        return asked != null
                && options.keySet().equals(asked)
                && (given.isEmpty() || args[1].equals("ask"))
                && !pack.isEmpty();
    }

    private boolean takes(String option, String value) {
        if (!isPlain(value)) {
            return false;
        }
        if (!option.equals(GIVEN)) {
            return options.put(option, value) == null;
        }
        int equals = value.indexOf('=');
        return equals > 0
                && given.put(value.substring(0, equals), value.substring(equals + 1)) == null;
    }

    /// The library gives a meaning to what begins like an option or names a file of arguments, and
    /// to quotation marks.
    private static boolean isPlain(String word) {
        return !word.isEmpty()
                && word.charAt(0) != '-'
                && word.charAt(0) != '@'
                && word.indexOf('"') < 0;
    }

    private int answer(String asked, PrintWriter out) {
        var about = new PackArgument(pack);
        if (asked.equals("check")) {
            return new PolicyCheckCommand(about, json).answer(out);
        }
        if (asked.equals("subjects")) {
            new PolicySubjectsCommand(about, json).answer(out);
            return 0;
        }
        var question = new PolicyQuestion(about, options.getOrDefault("--who", ""), json);
        if (asked.equals("respond")) {
            new PolicyRespondCommand(question, options.getOrDefault("--incident", "")).answer(out);
        } else {
            new PolicyAskCommand(question, options.getOrDefault("--about", ""), given).answer(out);
        }
        return 0;
    }
}
