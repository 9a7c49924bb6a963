// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Running;

/// Two servers never run on one school's records, wherever they run.
class SoleServerTest {

    @TempDir Path directory;

    @Test
    void on_postgres_a_second_machine_is_refused_until_the_first_stops() throws IOException {
        var one = Engine.POSTGRES.home(directory.resolve("one"));
        var other = on(one.database(), directory.resolve("other"));
        try (var _ = one.lock()) {
            assertThatThrownBy(other::lock)
                    .isInstanceOf(DataHome.InUseException.class)
                    .hasMessage("The database is in use by another Lanyard.");
        }
        try (var _ = other.lock()) {
            assertThatThrownBy(one::lock).isInstanceOf(DataHome.InUseException.class);
        }
    }

    @Test
    void a_refused_one_lets_go_of_its_own_directory() throws IOException {
        var one = Engine.POSTGRES.home(directory.resolve("one"));
        var other = on(one.database(), directory.resolve("other"));
        try (var _ = one.lock()) {
            assertThatThrownBy(other::lock).isInstanceOf(DataHome.InUseException.class);
            other.lockDirectory().close();
        }
    }

    @Test
    void two_databases_of_one_server_do_not_meet() throws IOException {
        try (var one = Engine.POSTGRES.home(directory.resolve("one")).lock();
                var other = Engine.POSTGRES.home(directory.resolve("other")).lock()) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void on_sqlite_the_directory_itself_is_locked() throws IOException {
        var home = Engine.SQLITE.home(directory);
        try (var _ = home.lock()) {
            assertThatThrownBy(home::lock)
                    .hasMessage("The data directory is in use by another Lanyard.");
        }
    }

    @Test
    void a_running_server_holds_it() {
        var here = directory.resolve("here");
        try (var server = Running.on(Engine.POSTGRES, here)) {
            var place = server.bean(DataHome.class).database();
            assertThatThrownBy(on(place, directory.resolve("there"))::lock)
                    .isInstanceOf(DataHome.InUseException.class);
        }
    }

    private static DataHome on(DatabasePlace place, Path directory) {
        return DataHome.of(directory, ((DatabasePlace.Postgres) place).url(), null);
    }
}
