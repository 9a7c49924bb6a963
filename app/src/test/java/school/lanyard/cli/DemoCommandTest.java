// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.Lanyard;
import school.lanyard.setup.demo.DemoDirectory;

/// Demonstrations and real schools stay apart, and what is not a demonstration is left alone.
class DemoCommandTest {

    @TempDir Path directory;
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Lanyard.line(args).setErr(new PrintWriter(err)).execute(args);
    }

    @Nested
    class A_demonstrations_directory {

        @Test
        void is_not_served_as_a_school() throws Exception {
            new DemoDirectory(directory.resolve("demo")).begin();
            assertThat(run("serve", "--port", "0", "--data", directory + "/demo")).isEqualTo(2);
            assertThat(err.toString()).contains("holds a demonstration").contains("lanyard demo");
        }

        @Test
        void is_removed_whole() throws IOException {
            var place = new DemoDirectory(directory.resolve("demo"));
            place.begin();
            Files.writeString(place.directory().resolve("lanyard.db"), "anything");
            assertThat(place.state()).isEqualTo(DemoDirectory.State.UNFINISHED);
            place.remove();
            assertThat(place.state()).isEqualTo(DemoDirectory.State.EMPTY);
        }

        @Test
        void has_secrets_of_its_own_that_only_its_owner_reads() throws IOException {
            var one = new DemoDirectory(directory.resolve("one"));
            var other = new DemoDirectory(directory.resolve("other"));
            one.begin();
            other.begin();
            assertThat(one.secrets()).isNotEqualTo(other.secrets());
            assertThat(one.secrets().password()).hasSizeGreaterThan(15);
            assertThat(one.secrets().toString()).doesNotContain(one.secrets().password());
            assertThat(
                            Files.getPosixFilePermissions(
                                    one.directory().resolve("demonstration.properties")))
                    .hasSize(2);
        }

        @Test
        void is_in_the_users_state_directory_unless_told_otherwise() {
            assertThat(DemoDirectory.usual(Map.of(), directory).directory())
                    .isEqualTo(directory.resolve(".local/state/lanyard/demo"));
            assertThat(
                            DemoDirectory.usual(Map.of("XDG_STATE_HOME", "/state"), directory)
                                    .directory())
                    .isEqualTo(Path.of("/state/lanyard/demo"));
        }
    }

    @Nested
    class Anything_else {

        @Test
        void is_left_alone_even_when_told_to_begin_afresh() throws Exception {
            var database = Files.writeString(directory.resolve("lanyard.db"), "a real school's");
            assertThat(run("demo", "--port", "0", "--fresh", "--data", directory.toString()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("something else than a demonstration");
            assertThat(database).hasContent("a real school's");
        }
    }
}
