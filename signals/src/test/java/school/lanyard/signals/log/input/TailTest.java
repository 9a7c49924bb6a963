// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailTest {

    /// A file in memory.
    private static final class Paper implements LogFile {
        private final String identity;
        private String text = "";

        Paper(String identity) {
            this.identity = identity;
        }

        Paper write(String more) {
            text += more;
            return this;
        }

        @Override
        public String identity() {
            return identity;
        }

        @Override
        public long length() {
            return text.length();
        }

        @Override
        public int read(long offset, byte[] into, int from, int length) {
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            int count = (int) Math.max(0, Math.min(length, bytes.length - offset));
            System.arraycopy(bytes, (int) Math.min(offset, bytes.length), into, from, count);
            return count;
        }
    }

    private final Paper first = new Paper("1");
    private Tail tail = new Tail(Committed.NONE);

    private String read(LogFile now, @Nullable LogFile rotated) throws IOException {
        var all = new StringBuilder();
        while (true) {
            var lines = tail.next(now, Optional.ofNullable(rotated));
            if (lines.isEmpty()) {
                return all.toString();
            }
            all.append(new String(lines.get(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void only_whole_lines_are_given_out_and_each_once() throws IOException {
        assertThat(read(first.write("one\ntw"), null)).isEqualTo("one\n");
        assertThat(read(first, null)).isEmpty();
        assertThat(read(first.write("o\n"), null)).isEqualTo("two\n");
    }

    @Test
    void it_goes_on_from_where_was_committed() throws IOException {
        read(first.write("one\n"), null);
        var committed = tail.position();
        read(first.write("two\n"), null);
        tail = new Tail(committed);
        assertThat(read(first, null)).isEqualTo("two\n");
    }

    @Test
    void a_rotated_file_is_read_to_its_end_before_the_new_one() throws IOException {
        read(first.write("one\n"), null);
        first.write("two\nlast without end");
        assertThat(read(new Paper("2").write("three\n"), first))
                .isEqualTo("two\nlast without endthree\n");
    }

    @Test
    void a_file_that_was_emptied_and_written_again_is_read_from_its_start() throws IOException {
        read(first.write("one\ntwo\n"), null);
        assertThat(read(new Paper("1").write("new\n"), null)).isEqualTo("new\n");
        assertThat(read(new Paper("1").write("longer than what was read before\n"), null))
                .isEqualTo("longer than what was read before\n");
    }

    @Test
    void a_gigantic_line_is_left_out_and_counted() throws IOException {
        first.write("x".repeat(Chunk.SIZE + 10));
        assertThat(read(first, null)).isEmpty();
        assertThat(read(first.write("x\none\n"), null)).isEqualTo("one\n");
        assertThat(tail.tooLong()).isEqualTo(1);
    }
}
