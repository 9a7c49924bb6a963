// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import school.lanyard.assurance.store.CheckRows;
import school.lanyard.core.assurance.Basis;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Lasts;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// A control is kept while its newest self-check passed and is not old.
@Component
class ControlEvidence implements EvidenceSource {

    /// Checks are made each day; one may be missed.
    private static final int GOOD_FOR_DAYS = 2;

    private static final int SHOWN = 30;

    private final Database database;

    ControlEvidence(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return "control";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var controls = mechanisms.stream().map(EvidenceSource::rest).distinct().toList();
        var newest = new LinkedHashMap<String, CheckRows.Row>();
        database.read(sql -> new CheckRows(sql, asked.school()).newest(controls, asked.at()))
                .forEach(row -> newest.put(row.control(), row));
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            var row = newest.get(EvidenceSource.rest(mechanism));
            showings.put(
                    mechanism,
                    row == null
                            ? Showing.nothing(mechanism, "Lanyard has not checked this yet.")
                            : Showing.of(mechanism, evidence(row)));
        }
        return showings;
    }

    static Evidence evidence(CheckRows.Row row) {
        var asEntered = row.action().equals(row.passed() ? Checks.PASSED : Checks.FAILED);
        return new Evidence(
                Basis.MEASURED,
                row.at(),
                row.passed() && asEntered,
                new Lasts.Until(SchoolTime.day(row.at()).plusDays(GOOD_FOR_DAYS)),
                asEntered ? row.found() : "The result of this check is not what the ledger says.",
                Evidence.PROGRAM);
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var key = EvidenceSource.rest(mechanism);
        return Keeper.of(
                "Lanyard itself: "
                        + Arrays.stream(Control.values())
                                .filter(each -> each.key().equals(key))
                                .map(Control::says)
                                .findFirst()
                                .orElse(key));
    }

    @Override
    public List<Evidence> history(Asked asked, String mechanism) {
        return database
                .read(sql ->
                        new CheckRows(sql, asked.school())
                                .history(EvidenceSource.rest(mechanism), asked.at(), SHOWN))
                .stream()
                .map(ControlEvidence::evidence)
                .toList();
    }
}
