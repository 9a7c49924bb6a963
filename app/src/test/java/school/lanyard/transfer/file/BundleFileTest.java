// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleFileTest {

    static final Instant NINE = Instant.parse("2026-09-14T08:00:00Z");
    static final Bundle BUNDLE =
            new Bundle(
                    Bundle.FORMAT,
                    Bundle.VERSION,
                    NINE,
                    "Willow Bank",
                    new Bundle.Child("Pip Underhill", LocalDate.of(2020, 3, 1), "1", null),
                    List.of(
                            new Bundle.Case(
                                    "ABCD-EFGH",
                                    "incident",
                                    null,
                                    "affected",
                                    List.of(
                                            new Bundle.Entry(
                                                    LocalDate.of(2026, 3, 2),
                                                    null,
                                                    NINE,
                                                    "Note",
                                                    List.of("Bo Larkin told BO LARKIN's mother."),
                                                    "Diana Sharpe",
                                                    false)))));

    static byte[] sound() {
        return BundleFile.write(BUNDLE, new byte[] {1, 2, 3}, "f".repeat(64), List.of()).zip();
    }

    @Test
    void comes_back_as_it_went() {
        assertThat(BundleFile.read(sound()))
                .isInstanceOfSatisfying(
                        BundleFile.Read.Sound.class,
                        read -> assertThat(read.bundle()).isEqualTo(BUNDLE));
    }

    /// Whatever byte is changed, it is refused or says the same: never anything else, and no fault.
    @ParameterizedTest
    @MethodSource("seeds")
    void is_refused_when_any_of_it_was_changed(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var changed = sound();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        if (BundleFile.read(changed) instanceof BundleFile.Read.Sound(var bundle, _)) {
            assertThat(bundle).as("seed %d", seed).isEqualTo(BUNDLE);
        }
    }

    /// What one school writes, another reads back word for word, whatever is in it.
    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_it_holds_comes_back_as_it_went(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var bundle =
                new Bundle(
                        Bundle.FORMAT,
                        Bundle.VERSION,
                        NINE.plusMillis(random.nextInt()),
                        text(random),
                        new Bundle.Child(
                                text(random),
                                random.nextBoolean() ? null : LocalDate.EPOCH,
                                random.nextBoolean() ? null : text(random),
                                random.nextBoolean() ? null : text(random)),
                        Stream.generate(() -> part(random)).limit(random.nextInt(4)).toList());
        var file = BundleFile.write(bundle, new byte[] {1}, "f".repeat(64), List.of(text(random)));
        assertThat(BundleFile.read(file.zip()))
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        BundleFile.Read.Sound.class,
                        read -> assertThat(read.bundle()).isEqualTo(bundle));
    }

    private static Bundle.Case part(RandomGenerator random) {
        return new Bundle.Case(
                text(random),
                text(random),
                random.nextBoolean() ? null : text(random),
                random.nextBoolean() ? null : text(random),
                Stream.generate(() ->
                                new Bundle.Entry(
                                        LocalDate.EPOCH.plusDays(random.nextInt(30_000)),
                                        random.nextBoolean()
                                                ? null
                                                : LocalTime.ofNanoOfDay(
                                                        random.nextLong(86_400) * 1_000),
                                        NINE.plusMillis(random.nextInt()),
                                        text(random),
                                        List.of(text(random), text(random)),
                                        text(random),
                                        random.nextBoolean()))
                        .limit(random.nextInt(4))
                        .toList());
    }

    /// What breaks programs that are careless with text: quotes, lines, nought, other scripts.
    private static String text(RandomGenerator random) {
        var pieces =
                List.of(
                        "a", "\"", "\\", "\n", "\r", "\u0000", "é", "\u202e", "😀", "</p>", "=1+1",
                        "");
        return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(random.nextInt(20))
                .collect(Collectors.joining());
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void is_refused_when_it_was_cut_short_or_is_something_else() {
        for (int length : new int[] {0, 1, 30, 200, sound().length - 1}) {
            refused(java.util.Arrays.copyOf(sound(), length));
        }
        refused("no zip at all".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void is_refused_when_a_file_is_missing_added_or_replaced() throws IOException {
        refused(rewritten("chronology.pdf", null, null));
        refused(rewritten("bundle.json", "{}", null));
        refused(rewritten(null, null, "more.txt"));
        refused(rewritten("manifest.json", "null", null));
        refused(rewritten("manifest.json", "{\"files\":null}", null));
    }

    @Test
    void a_little_that_unpacks_to_a_lot_is_refused_unread() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("bundle.json"));
            var block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
        }
        assertThat(bomb.size()).isLessThan(200_000);
        refused(bomb.toByteArray());
    }

    @Test
    void other_children_become_letters_and_the_same_one_each_time() {
        var replaced =
                new OtherChildren(Set.of("Bo Larkin", "Bo")).replaced(BUNDLE.cases().getFirst());
        assertThat(replaced.entries().getFirst().details())
                .containsExactly("Child A told Child A's mother.");
        assertThat(new OtherChildren(Set.of()).replaced(BUNDLE.cases().getFirst()))
                .isEqualTo(BUNDLE.cases().getFirst());
    }

    private static void refused(byte[] zip) {
        assertThat(BundleFile.read(zip)).isInstanceOf(BundleFile.Read.Refused.class);
    }

    private static byte[] rewritten(String name, String content, String added) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(sound()));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var bytes = from.readAllBytes();
                if (entry.getName().equals(name)) {
                    if (content == null) {
                        continue;
                    }
                    bytes = content.getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
            if (added != null) {
                to.putNextEntry(new ZipEntry(added));
                to.write(1);
            }
        }
        return out.toByteArray();
    }
}
