// SPDX-License-Identifier: Apache-2.0
package school.lanyard.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkScriptTest {

    @TempDir Path directory;

    @Nested
    class What_the_operator_names {

        @Test
        void is_obeyed_when_it_is_new_enough() throws Exception {
            var jdk = jdk("named", "JAVA_VERSION=\"25.0.1\"");
            assertThat(Script.run(Map.of("LANYARD_JAVA", jdk), "jdk"))
                    .isEqualTo(new Script(0, jdk + "\n"));
        }

        @Test
        void may_be_the_binary_itself() throws Exception {
            var jdk = jdk("named", "JAVA_VERSION=\"25\"");
            assertThat(Script.run(Map.of("LANYARD_JAVA", jdk + "/bin/java"), "jdk").said())
                    .isEqualTo(jdk + "\n");
        }

        @Test
        void is_refused_and_not_passed_over_when_it_is_old() throws Exception {
            var found =
                    Script.run(
                            Map.of("LANYARD_JAVA", jdk("old", "JAVA_VERSION=\"17.0.15\"")), "jdk");
            assertThat(found.exit()).isEqualTo(1);
            assertThat(found.said()).contains("LANYARD_JAVA is ", "unset it");
        }
    }

    @Nested
    class A_java_home {

        @Test
        void is_used_when_it_is_25() throws Exception {
            var jdk = jdk("home", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"");
            assertThat(Script.run(Map.of("JAVA_HOME", jdk), "jdk").said()).isEqualTo(jdk + "\n");
        }

        @Test
        void is_asked_itself_when_it_has_no_release_file() throws Exception {
            var jdk = jdk("silent", "");
            Files.delete(Path.of(jdk, "release"));
            assertThat(Script.run(Map.of("JAVA_HOME", jdk), "jdk").said()).isEqualTo(jdk + "\n");
        }

        @Test
        void is_passed_over_when_it_is_old() throws Exception {
            var jdk = jdk("old", "JAVA_VERSION=\"1.8.0_402\"");
            assertThat(Script.run(Map.of("JAVA_HOME", jdk), "jdk").said())
                    .doesNotStartWith(jdk + "\n");
        }

        @Test
        void without_a_compiler_is_enough_to_run_and_not_to_build() throws Exception {
            var jre = jdk("jre", "JAVA_VERSION=\"25.0.3\"");
            Files.delete(Path.of(jre, "bin", "javac"));
            assertThat(Script.run(Map.of("JAVA_HOME", jre), "jdk", "--runtime").said())
                    .isEqualTo(jre + "\n");
            assertThat(Script.run(Map.of("JAVA_HOME", jre), "jdk").said())
                    .doesNotStartWith(jre + "\n");
        }
    }

    private String jdk(String name, String release) throws IOException {
        var bin = Files.createDirectories(directory.resolve(name).resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            Files.writeString(
                    bin.resolve(program),
                    "#!/bin/sh\necho 'openjdk version \"25.0.3\" 2026-04-21' >&2\n");
            bin.resolve(program).toFile().setExecutable(true);
        }
        Files.writeString(directory.resolve(name).resolve("release"), release);
        return directory.resolve(name).toString();
    }
}
