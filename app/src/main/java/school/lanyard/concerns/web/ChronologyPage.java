// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.BarSpan;
import school.lanyard.web.Form;
import school.lanyard.web.SummaryRow;

/// A chronology as it is shown and printed.
///
/// @param facts what the incident is, in short answers
/// @param barred what was forbidden, and when
/// @param closing the summary of whoever closed it last; absent while it is open
/// @param recipient whom it was made for; empty on the screen
/// @param head the hash of the ledger's newest entry when this was made, so that a later rewriting
///   of history shows
public record ChronologyPage(
        Form form,
        CaseTop top,
        List<SummaryRow> facts,
        List<SummaryRow> people,
        List<ReportView> reports,
        List<Entry> entries,
        Annex annex,
        List<BarSpan> barred,
        @Nullable String closing,
        String recipient,
        String madeBy,
        Instant madeAt,
        String head) {

    public String reference() {
        return top.reference();
    }

    /// What the handlers wrote for each other.
    ///
    /// @param offered whether the viewer may put it into a document
    /// @param entries of a document into which it was put; empty otherwise
    public record Annex(boolean offered, List<AnnexEntry> entries) {}

    /// One thing they wrote.
    public record AnnexEntry(Instant at, String text, String by) {}

    /// One line, with who recorded it and the post they held then.
    public record Entry(Words.Line line, String by) {}
}
