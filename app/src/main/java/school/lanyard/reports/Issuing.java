// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import school.lanyard.reports.names.Finding;

/// What came of asking for a report to be issued.
public sealed interface Issuing {

    record Done(String report) implements Issuing {}

    /// The summary names somebody, or may do so.
    record Named(Finding finding) implements Issuing {}

    /// The tables are no longer those that the issuer saw.
    record Changed(Proposed now) implements Issuing {}

    /// Somebody has issued this period's report meanwhile, perhaps by the same form sent twice.
    record Already(String report) implements Issuing {}

    /// There is no such period to report.
    record NoPeriod() implements Issuing {}
}
