// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import school.lanyard.signals.filter.index.DamagedIndexException;
import school.lanyard.signals.filter.index.FilterIndex;

/// The compiled index that a command decides by.
final class IndexOption {

    @Option(
            names = "--index",
            required = true,
            paramLabel = "INDEX",
            description = "An index made by 'lanyard filter compile'.")
    Path file = Path.of("");

    FilterIndex open() {
        return open(file);
    }

    static FilterIndex open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Failure.usage(
                    "There is no index at " + file, "Make one with 'lanyard filter compile'");
        }
        try {
            return FilterIndex.open(file);
        } catch (DamagedIndexException damaged) {
            throw Failure.check(
                    damaged.getMessage() + " (" + file + ")",
                    "Compile the lists again with 'lanyard filter compile'");
        } catch (IOException failure) {
            throw Failure.check(
                    "The index at %s could not be read: %s".formatted(file, failure.getMessage()),
                    "Check its owner");
        }
    }
}
