// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunksTest {

    @TempDir private Path folder;

    private record Cut(String text, int chunks, int gigantic, long end) {}

    private static Cut cut(Chunks chunks) throws IOException {
        var text = new StringBuilder();
        var chunk = new Chunk();
        int count = 0;
        int gigantic = 0;
        while (chunks.next(chunk)) {
            assertThat(chunk.sequence()).isEqualTo(count++);
            gigantic += chunk.gigantic();
            text.append(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.ISO_8859_1));
        }
        return new Cut(text.toString(), count, gigantic, chunk.end());
    }

    private static Cut cut(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return cut(new Chunks(Channels.newChannel(new ByteArrayInputStream(bytes)), 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_line_is_in_one_chunk_whole(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var text = new StringBuilder();
        while (text.length() < 2_000_000) {
            text.append("x".repeat(random.nextInt(1 << random.nextInt(17)))).append('\n');
        }
        var cut = cut(text.toString());
        assertThat(cut.text()).isEqualTo(text.toString());
        assertThat(cut.end()).isEqualTo(text.length());
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @Test
    void a_gigantic_line_is_left_out_and_counted_once() throws IOException {
        var cut = cut("one\n" + "x".repeat(3 * Chunk.SIZE) + "\ntwo\nthree");
        assertThat(cut.text()).isEqualTo("one\ntwo\nthree");
        assertThat(cut.gigantic()).isEqualTo(1);
    }

    @Test
    void a_log_of_one_gigantic_line_ends() throws IOException {
        var cut = cut("x".repeat(3 * Chunk.SIZE));
        assertThat(cut.text()).isEmpty();
        assertThat(cut.gigantic()).isEqualTo(1);
        assertThat(cut("").chunks()).isZero();
        assertThat(cut("x".repeat(Chunk.SIZE - 1) + "\n").text()).hasSize(Chunk.SIZE);
    }

    @Test
    void a_compressed_log_is_read_as_the_plain_one() throws IOException {
        var text = "a line of a log\n".repeat(50_000);
        var plain = Files.writeString(folder.resolve("log"), text);
        var gzip = folder.resolve("log.1");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        var zstd = folder.resolve("log.2");
        var frames = new ByteArrayOutputStream();
        for (int frame = 0; frame < 2; frame++) {
            try (var out = new ZstdOutputStream(frames)) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Files.write(zstd, frames.toByteArray());
        for (var file : new Path[] {plain, gzip}) {
            try (var chunks = new Chunks(LogFiles.open(file), 0)) {
                assertThat(cut(chunks).text()).isEqualTo(text);
            }
        }
        try (var chunks = new Chunks(LogFiles.open(zstd), 0)) {
            assertThat(cut(chunks).text()).isEqualTo(text + text);
        }
    }
}
