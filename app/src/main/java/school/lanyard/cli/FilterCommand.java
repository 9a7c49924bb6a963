// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// Compiles block lists, asks them, and answers a proxy by them.
@Command(
        name = "filter",
        description = "Compile block lists, ask them, and answer a proxy by them.",
        subcommands = {
            FilterCompileCommand.class,
            FilterAskCommand.class,
            FilterHelperCommand.class
        })
public final class FilterCommand {}
