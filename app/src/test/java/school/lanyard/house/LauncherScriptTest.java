// SPDX-License-Identifier: Apache-2.0
package school.lanyard.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java is played by a script that says how it was called, and that leaves a start-up cache where a
/// rehearsal was asked for one.
class LauncherScriptTest {

    @TempDir Path directory;

    @BeforeEach
    void a_java() throws IOException {
        Files.createDirectories(directory.resolve("java/bin"));
        Files.writeString(directory.resolve("java/release"), "JAVA_VERSION=\"25\"\n");
        program(
                "java/bin/java",
                """
                for each in "$@"; do
                    case $each in
                        -XX:AOTCacheOutput=*) echo cache > "${each#*=}"; exit 0 ;;
                        -XX:AOTCache=*) echo "quick" ;;
                    esac
                done
                """);
    }

    @Test
    void rehearses_once_for_a_release() throws Exception {
        var one = release("lanyard-one");
        assertThat(start(one)).contains("making later starts quicker", "quick");
        assertThat(start(one)).isEqualTo("quick\n");
    }

    /// Releases share the service's cache directory, and the next one may have been built before
    /// this one was first started.
    @Test
    void rehearses_again_for_the_next_release() throws Exception {
        start(release("lanyard-one"));
        var two = release("lanyard-two");
        assertThat(start(two)).contains("making later starts quicker");
        assertThat(start(two)).isEqualTo("quick\n");
    }

    private Path release(String name) throws IOException {
        var home = Files.createDirectories(directory.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("..", "lanyard"), home.resolve("lanyard"));
        program(name + "/bin/jdk", "echo '" + directory.resolve("java") + "'");
        var jar = Files.writeString(home.resolve("lanyard.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH.plus(10_000, ChronoUnit.DAYS)));
        return home;
    }

    private String start(Path release) throws IOException, InterruptedException {
        var started =
                Script.run(
                        Map.of("LANYARD_CACHE", directory.resolve("cache").toString()),
                        List.of("sh", release.resolve("lanyard").toString(), "policy"));
        assertThat(started.exit()).as(started.said()).isZero();
        return started.said();
    }

    private void program(String name, String script) throws IOException {
        var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
