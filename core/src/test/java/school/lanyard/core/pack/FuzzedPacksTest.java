// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A pack that somebody has spoilt, in whatever way, is read as sound or gets its faults listed. It
/// never fails in any other way, and each fault says where it is and how to mend it.
class FuzzedPacksTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));
    private static final List<String> SPITEFUL =
            List.of(
                    "",
                    "~",
                    "[]",
                    "{}",
                    "\"",
                    "'",
                    ": ",
                    "- ",
                    "&a [*a]",
                    "!!java.lang.Object {}",
                    "*a",
                    "|",
                    ">",
                    "%",
                    "\t",
                    "---",
                    "...",
                    "\0",
                    "\uFEFF",
                    "\uD800",
                    "\u202E",
                    "9".repeat(400),
                    "1e999",
                    ".inf",
                    "yes",
                    "0x1F",
                    "<<: *a",
                    "[".repeat(400),
                    "{a: ".repeat(200),
                    "a".repeat(5000),
                    "true && (",
                    "1 / 0 == 1",
                    "P-1D",
                    "🧒🏽",
                    "../../etc/passwd",
                    "2026-02-30",
                    "staff",
                    "not-a-role");

    @Test
    void never_break_the_reader() throws IOException {
        campaign(60, 20261122L);
    }

    @Test
    @Tag("drill")
    void never_break_the_reader_in_a_long_campaign() throws IOException {
        campaign(Integer.getInteger("lanyard.fuzz", 5000), System.nanoTime());
    }

    private static void campaign(int packs, long seed) throws IOException {
        var sound = PackFiles.read(PACKS.folderOf("boughton-leigh").orElseThrow(), new Faults());
        int broken = 0;
        for (int n = 0; n < packs; n++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + n);
            var spoilt = spoilt(sound, random);
            try {
                if (PACKS.load(spoilt) instanceof Loaded.Broken(_, var faults)) {
                    broken++;
                    assertThat(faults).as("seed %d", seed + n).isNotEmpty();
                    assertThat(faults)
                            .as("seed %d", seed + n)
                            .allSatisfy(fault -> {
                                assertThat(fault.file()).isNotBlank();
                                assertThat(fault.line()).isPositive();
                                assertThat(fault.problem()).isNotBlank().hasSizeLessThan(2000);
                                assertThat(fault.mend()).isNotBlank();
                            });
                }
            } catch (RuntimeException | StackOverflowError broke) {
                throw new AssertionError("seed " + (seed + n), broke);
            }
        }
        assertThat(broken).as("packs that were spoilt enough").isGreaterThan(packs / 3);
    }

    private static PackFiles spoilt(PackFiles sound, RandomGenerator random) {
        var texts = new TreeMap<>(sound.texts());
        for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
            var path = pick(List.copyOf(texts.keySet()), random);
            switch (random.nextInt(8)) {
                case 0 -> texts.remove(path);
                case 1 -> texts.put(path, texts.get(pick(List.copyOf(texts.keySet()), random)));
                default -> texts.put(path, spoilt(texts.get(path), random));
            }
        }
        return new PackFiles(sound.folder(), texts);
    }

    private static String spoilt(String text, RandomGenerator random) {
        var lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size() + 1);
        switch (random.nextInt(7)) {
            case 0 -> lines.add(at, pick(SPITEFUL, random));
            case 1 -> lines.subList(at, Math.min(lines.size(), at + random.nextInt(9))).clear();
            case 2 -> lines.addAll(at, lines.subList(0, random.nextInt(lines.size() + 1)));
            case 3 -> java.util.Collections.shuffle(lines, new java.util.Random(random.nextLong()));
            default -> {
                if (at < lines.size()) {
                    lines.set(at, cut(lines.get(at), random));
                }
            }
        }
        return String.join("\n", lines);
    }

    private static String cut(String line, RandomGenerator random) {
        int from = random.nextInt(line.length() + 1);
        int to = Math.min(line.length(), from + random.nextInt(12));
        return line.substring(0, from) + pick(SPITEFUL, random) + line.substring(to);
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
