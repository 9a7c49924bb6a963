// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import school.lanyard.core.pack.Decisions;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// What a decision costs beside the least it could cost: finding a ready answer in a map.
///
/// One operation asks everything that the largest pack in `packs` can be asked, for every group.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBench {

    private record Question(String group, String about) {}

    private Question[] questions = {};
    private Decisions decisions;
    private final Map<Question, Decision> answers = new HashMap<>();

    @Setup
    public void everyQuestion() {
        decisions = largestPack().decide();
        questions =
                decisions.subjects().stream()
                        .flatMap(subject ->
                                subject.asks().stream()
                                        .map(group -> new Question(group, subject.key())))
                        .toArray(Question[]::new);
        for (var question : questions) {
            answers.put(question, decisions.ask(question.group(), question.about(), Map.of()));
        }
    }

    private static Pack largestPack() {
        var packs = Packs.in(Path.of("packs"));
        return packs.keys().stream()
                .map(packs::load)
                .flatMap(loaded ->
                        loaded instanceof Loaded.Sound(var pack) ? Stream.of(pack) : Stream.of())
                .max(Comparator.comparing(pack -> pack.decide().subjects().size()))
                .orElseThrow();
    }

    /// Most recent: Xeon, 2 cores shared with five other builds (load 9), JDK 25.0.3: 467 us/op,
    /// 254,038 B/op. With three rounds on a busy machine only its size beside the floor says
    /// anything.
    @Benchmark
    public int decide() {
        var cited = 0;
        for (var question : questions) {
            cited += decisions.ask(question.group(), question.about(), Map.of()).clauses().size();
        }
        return cited;
    }

    /// Most recent, in the same run: 5.9 us/op, 0 B/op.
    @Benchmark
    public int floor_is_a_map_of_ready_answers() {
        var cited = 0;
        for (var question : questions) {
            cited += answers.get(question).clauses().size();
        }
        return cited;
    }
}
