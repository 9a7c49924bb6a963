// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// Finds in web logs what needs a person.
@Command(
        name = "monitor",
        description = "Find in web logs what needs a person.",
        subcommands = MonitorReplayCommand.class)
public final class MonitorCommand {}
