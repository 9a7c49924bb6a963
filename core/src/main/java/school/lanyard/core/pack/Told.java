// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;

/// A decision in its pack's words, for people and for programs.
///
/// @param ask whom to ask about it: where the policy is silent, and where somebody is unsure
/// @param missing the facts that would settle it
public record Told(Decision decision, Role ask, List<FactKind> missing, List<Clause> clauses) {

    public Told {
        missing = List.copyOf(missing);
        clauses = List.copyOf(clauses);
    }

    public Answer answer() {
        return decision.answer();
    }

    /// The answer in one or two words.
    public String word() {
        return switch (answer()) {
            case ALLOWED -> "Allowed";
            case ALLOWED_WHEN -> "Allowed when";
            case NOT_ALLOWED -> "Not allowed";
            case ILLEGAL -> "Illegal";
            case NOT_STATED -> "Not stated";
        };
    }

    /// The answer with its condition, or with whom to ask.
    public String sentence() {
        var when = when();
        return when.isEmpty()
                ? word()
                : word()
                        + switch (answer()) {
                            case ALLOWED -> ", ";
                            case ALLOWED_WHEN, NOT_STATED -> ": ";
                            case NOT_ALLOWED -> ", but allowed ";
                            case ILLEGAL -> "; allowed ";
                        }
                        + when;
    }

    /// The condition; where the policy is silent, whom to ask.
    public String when() {
        if (answer() != Answer.NOT_STATED) {
            return decision.when();
        }
        var reason = decision.when().isEmpty() ? "the policy does not say" : decision.when();
        return "%s: ask the %s".formatted(reason, lowerFirst(ask.label()));
    }

    private static String lowerFirst(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /// The answer as other programs read it, on the command line and from the server; this shape
    /// only ever grows.
    public Map<String, Object> shape() {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("answer", answer().key());
        shape.put("when", when());
        if (answer() == Answer.NOT_STATED) {
            shape.put("ask", ask.label());
        }
        if (!missing.isEmpty()) {
            shape.put("missing", missing.stream().map(FactKind::key).toList());
        }
        shape.put("clauses", decision.clauses());
        return shape;
    }
}
