// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// What can be done with keys.
@Command(
        name = "keys",
        description =
                "Make the key that everything is sealed under; back up keys and put them back.",
        subcommands = {KeysNewCommand.class, KeysBackupCommand.class, KeysRestoreCommand.class})
public final class KeysCommand {}
