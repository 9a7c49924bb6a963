// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the master key is, for commands that touch keys.
public final class MasterKeyOption {

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            defaultValue = "${env:LANYARD_MASTER_KEY}",
            description =
                    "The master key's file (or LANYARD_MASTER_KEY; default: keys/master.json in the data directory).")
    @Nullable Path file;
}
