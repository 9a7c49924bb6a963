// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// What can be done with keys.
@Command(
        name = "keys",
        description = "Make the key that everything is sealed under.",
        subcommands = KeysNewCommand.class)
public final class KeysCommand {}
