// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.decision.Condition;

/// A condition written in CEL over a pack's facts, checked for type when the pack is checked.
///
/// A condition that is one yes-or-no fact is judged without CEL, which is slow to start; the others
/// are compiled when first judged. Two conditions that say and ask the same are equal.
final class CelCondition implements Condition {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private static volatile @Nullable Compiler compilers;

    private final String says;
    private final String expression;
    private final SortedMap<String, FactType> needs;
    private volatile @Nullable Predicate<Map<String, Object>> compiled;

    CelCondition(String says, String expression, Map<String, FactType> facts) {
        this.says = says;
        this.expression = expression;
        this.needs = mentioned(expression, facts);
    }

    /// Every fact whose name occurs: a name inside quotation marks counts too, which only asks for
    /// more.
    private static SortedMap<String, FactType> mentioned(
            String expression, Map<String, FactType> facts) {
        var found = new TreeMap<String, FactType>();
        WORD.matcher(expression)
                .results()
                .map(word -> word.group())
                .forEach(word ->
                        Optional.ofNullable(facts.get(word)).ifPresent(t -> found.put(word, t)));
        return found;
    }

    /// What is wrong with an expression, in words, or nothing. One fact that is yes or no is right
    /// as it stands, and is judged so.
    static Optional<String> problem(String expression, Map<String, FactType> facts) {
        if (facts.get(expression) == FactType.YES_NO) {
            return Optional.empty();
        }
        var result = compile(expression, facts);
        return result.hasError()
                ? Optional.of(CelWords.of(result.getErrors().getFirst()))
                : Optional.empty();
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Set<String> needs() {
        return needs.keySet();
    }

    /// An expression that fails while it is judged counts as not holding.
    @Override
    public boolean holds(Map<String, Object> given) {
        if (needs.get(expression) == FactType.YES_NO) {
            return Boolean.TRUE.equals(given.get(expression));
        }
        var judge = compiled;
        if (judge == null) {
            judge = judge();
            compiled = judge;
        }
        return judge.test(given);
    }

    private Predicate<Map<String, Object>> judge() {
        try {
            CelAbstractSyntaxTree checked = compile(expression, needs).getAst();
            CelRuntime.Program program =
                    CelRuntimeFactory.plannerRuntimeBuilder().build().createProgram(checked);
            return given -> judge(program, given);
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalStateException("not a checked condition: " + expression, broken);
        }
    }

    private static boolean judge(CelRuntime.Program program, Map<String, Object> given) {
        try {
            return Boolean.TRUE.equals(program.eval(given));
        } catch (CelEvaluationException unjudgeable) {
            return false;
        }
    }

    private static CelValidationResult compile(String expression, Map<String, FactType> facts) {
        var last = compilers;
        if (last == null || !last.facts().equals(facts)) {
            last = Compiler.over(facts);
            compilers = last;
        }
        return last.compiler().compile(expression);
    }

    /// A compiler takes far longer to make than to use, and the conditions of one pack are over the
    /// same facts.
    private record Compiler(Map<String, FactType> facts, CelCompiler compiler) {

        static Compiler over(Map<String, FactType> facts) {
            var compiler =
                    CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
            facts.forEach((key, type) -> compiler.addVar(key, celType(type)));
            return new Compiler(Map.copyOf(facts), compiler.build());
        }
    }

    private static CelType celType(FactType type) {
        return switch (type) {
            case YES_NO -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case TEXT -> SimpleType.STRING;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CelCondition that
                && says.equals(that.says)
                && expression.equals(that.expression)
                && needs.equals(that.needs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(says, expression);
    }

    @Override
    public String toString() {
        return says + " [" + expression + "]";
    }
}
