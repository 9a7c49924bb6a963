// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import school.lanyard.database.DataHome;
import school.lanyard.database.DatabasePlace;
import school.lanyard.setup.demo.DemoDirectory;

/// Where the data is, for every command that works on data. Each may also be set in the
/// environment, which keeps a password in an address out of the list of processes.
public final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:LANYARD_DATA:-data}",
            description = "The data directory (or LANYARD_DATA; default: ./data).")
    Path directory = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:LANYARD_DATABASE}",
            description =
                    "A PostgreSQL database, as jdbc:postgresql:… (or LANYARD_DATABASE; default: a file in the data"
                            + " directory).")
    @Nullable String database;

    /// The database of an installation that exists already.
    DatabasePlace existing() {
        var place = place();
        if (place instanceof DatabasePlace.SqliteFile(var file) && !Files.isRegularFile(file)) {
            throw Failure.usage(
                    "There is no database at " + file,
                    "Name the data directory of an installation with --data");
        }
        return place;
    }

    /// Whether the directory is a demonstration's, which no real school's data may come into.
    boolean isDemonstration() {
        return switch (new DemoDirectory(directory).state()) {
            case MADE, UNFINISHED -> true;
            case EMPTY, OTHER -> false;
        };
    }

    /// The directory, made if it is missing.
    DataHome home(@Nullable Path masterKey) {
        return DataHome.of(directory, database, masterKey);
    }

    static Failure inUse(DataHome.InUseException taken) {
        return Failure.usage(
                taken.what() + " is in use by another Lanyard",
                "Stop it first, or use another --data or --database");
    }

    DatabasePlace place() {
        try {
            return DatabasePlace.of(database, directory);
        } catch (IllegalArgumentException wrong) {
            throw Failure.usage(
                    "The database's address is not one that Lanyard knows",
                    String.valueOf(wrong.getMessage()));
        }
    }
}
