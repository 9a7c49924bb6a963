// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.reports.disclosure.Release;

/// A report as its readers get it, exactly as it was issued.
///
/// @param edition the policy that ran, in words
/// @param head the ledger's newest hash when it was issued
/// @param replaces the report that this one was issued in place of
/// @param replacedBy the report that was issued in place of this one
public record IssuedReport(
        String id,
        Period period,
        List<Table> tables,
        Release release,
        String summary,
        String edition,
        String issuedBy,
        Instant issuedAt,
        String head,
        @Nullable String replaces,
        @Nullable String replacedBy) {}
