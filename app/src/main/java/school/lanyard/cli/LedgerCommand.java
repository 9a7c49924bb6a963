// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Command;

/// What can be asked about the ledger.
@Command(
        name = "ledger",
        description = "Prove the record of every change and every confidential read.",
        subcommands = LedgerVerifyCommand.class)
public final class LedgerCommand {}
