// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// What can be done about who belongs to a school.
@Command(
        name = "roster",
        description = "Bring in who belongs to a school, from the files of other programs.",
        subcommands = RosterImportCommand.class)
public final class RosterCommand {}
