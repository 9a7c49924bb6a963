// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Proof;

/// Proves every school's chain, also while a server runs.
@Command(
        name = "verify",
        description =
                "Read every school's ledger from its first entry to its last, compare it with the cases and appointments,"
                        + " and say whether it is whole.",
        footer = {"", "Exit code: 0 whole, 1 broken or a head not found, 2 wrong usage."})
public final class LedgerVerifyCommand implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head hash printed on a report: the ledger must still contain it.")
    private @Nullable String head;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var printed = head == null ? null : hash(head);
        try (var database = Database.openToRead(data.existing())) {
            var proofs = Proof.of(database, printed);
            var out = spec.commandLine().getOut();
            proofs.forEach(proof -> show(out, proof));
            if (proofs.isEmpty()) {
                out.println("There is no school here yet, and so no ledger.");
            }
            out.flush();
            check(proofs, printed);
            return 0;
        }
    }

    static void show(PrintWriter out, Proof proof) {
        switch (proof.verdict()) {
            case Verdict.Whole(var last, var count) ->
                    out.printf(
                            "%s %s: %d entries, head %s%n",
                            proof.school(),
                            proof.whole() ? "whole" : "BROKEN, though its chain holds",
                            count,
                            last.hex());
            case Verdict.Broken(var at, var fault) ->
                    out.printf("%s BROKEN at entry %d: %s%n", proof.school(), at, fault.words());
        }
        for (var missing : proof.missing()) {
            out.printf(
                    "%s MISSING from the ledger: %d %s%n",
                    proof.school(), missing.count(), missing.kind().words());
        }
    }

    private static void check(List<Proof> proofs, @Nullable Hash printed) {
        if (!proofs.stream().allMatch(Proof::whole)) {
            throw Failure.check(
                    "The ledger is broken",
                    "Keep this machine as it is, tell the safeguarding lead, and compare with the last backup");
        }
        if (printed != null && proofs.stream().noneMatch(Proof::holdsHead)) {
            throw Failure.check(
                    "No ledger here contains the head " + printed.hex(),
                    "Check it against the report; if it is right, history has been rewritten since it was printed");
        }
    }

    private static Hash hash(String text) {
        var hash = new Hash(text.strip().toLowerCase(Locale.ROOT));
        if (!hash.wellFormed()) {
            throw Failure.usage(
                    "--head takes the 64 hexadecimal digits printed on a report",
                    "Check what was typed");
        }
        return hash;
    }
}
