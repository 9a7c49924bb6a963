// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MonitorCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder;

    @BeforeEach
    void packs_are_in_the_repository() {
        System.setProperty(PackArgument.FOLDER, Path.of("..", "packs").toString());
    }

    @AfterEach
    void forget_the_folder() {
        System.clearProperty(PackArgument.FOLDER);
    }

    private int run(String... args) {
        return CommandLines.of(new MonitorCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String log() throws IOException {
        var line =
                "%d.000     12 10.20.0.11 TCP_MISS/200 512 GET %s %s HIER_DIRECT/192.0.2.7"
                        + " text/html\n";
        return Files.writeString(
                        folder.resolve("access.log"),
                        line.formatted(
                                        1_795_770_000,
                                        "https://www.google.com/search?q=painless+suicide",
                                        "p101")
                                + "garbage\n"
                                + line.formatted(
                                        1_795_770_009,
                                        "https://www.childline.org.uk/get-support/",
                                        "-"))
                .toString();
    }

    @Test
    void replays_a_log_and_writes_alerts_in_the_promised_shape() throws IOException {
        var alerts = folder.resolve("alerts.jsonl");
        assertThat(
                        run(
                                "replay",
                                log(),
                                "--format",
                                "squid",
                                "--pack",
                                "boughton-leigh",
                                "--alerts",
                                alerts.toString()))
                .as(err.toString())
                .isZero();
        var totals = JsonMapper.shared().readTree(out.toString());
        assertThat(totals.get("lines").asInt()).isEqualTo(3);
        assertThat(totals.get("malformed").asInt()).isEqualTo(1);
        assertThat(totals.get("alerts").asInt()).isEqualTo(1);
        assertThat(totals.get("unattributed").asInt()).as("a helpline is not looked at").isZero();
        assertThat(totals.get("seconds").isNumber()).isTrue();
        var alert = JsonMapper.shared().readTree(Files.readString(alerts));
        assertThat(alert.propertyNames())
                .containsExactly(
                        "at", "user", "address", "kind", "severity", "why", "term", "url", "lines");
        assertThat(alert.get("at").asString()).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(alert.get("term").asString()).isEqualTo("painless suicide");
        assertThat(alert.get("lines").get(0).asString()).contains("TCP_MISS/200");
    }

    @Test
    void wrong_usage_says_what_to_do() throws IOException {
        assertThat(run("replay", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("replay", log(), "--format", "carrier-pigeon")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no log at")
                .contains("Use squid, e2guardian, cef");
    }
}
