// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What reading and checking the whole of `packs/boughton-leigh` and its bases costs, beside the
/// least: reading the same files and hashing them. In a JVM that is warm, and in one that has just
/// started.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PackBench {

    private static final String PACK = "boughton-leigh";
    private static final String HEADER = "pack.yaml";

    private final Packs packs = Packs.in(Path.of("packs"));
    private final Path folder = packs.folderOf(PACK).orElseThrow();
    private final PackFiles files = packs.files(PACK);
    private int turn;

    /// Each time with another comment, so that it is not remembered.
    @Benchmark
    public Pack check() {
        var texts = new TreeMap<>(files.texts());
        texts.merge(HEADER, "# " + turn++ + "\n", String::concat);
        return ((Loaded.Sound) packs.load(new PackFiles(PACK, texts))).pack();
    }

    @Benchmark
    public Pack load_again() {
        return ((Loaded.Sound) packs.load(folder)).pack();
    }

    @Benchmark
    public String floor_is_hashing_the_files() {
        return packs.fingerprint(folder);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(9)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Pack load_and_check_in_a_fresh_jvm() {
        return ((Loaded.Sound) packs.load(folder)).pack();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(9)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public String fresh_jvm_floor_is_hashing_the_files() {
        return packs.fingerprint(folder);
    }
}
