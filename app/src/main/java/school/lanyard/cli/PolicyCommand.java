// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// Checks a school's policy, asks it what it says, and prints it.
@Command(
        name = "policy",
        description = "Check a school's policy, ask what it says, and print it.",
        subcommands = {
            PolicyCheckCommand.class,
            PolicySubjectsCommand.class,
            PolicyAskCommand.class,
            PolicyRespondCommand.class,
            PolicyRenderCommand.class
        })
public final class PolicyCommand {}
