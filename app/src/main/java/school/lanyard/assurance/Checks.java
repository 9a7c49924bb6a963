// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import school.lanyard.assurance.store.CheckRows;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.Editions;

/// The self-checks of each school: made, and kept with an entry in the ledger for each.
@Service
public final class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    static final String PASSED = "control.passed";
    static final String FAILED = "control.failed";

    /// What a check found that was made just now.
    public record Result(Control control, Finding finding, long millis) {}

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;
    private final ObjectProvider<ControlCheck> checks;
    private final InstantSource clock;

    Checks(
            Database database,
            Ledger ledger,
            Editions editions,
            ObjectProvider<ControlCheck> checks,
            InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
        this.checks = checks;
        this.clock = clock;
    }

    /// Makes every check now, and keeps what was found. A school without a policy has nothing to
    /// check.
    public List<Result> make(String school, Actor by) {
        var at = clock.instant();
        var results =
                editions.inForceAt(school, at)
                        .map(in -> new Asked(school, in.edition().pack(), in.at(), at))
                        .map(asked ->
                                byControl().values().stream().map(c -> made(c, asked)).toList())
                        .orElse(List.of());
        database.change(school, tx -> results.forEach(each -> keep(tx, each, at, by)));
        return results;
    }

    private void keep(school.lanyard.database.Tx tx, Result each, Instant at, Actor by) {
        var finding = each.finding();
        var id =
                new CheckRows(tx.sql(), tx.school())
                        .keep(
                                new CheckRows.New(
                                        each.control().key(),
                                        at,
                                        finding.passed(),
                                        finding.found(),
                                        each.millis()),
                                by.id());
        ledger.enter(tx, Note.of(at, by, finding.passed() ? PASSED : FAILED, id));
    }

    /// A check that breaks has not passed. Why is for the log; it might name what it looked at.
    private Result made(ControlCheck check, Asked asked) {
        var began = clock.millis();
        Finding finding;
        try {
            finding = check.look(asked);
        } catch (RuntimeException broken) {
            LOG.error("The check {} broke: {}", check.control(), broken.getClass().getName());
            finding = Finding.failed("The check could not be made. The server’s log says where.");
        }
        return new Result(check.control(), finding, Math.max(0, clock.millis() - began));
    }

    /// The check of each control that has one.
    public Map<Control, ControlCheck> byControl() {
        var found = new EnumMap<Control, ControlCheck>(Control.class);
        checks.stream()
                .forEach(each -> {
                    if (found.put(each.control(), each) != null) {
                        throw new IllegalStateException("two checks of " + each.control());
                    }
                });
        return found;
    }

    /// What each control's newest check found, up to a moment.
    public List<Checked> newest(String school, Instant at) {
        var keys = Arrays.stream(Control.values()).map(Control::key).toList();
        var rows =
                database.read(sql -> new CheckRows(sql, school).newest(keys, at)).stream()
                        .collect(Collectors.toMap(CheckRows.Row::control, Function.identity()));
        return Arrays.stream(Control.values())
                .map(control -> checked(control, rows.get(control.key())))
                .toList();
    }

    private static Checked checked(Control control, CheckRows.@Nullable Row row) {
        if (row == null) {
            return new Checked(control, null, false, "Lanyard has not checked this yet.");
        }
        var evidence = ControlEvidence.evidence(row);
        return new Checked(control, row.at(), evidence.good(), evidence.what());
    }

    /// When a school's controls were last checked.
    public Optional<Instant> last(String school) {
        return database.read(sql -> new CheckRows(sql, school).last());
    }
}
