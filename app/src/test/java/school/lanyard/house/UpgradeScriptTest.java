// SPDX-License-Identifier: Apache-2.0
package school.lanyard.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release's program is played by a script that copies the records' file. The service manager is
/// played by a script that notes what it was told, and that lets a release change the data when it
/// starts. The server is played by one that is well unless the release is called `lanyard-sick`.
class UpgradeScriptTest {

    @TempDir Path directory;

    private HttpServer server;

    @BeforeEach
    void first_release() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(current().equals("lanyard-sick") ? 500 : 200, -1);
                    exchange.close();
                });
        server.start();
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/lanyard.env"),
                "LANYARD_PORT=" + server.getAddress().getPort() + "\n");
        Files.createDirectories(directory.resolve("data/keys"));
        Files.writeString(directory.resolve("data/lanyard.db"), "records of one");
        Files.writeString(directory.resolve("data/keys/keys.db"), "keys of one");
        program(
                "service",
                """
                echo "$1" >> "%1$s/told"
                [ "$1" != is-active ] || exit 0
                [ "$1" != start ] || echo "changed by $(basename "$(readlink "%1$s/home/current")")" > "%1$s/data/lanyard.db"
                """
                        .formatted(directory));
        assertThat(upgrade(release("lanyard-one")).exit()).isZero();
        Files.writeString(directory.resolve("data/lanyard.db"), "records of one");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_first_release_is_installed_without_a_service() throws Exception {
        assertThat(current()).isEqualTo("lanyard-one");
        assertThat(directory.resolve("told")).doesNotExist();
    }

    @Test
    void a_release_that_is_well_stays_and_a_backup_was_made_while_nothing_ran() throws Exception {
        var done = upgrade(release("lanyard-two"));
        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(current()).isEqualTo("lanyard-two");
        assertThat(Files.readAllLines(directory.resolve("told"))).startsWith("stop", "start");
        assertThat(directory.resolve("backups/last/records.backup")).hasContent("records of one");
        assertThat(inBackup("keys.tar.gz", "keys/keys.db")).isEqualTo("keys of one");
    }

    @Test
    void a_release_that_is_not_well_is_taken_back_with_the_data() throws Exception {
        var done = upgrade(release("lanyard-sick"));
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.said()).contains("going back", "what came after was put aside");
        assertThat(current()).isEqualTo("lanyard-one");
        assertThat(aside()).isEqualTo("changed by lanyard-sick\n");
    }

    /// A key that was destroyed after the upgrade would come back with an older copy of the keys.
    @Test
    void going_back_leaves_the_keys_as_they_are_now() throws Exception {
        upgrade(release("lanyard-two"));
        Files.writeString(directory.resolve("data/keys/keys.db"), "keys with one destroyed");
        assertThat(upgrade("--back").exit()).isZero();
        assertThat(directory.resolve("data/keys/keys.db")).hasContent("keys with one destroyed");
    }

    @Test
    void records_that_cannot_be_put_back_are_said_and_stay_in_the_backup() throws Exception {
        upgrade(release("lanyard-two"));
        Files.writeString(directory.resolve("data/lanyard.db"), "entered since");
        Files.writeString(directory.resolve("damaged"), "");
        var done = upgrade("--back");
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.said()).contains("could not be put back");
        assertThat(directory.resolve("data/lanyard.db")).hasContent("entered since");
    }

    @Test
    void postgres_is_backed_up_by_the_release_itself() throws Exception {
        Files.writeString(
                directory.resolve("config/lanyard.env"),
                Files.readString(directory.resolve("config/lanyard.env"))
                        + "LANYARD_DATABASE=jdbc:postgresql://localhost/x\n");
        assertThat(upgrade(release("lanyard-two")).exit()).isZero();
        assertThat(directory.resolve("asked"))
                .hasContent("backup of jdbc:postgresql://localhost/x");
    }

    @Test
    void going_back_later_puts_aside_what_was_entered_since() throws Exception {
        upgrade(release("lanyard-two"));
        Files.writeString(directory.resolve("data/lanyard.db"), "entered since");
        assertThat(upgrade("--back").exit()).isZero();
        assertThat(current()).isEqualTo("lanyard-one");
        assertThat(aside()).isEqualTo("entered since");
    }

    @Test
    void a_backup_that_fails_changes_nothing() throws Exception {
        Files.writeString(directory.resolve("backups"), "a file where the directory should be");
        var done = upgrade(release("lanyard-two"));
        assertThat(done.exit()).isEqualTo(1);
        assertThat(current()).isEqualTo("lanyard-one");
        assertThat(Files.readAllLines(directory.resolve("told"))).containsExactly("stop", "start");
    }

    @Test
    void what_is_not_a_release_is_refused_before_anything_stops() throws Exception {
        assertThat(upgrade(release("something-else")).exit()).isEqualTo(1);
        assertThat(upgrade(directory.resolve("nothing.tar.gz").toString()).exit()).isEqualTo(1);
        assertThat(directory.resolve("told")).doesNotExist();
    }

    private Script upgrade(String what) throws IOException, InterruptedException {
        return Script.run(
                Map.of(
                        "LANYARD_PREFIX", directory.resolve("home").toString(),
                        "LANYARD_DATA", directory.resolve("data").toString(),
                        "LANYARD_CONFIG", directory.resolve("config").toString(),
                        "LANYARD_BACKUPS", directory.resolve("backups").toString(),
                        "LANYARD_SERVICE", directory.resolve("service").toString(),
                        "LANYARD_PATIENCE", "2"),
                "upgrade",
                what);
    }

    private String release(String name) throws IOException, InterruptedException {
        program("packing/" + name + "/bin/jdk", "echo /nowhere");
        program(
                "packing/" + name + "/lanyard",
                """
                echo "$1 of $LANYARD_DATABASE" > "%1$s/asked"
                case $1 in
                    backup) cp "$LANYARD_DATA/lanyard.db" "$2" ;;
                    restore)
                        [ ! -f "%1$s/damaged" ] || exit 1
                        mkdir "$LANYARD_DATA/aside-1"
                        mv "$LANYARD_DATA/lanyard.db" "$LANYARD_DATA/aside-1/"
                        cp "$2" "$LANYARD_DATA/lanyard.db" ;;
                esac
                """
                        .formatted(directory));
        var file = directory.resolve(name + ".tar.gz").toString();
        var packed =
                Script.run(
                        Map.of(),
                        List.of(
                                "tar",
                                "-C",
                                directory.resolve("packing").toString(),
                                "-czf",
                                file,
                                name));
        assertThat(packed.exit()).as(packed.said()).isZero();
        return file;
    }

    private void program(String name, String body) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String current() throws IOException {
        return Files.readSymbolicLink(directory.resolve("home/current")).getFileName().toString();
    }

    private String inBackup(String archive, String entry) throws IOException, InterruptedException {
        var file = directory.resolve("backups/last").resolve(archive).toString();
        return Script.run(Map.of(), List.of("tar", "-xzOf", file, entry)).said();
    }

    private String aside() throws IOException {
        return Files.readString(directory.resolve("data/aside-1/lanyard.db"));
    }
}
