// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// Checks a school's policy, and asks it what it says.
@Command(
        name = "policy",
        description = "Check a school's policy, and ask what it says.",
        subcommands = {
            PolicyCheckCommand.class,
            PolicySubjectsCommand.class,
            PolicyAskCommand.class,
            PolicyRespondCommand.class
        })
public final class PolicyCommand {}
