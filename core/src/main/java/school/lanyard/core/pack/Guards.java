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
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.playbook.Choice;
import school.lanyard.core.playbook.Condition;
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
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int MOST_COMBINATIONS = 4096;

    private final List<Choice> choices;
    private @Nullable CelCompiler compiler;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Set<String>> options = new HashMap<>();
    private final List<Fact> facts;

    Guards(List<Fact> facts, List<Choice> choices) {
        this.facts = List.copyOf(facts);
        this.choices = List.copyOf(choices);
        for (var fact : facts) {
            if (fact instanceof Fact.OneOf oneOf) {
                options.put(oneOf.key(), oneOf.options().keySet());
            }
        }
        for (var choice : choices) {
            chosen.put(name(choice), choice.chosen());
            options.put(name(choice), choice.options().keySet());
        }
    }

    static void warmUp() {
        var guards = new Guards(List.of(new Fact.YesNo("a", "a")), List.of());
        try {
            guards.compile("!a || a");
        } catch (Unusable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(Choice choice) {
        return "choices." + choice.key();
    }

    private synchronized CelCompiler compiler() {
        if (compiler == null) {
            var builder =
                    CelCompilerFactory.standardCelCompilerBuilder()
                            .setOptions(OPTIONS)
                            .setResultType(SimpleType.BOOL);
            facts.forEach(fact ->
                    builder.addVar(
                            fact.key(),
                            fact instanceof Fact.YesNo ? SimpleType.BOOL : SimpleType.STRING));
            choices.forEach(choice -> builder.addVar(name(choice), SimpleType.STRING));
            compiler = builder.build();
        }
        return compiler;
    }

    /// A condition that was compiled before, to be compiled again when it is first judged.
    Guard lazily(String text) {
        var words =
                WORD.matcher(QUOTED.matcher(text).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        var reads =
                facts.stream().map(Fact::key).filter(words::contains).collect(Collectors.toSet());
        return new Guard(
                text,
                reads,
                new Condition() {
                    private volatile @Nullable Guard compiled;

                    @Override
                    public Truth test(Facts known) {
                        var guard = compiled;
                        if (guard == null) {
                            guard = compileAgain(text);
                            compiled = guard;
                        }
                        return guard.test(known);
                    }
                });
    }

    private Guard compileAgain(String text) {
        try {
            return compile(text);
        } catch (Unusable unusable) {
            throw new IllegalStateException("not a checked condition: " + text, unusable);
        }
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
            var ast = compiler().compile(text).getAst();
            var names = names(ast);
            refuseUnknownOptions(text, names);
            var program = Running.IT.createProgram(ast);
            var reads = facts.stream().filter(fact -> names.contains(fact.key())).toList();
            return tried(text, program, reads);
        } catch (CelValidationException e) {
            throw new Unusable(CelWords.of(e.getErrors().getFirst()));
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

    /// Every answer that the facts it reads can have, tried once: no CEL is left to run, or to
    /// fail, in a case.
    private Guard tried(String text, CelRuntime.Program program, List<Fact> reads) throws Unusable {
        var keys = reads.stream().map(Fact::key).toList();
        var table = new ArrayList<Truth>();
        for (var answers : combinations(reads)) {
            table.add(judge(program, keys, answers));
        }
        return new Guard(text, Set.copyOf(keys), new Table(Asked.of(reads), List.copyOf(table)));
    }

    /// One fact that a condition reads, and the places of its answers; a missing one has place 0.
    private record Asked(String key, Map<Value, Integer> places) {
        static List<Asked> of(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> {
                        var places = new HashMap<Value, Integer>();
                        fact.answers().forEach(value -> places.put(value, places.size() + 1));
                        return new Asked(fact.key(), Map.copyOf(places));
                    })
                    .toList();
        }
    }

    /// What a condition comes to for every combination of answers, in the order of [#combinations].
    private record Table(List<Asked> asked, List<Truth> truths) implements Condition {
        @Override
        public Truth test(Facts known) {
            int at = 0;
            for (var each : asked) {
                var value = known.get(each.key());
                var place = value == null ? Integer.valueOf(0) : each.places().get(value);
                if (place == null) {
                    return Truth.UNKNOWN;
                }
                at = at * (each.places().size() + 1) + place;
            }
            return truths.get(at);
        }
    }

    private static List<List<Optional<Value>>> combinations(List<Fact> facts) throws Unusable {
        List<List<Optional<Value>>> all = List.of(List.of());
        for (var fact : facts) {
            var longer = new ArrayList<List<Optional<Value>>>();
            for (var answers : all) {
                longer.add(with(answers, Optional.empty()));
                fact.answers().forEach(value -> longer.add(with(answers, Optional.of(value))));
            }
            if (longer.size() > MOST_COMBINATIONS) {
                throw new Unusable("it asks about too many facts at once; split it into two edges");
            }
            all = longer;
        }
        return all;
    }

    private static List<Optional<Value>> with(List<Optional<Value>> answers, Optional<Value> next) {
        return Stream.concat(answers.stream(), Stream.of(next)).toList();
    }

    private Truth judge(
            CelRuntime.Program program, List<String> keys, List<Optional<Value>> answers)
            throws Unusable {
        var given = new HashMap<String, Object>(chosen);
        var missing = new ArrayList<CelAttributePattern>();
        for (int i = 0; i < keys.size(); i++) {
            switch (answers.get(i).orElse(null)) {
                case null -> missing.add(CelAttributePattern.create(keys.get(i)));
                case Value.YesNo(var yes) -> given.put(keys.get(i), yes);
                case Value.Option(var option) -> given.put(keys.get(i), option);
            }
        }
        try {
            var answer =
                    program.eval(
                            PartialVars.of(given, missing.toArray(CelAttributePattern[]::new)));
            return answer instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN;
        } catch (CelEvaluationException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /// Made when it is first needed.
    private static final class Running {
        static final CelRuntime IT =
                CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();
    }
}
