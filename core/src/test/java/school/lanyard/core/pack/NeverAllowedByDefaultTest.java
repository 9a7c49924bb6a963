// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;

/// Whatever conditions a school writes, an answer that still lacks a fact is never "allowed".
class NeverAllowedByDefaultTest {

    private static final List<String> FACTS = List.of("a", "b", "c", "n", "t");

    @TempDir java.nio.file.Path folder;

    @ParameterizedTest
    @MethodSource("seeds")
    void a_missing_fact_never_answers_allowed(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var expression = expression(random, 3);
        var pack = pack(expression);
        var needed = needed(expression);
        for (int round = 0; round < 40; round++) {
            var given = given(random);
            var decision = pack.decide().ask("staff", "games/chess", given);
            assertThat(decision.missing())
                    .as("seed %d, %s", seed, expression)
                    .containsExactlyInAnyOrderElementsOf(
                            needed.stream().filter(fact -> !given.containsKey(fact)).toList());
            if (!decision.missing().isEmpty()) {
                assertThat(decision.answer())
                        .as("seed %d, %s with %s", seed, expression, given)
                        .isNotEqualTo(Answer.ALLOWED);
            }
        }
        assertThat(answers(pack, needed)).as("seed %d, %s", seed, expression).isNotEmpty();
    }

    /// With every fact given, the answer is settled: a plain yes or the plain mark that was lifted.
    private static List<Answer> answers(Pack pack, List<String> needed) {
        var given = new LinkedHashMap<String, Object>();
        FACTS.forEach(fact -> given.put(fact, value(fact, true)));
        Decision decision = pack.decide().ask("staff", "games/chess", given);
        assertThat(decision.missing()).isEmpty();
        assertThat(decision.answer()).isIn(Answer.ALLOWED, Answer.NOT_ALLOWED);
        return List.of(decision.answer());
    }

    private static Map<String, Object> given(RandomGenerator random) {
        var given = new LinkedHashMap<String, Object>();
        FACTS.stream()
                .filter(_ -> random.nextInt(3) > 0)
                .forEach(fact -> given.put(fact, value(fact, random.nextBoolean())));
        return given;
    }

    private static Object value(String fact, boolean high) {
        return switch (fact) {
            case "n" -> high ? 9L : 1L;
            case "t" -> high ? "x" : "y";
            default -> high;
        };
    }

    private static List<String> needed(String expression) {
        return FACTS.stream().filter(f -> expression.matches(".*\\b" + f + "\\b.*")).toList();
    }

    private static String expression(RandomGenerator random, int depth) {
        var leaves = new ArrayList<>(List.of("a", "b", "c", "n > 4", "n < 3", "t == 'x1'"));
        if (depth == 0) {
            return leaves.get(random.nextInt(leaves.size()));
        }
        var one = expression(random, depth - 1);
        var two = expression(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "(%s && %s)".formatted(one, two);
            case 1 -> "(%s || %s)".formatted(one, two);
            case 2 -> "!(%s)".formatted(one);
            case 3 -> "(%s ? %s : true)".formatted(one, two);
            default -> one;
        };
    }

    private Pack pack(String expression) {
        var texts = new TreeMap<String, String>();
        texts.put("pack.yaml", "{key: p, label: P, edition: '1', kind: base, ask: lead}");
        texts.put("vocabulary.yaml", "groups: {staff: {one: adult, many: adults}}");
        texts.put(
                "roles.yaml",
                "lead: {label: Lead, holders: one, groups: [staff], capabilities: []}");
        texts.put("contacts.yaml", "out: {label: Out, use-when: Always}");
        texts.put("routing.yaml", "else: {label: Else, to: [[lead]], then: out}");
        texts.put(
                "facts.yaml",
                """
                a: {label: A, type: yes-no}
                b: {label: B, type: yes-no}
                c: {label: C, type: yes-no}
                n: {label: N, type: number}
                t: {label: T, type: text}
                """);
        texts.put(
                "marks.yaml",
                """
                maybe: {label: Maybe, answer: allowed, says: maybe, when: "%s"}
                no: {label: No, answer: not-allowed}
                """
                        .formatted(expression));
        texts.put(
                "decisions/games.yaml",
                """
                label: Games
                columns: {staff: {label: Adults, groups: [staff]}}
                rows:
                  - {row: Chess, staff: [maybe, no]}
                """);
        return switch (Packs.in(folder).load(new PackFiles("p", texts))) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }
}
