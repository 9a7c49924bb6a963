// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.signals.address.Hashes;

/// Lines as the programs write them, with what must be read out of them beside.
class LogParserTest {

    private static List<String> lines(String name) throws IOException {
        var stream = Objects.requireNonNull(LogParserTest.class.getResourceAsStream(name), name);
        try (stream) {
            return Arrays.asList(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1));
        }
    }

    static String read(LogParser parser, String written) {
        var bytes = written.getBytes(StandardCharsets.UTF_8);
        var line = new LogLine();
        if (!parser.parse(
                Arrays.copyOf(bytes, bytes.length + Hashes.PADDING), 0, bytes.length, line)) {
            return "malformed";
        }
        return String.join(
                " | ",
                Long.toString(line.at()),
                text(line.bytes(), line.clientFrom(), line.clientTo()),
                line.isPooled() ? "-" : text(line.bytes(), line.userFrom(), line.userTo()),
                Integer.toString(line.status()),
                line.denied() ? "denied" : "passed",
                text(line.bytes(), line.categoryFrom(), line.categoryTo()),
                text(line.urlBytes(), line.urlFrom(), line.urlTo()));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"squid, SQUID", "e2guardian, E2GUARDIAN", "cef, CEF", "syslog, SYSLOG"})
    void a_captured_line_is_read_as_what_it_says(String name, LogFormat format) throws IOException {
        var written = lines(name + ".log");
        var expected = lines(name + ".out");
        assertThat(written).hasSameSizeAs(expected);
        var parser = format.parser();
        var any = LogFormat.AUTO.parser();
        for (int i = 0; i < written.size(); i++) {
            assertThat(read(parser, written.get(i))).as(written.get(i)).isEqualTo(expected.get(i));
            assertThat(read(any, written.get(i)))
                    .as("auto: " + written.get(i))
                    .isEqualTo(expected.get(i));
        }
    }

    /// Cut anywhere, a line is malformed or still a line; nothing is read past its end.
    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void a_truncated_line_harms_nothing(LogFormat format) throws IOException {
        var parser = format.parser();
        for (var name : List.of("squid.log", "e2guardian.log", "cef.log", "syslog.log")) {
            for (var written : lines(name)) {
                for (int end = 0; end < written.length(); end++) {
                    assertThat(read(parser, written.substring(0, end))).isNotNull();
                }
            }
        }
    }

    @Test
    void two_lines_that_were_mixed_are_malformed() throws IOException {
        var written = lines("squid.log");
        var mixed = written.get(0).substring(0, 60) + written.get(1);
        assertThat(read(LogFormat.SQUID.parser(), mixed)).isEqualTo("malformed");
    }
}
