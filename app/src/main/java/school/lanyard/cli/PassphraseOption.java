// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The passphrase of a key backup: typed at the terminal, or read from a file for a nightly run. It
/// is never an argument, which every user of the machine could read.
public final class PassphraseOption {

    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Read the passphrase from the first line of this file instead of asking.")
    private @Nullable Path file;

    /// A passphrase for something new: long enough, and typed twice.
    char[] chosen() {
        var passphrase = file == null ? typed("Passphrase for the keys: ") : read(file);
        if (passphrase.length < SHORTEST) {
            throw Failure.usage(
                    "The passphrase has fewer than %d characters".formatted(SHORTEST),
                    "Use several words, and keep them apart from the backup");
        }
        if (file == null && !Arrays.equals(passphrase, typed("The same again: "))) {
            throw Failure.usage("The two are not the same", "Try again");
        }
        return passphrase;
    }

    char[] known() {
        return file == null ? typed("Passphrase of the backup: ") : read(file);
    }

    private static char[] typed(String prompt) {
        var terminal = Objects.requireNonNull(System.console());
        var typed = terminal.isTerminal() ? terminal.readPassword(prompt) : null;
        if (typed == null) {
            throw Failure.usage(
                    "There is no terminal to ask for a passphrase", "Give --passphrase-file");
        }
        return typed;
    }

    private static char[] read(Path file) {
        FileChecks.mustBeReadable(file);
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException failure) {
            throw Failure.usage(
                    "The file %s cannot be read: %s".formatted(file, failure.getMessage()),
                    "It holds the passphrase on its first line, as UTF-8");
        }
    }
}
