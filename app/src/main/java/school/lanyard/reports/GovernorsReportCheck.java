// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;

/// Opens every report that was issued and holds it to the ledger; a count that is too small to be
/// shown cannot be read back as one that is.
@Component
class GovernorsReportCheck implements ControlCheck {

    private final GovernorReports reports;

    GovernorsReportCheck(GovernorReports reports) {
        this.reports = reports;
    }

    @Override
    public Control control() {
        return Control.GOVERNORS_REPORT;
    }

    @Override
    public Finding look(Asked asked) {
        return reports.allAsIssued(asked.school())
                ? Finding.passed(
                        "Reports can be issued. Each that was is as it went out, and shows no small"
                                + " number.")
                : Finding.failed("A report is not as it was issued.");
    }
}
