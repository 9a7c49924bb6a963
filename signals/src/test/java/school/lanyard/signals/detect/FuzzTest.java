// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.lanyard.signals.address.Hashes;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.log.LogFormat;

/// Changes good lines at random and expects an answer to each, soon. `lanyard.fuzz` says how many.
class FuzzTest {

    private static final List<String> GOOD =
            List.of(
                    "1764234001.123    135 10.20.0.11 TCP_MISS/200 5120 GET"
                            + " https://www.google.com/search?q=how+to+kill+myself p101"
                            + " HIER_DIRECT/192.0.2.7 text/html",
                    "1764234002.001      0 10.20.0.12 TCP_DENIED/403 3911 CONNECT games.example:443"
                            + " - HIER_NONE/- text/html",
                    "1764234001.123\tproxy\tp101\t10.20.0.11\t10.20.0.11\thttp://www.site.example/"
                            + "\tGET\t200\t5120\ttext/html\t-\t-\t35\t-\t0\t-\t0\t-\tpupils\t1",
                    "CEF:0|Example|Web Filter|7.1|100|Request|2|rt=1764234001123 src=10.20.0.11"
                            + " suser=p101 request=https://www.bing.com/search?q\\=b%C3%BCcher"
                            + " act=blocked",
                    "<134>1 2026-11-27T09:00:01.123Z proxy squid 812 - [a b=\"c\"] 1795770001.123  "
                            + "   35 10.20.0.11 TCP_MISS/200 5120 GET http://user@[::ffff:1.2.3.4]:80/"
                            + " p101 HIER_DIRECT/192.0.2.7 text/html");
    private static final byte[] TRICKS =
            " \t\n\r|=\\/:@[]%.?&+\"<>0x-\u001b\u0000é".getBytes(StandardCharsets.UTF_8);
    private static final long SLOW = 2_000_000_000L;

    @Test
    void changed_lines_are_answered() {
        fuzz(15_000);
    }

    @Test
    @Tag("drill")
    void ten_million_changed_lines_are_answered() {
        fuzz(Long.getLong("lanyard.fuzz", 10_000_000L));
    }

    private static void fuzz(long count) {
        var detection =
                new Detection(
                        Settings.standard(ZoneId.of("Europe/London"), Set.of()),
                        PhraseSet.starter(),
                        null);
        var scanner = detection.scanner(LogFormat.AUTO);
        var watch = detection.watch(alert -> assertThat(alert.shape()).hasSize(9));
        var found = new Found();
        var host = new HostReader();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(count);
        for (long i = 0; i < count; i++) {
            var line = changed(random);
            long began = System.nanoTime();
            scanner.scan(Arrays.copyOf(line, line.length + Hashes.PADDING), line.length, found);
            watch.follow(found);
            host.read(line, random.nextInt(line.length), line.length);
            long took = System.nanoTime() - began;
            assertThat(took)
                    .as(() -> "slow: " + new String(line, StandardCharsets.UTF_8))
                    .isLessThan(SLOW);
        }
        assertThat(watch.people()).isLessThanOrEqualTo(50_000);
    }

    private static byte[] changed(RandomGenerator random) {
        var line = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(line.length);
            switch (random.nextInt(4)) {
                case 0 -> line[at] = TRICKS[random.nextInt(TRICKS.length)];
                case 1 -> line[at] = (byte) random.nextInt();
                case 2 -> line = Arrays.copyOf(line, Math.max(1, at));
                default -> line = doubled(line, at, random);
            }
        }
        return line;
    }

    /// A piece of the line stands in it twice, perhaps very often.
    private static byte[] doubled(byte[] line, int at, RandomGenerator random) {
        int end = Math.min(line.length, at + 1 + random.nextInt(12));
        int times = random.nextInt(50) == 0 ? 1 + random.nextInt(500) : 2;
        var text = new String(line, StandardCharsets.ISO_8859_1);
        var grown =
                text.substring(0, at) + text.substring(at, end).repeat(times) + text.substring(end);
        return grown.getBytes(StandardCharsets.ISO_8859_1);
    }
}
