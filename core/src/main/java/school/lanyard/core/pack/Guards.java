// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import school.lanyard.core.playbook.Choice;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Facts;
import school.lanyard.core.playbook.Guard;
import school.lanyard.core.playbook.Truth;
import school.lanyard.core.playbook.Value;

/// Compiles the conditions of one playbook. A fact is a variable by its key; a choice is `choices.`
/// and its key, with the chosen option as its value. What depends on a missing fact is unknown, and
/// `false && missing` is false.
final class Guards {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableUnknownTracking(true).build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final CelCompiler compiler;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Set<String>> options = new HashMap<>();
    private final Set<String> facts;

    Guards(List<Fact> facts, List<Choice> choices) {
        this.facts = facts.stream().map(Fact::key).collect(Collectors.toUnmodifiableSet());
        var builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setResultType(SimpleType.BOOL);
        for (var fact : facts) {
            switch (fact) {
                case Fact.YesNo yesNo -> builder.addVar(yesNo.key(), SimpleType.BOOL);
                case Fact.OneOf oneOf -> {
                    builder.addVar(oneOf.key(), SimpleType.STRING);
                    options.put(oneOf.key(), oneOf.options().keySet());
                }
            }
        }
        for (var choice : choices) {
            var name = "choices." + choice.key();
            builder.addVar(name, SimpleType.STRING);
            chosen.put(name, choice.chosen());
            options.put(name, choice.options().keySet());
        }
        this.compiler = builder.build();
    }

    /// Says in its message what is wrong with a condition.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    Guard compile(String text) throws Unusable {
        try {
            var ast = compiler.compile(text).getAst();
            var names = names(ast);
            refuseUnknownOptions(text, names);
            var program = RUNTIME.createProgram(ast);
            var reads = new HashSet<>(names);
            reads.retainAll(facts);
            return new Guard(text, reads, known -> test(text, program, reads, known));
        } catch (CelValidationException e) {
            throw new Unusable(e.getErrors().getFirst().getMessage().strip());
        } catch (CelEvaluationException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree ast) {
        var names = new HashSet<String>();
        ast.getReferenceMap().values().forEach(reference -> names.add(reference.name()));
        return names;
    }

    /// A misspelt option would simply never match.
    private void refuseUnknownOptions(String text, Set<String> names) throws Unusable {
        var known = new HashSet<String>();
        names.forEach(name -> known.addAll(options.getOrDefault(name, Set.of())));
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            var option = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            if (!known.contains(option)) {
                throw new Unusable("nothing it asks about has the option " + option);
            }
        }
    }

    private Truth test(String text, CelRuntime.Program program, Set<String> reads, Facts known) {
        var given = new HashMap<String, Object>(chosen);
        var missing = new ArrayList<CelAttributePattern>();
        for (var fact : reads) {
            switch (known.get(fact)) {
                case null -> missing.add(CelAttributePattern.create(fact));
                case Value.YesNo(var yes) -> given.put(fact, yes);
                case Value.Option(var key) -> given.put(fact, key);
            }
        }
        try {
            var answer =
                    program.eval(
                            PartialVars.of(given, missing.toArray(CelAttributePattern[]::new)));
            return answer instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition could not be judged: " + text, e);
        }
    }
}
