// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads the data that comes with the detectors: lines, without comments and blanks.
final class DataFile {

    private DataFile() {}

    static List<String> lines(String name) {
        var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
