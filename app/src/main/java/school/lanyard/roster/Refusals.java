// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.util.Optional;

/// Why an import is not applied.
final class Refusals {

    private Refusals() {}

    static Optional<Imports.Applied> of(Imports.DryRun run, Imports.Consent consent) {
        var plan = run.plan();
        var reading = run.reading();
        if (plan == null || reading == null) {
            return refused("", "Something about the file must be said first.");
        }
        if (reading.barred()) {
            return refused("", "Some rows must be mended first. Nothing was changed.");
        }
        if (!plan.questions().isEmpty()) {
            return refused("", "Some questions have no answer yet. Nothing was changed.");
        }
        if (!plan.print().equals(consent.print())) {
            return refused(
                    "",
                    "The people of the school have changed since you looked. Nothing was changed by"
                            + " the file. Look at it again.");
        }
        if (plan.closes() > 0
                && (consent.closing() == null || consent.closing() != plan.closes())) {
            return refused(
                    "closing", "Type how many records this closes, to show that you mean it");
        }
        if (plan.shrunken() && !consent.sure()) {
            return refused(
                    "sure", "So many are missing that the file may be cut off. Say that it is not");
        }
        return Optional.empty();
    }

    private static Optional<Imports.Applied> refused(String field, String why) {
        return Optional.of(new Imports.Applied.Refused(field, why));
    }
}
