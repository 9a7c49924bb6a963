// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
/// One operation asks everything that `packs/boughton-leigh` can be asked, for every group. Look at
/// the medians: means belong to whoever shares the machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBench {

    private record Question(String group, String about) {}

    private Question[] questions = {};
    private Decisions decisions;
    private final Map<Question, Decision> answers = new HashMap<>();

    @Setup
    public void everyQuestion() {
        decisions = boughtonLeigh().decide();
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

    private static Pack boughtonLeigh() {
        return switch (Packs.in(Path.of("packs")).load("boughton-leigh")) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded unsound -> throw new IllegalStateException(unsound.toString());
        };
    }

    /// Most recent, median: Xeon, 2 cores shared with other builds (load 11), JDK 25.0.3: 79 us/op.
    @Benchmark
    public int decide() {
        var cited = 0;
        for (var question : questions) {
            cited += decisions.ask(question.group(), question.about(), Map.of()).clauses().size();
        }
        return cited;
    }

    /// Most recent, median of the same run: 2.0 to 2.4 us/op.
    @Benchmark
    public int floor_is_a_map_of_ready_answers() {
        var cited = 0;
        for (var question : questions) {
            cited += answers.get(question).clauses().size();
        }
        return cited;
    }

    private int next;

    private Question oneAfterAnother() {
        next = next + 1 == questions.length ? 0 : next + 1;
        return questions[next];
    }

    /// A single decision, of all of them in turn.
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public Decision one() {
        var question = oneAfterAnother();
        return decisions.ask(question.group(), question.about(), Map.of());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public Decision one_floor_is_a_map_of_ready_answers() {
        return answers.get(oneAfterAnother());
    }
}
