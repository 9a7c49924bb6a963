// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.concerns.Projections;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Proof;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.sealing.Seals;

/// Proves every school's chain, also while a server runs.
@Command(
        name = "verify",
        description =
                "Read every school's ledger from its first entry to its last, compare it with the cases and appointments,"
                        + " and say whether it is whole. Where the keys are, also rebuild from it what every row of cases,"
                        + " and of what belongs to them, should say, and compare.",
        footer = {"", "Exit code: 0 whole, 1 broken or a head not found, 2 wrong usage."})
public final class LedgerVerifyCommand implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();

    @Mixin private MasterKeyOption masterKey = new MasterKeyOption();

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
            var differing = compare(out, database, proofs);
            out.flush();
            check(proofs, printed);
            if (differing) {
                throw Failure.check(
                        "The records of cases are not what the ledger says",
                        "Keep this machine as it is, tell the safeguarding lead, and put the last backup back"
                                + " with 'lanyard restore'");
            }
            return 0;
        }
    }

    /// Rebuilds what the rows of cases should be, where there are keys to open the ledger with.
    ///
    /// @return whether any is something else
    private boolean compare(PrintWriter out, Database database, List<Proof> proofs) {
        var keys = data.directory.resolve("keys/keys.db");
        var master =
                masterKey.file == null
                        ? data.directory.resolve("keys/master.json")
                        : masterKey.file;
        if (proofs.isEmpty()) {
            return false;
        }
        if (!Files.isRegularFile(keys) || !Files.isRegularFile(master)) {
            out.println("Not compared with the rows of cases: the keys are not here.");
            return false;
        }
        var found = false;
        try (var seals = Seals.open(keys, master, Clock.systemUTC())) {
            for (var proof : proofs) {
                for (var each : Projections.differing(database, seals, proof.school())) {
                    found = true;
                    out.printf(
                            "%s DIFFERENT from the ledger: %d %s%n",
                            proof.school(), each.count(), each.kind().words());
                }
                for (var each :
                        Comparisons.differing(new Rebuilding(database, seals, proof.school()))
                                .entrySet()) {
                    found = true;
                    out.printf(
                            "%s DIFFERENT from the ledger: %d %s%n",
                            proof.school(), each.getValue(), each.getKey());
                }
            }
        }
        return found;
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
