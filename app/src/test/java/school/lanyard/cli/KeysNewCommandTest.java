// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysNewCommandTest {

    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path file) {
        return CommandLines.of(new KeysNewCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(file.toString());
    }

    @Test
    void a_key_is_for_its_owner_alone() throws IOException {
        var file = directory.resolve("key.json");
        assertThat(run(file)).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(out.toString()).doesNotContain(Files.readString(file).substring(0, 20));
    }

    @Test
    void a_key_is_never_replaced() throws IOException {
        var file = directory.resolve("key.json");
        run(file);
        var first = Files.readString(file);
        assertThat(run(file)).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo(first);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("loses every record");
    }

    @Test
    void a_directory_that_is_missing_is_not_made() {
        assertThat(run(directory.resolve("nowhere/key.json"))).isEqualTo(2);
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }
}
