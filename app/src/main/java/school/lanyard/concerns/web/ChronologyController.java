// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Incidents;
import school.lanyard.ledger.Ledger;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// The chronology of an incident: everything written and done, in order, fit to be handed over.
@Controller
public class ChronologyController {

    /// One line, with who recorded it.
    public record Entry(Words.Line line, String by) {}

    /// A chronology as it is shown and printed.
    ///
    /// @param head the hash of the ledger's newest entry when this was made, so that a later
    ///   rewriting of history shows
    public record ChronologyPage(
            String reference,
            String kind,
            String edition,
            Instant openedAt,
            List<SummaryRow> people,
            List<ReportView> reports,
            List<Entry> entries,
            String madeBy,
            Instant madeAt,
            String head) {}

    private final Incidents incidents;
    private final Ledger ledger;
    private final Desk desk;

    ChronologyController(Incidents incidents, Ledger ledger, Desk desk) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/chronology")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView chronology(SignedIn me, @PathVariable String reference) {
        return Pages.of("concerns/chronology", page(me, reference, "incident.chronology-read"));
    }

    ChronologyPage page(SignedIn me, String reference, String action) {
        var now = desk.now();
        var opened = Desk.found(incidents.open(desk.viewer(me), reference, action, now));
        var words = Words.of(opened, desk.directory(me));
        var pack = opened.edition().pack();
        return new ChronologyPage(
                reference,
                opened.incident().classification().map(words::categoryLabel).orElse("Not sorted"),
                pack.label() + ", " + pack.edition(),
                opened.file().openedAt(),
                opened.incident().people().entrySet().stream()
                        .map(linked ->
                                SummaryRow.of(
                                        words.directory().name(linked.getKey()),
                                        Words.partLabel(linked.getValue())))
                        .toList(),
                opened.concerns().stream()
                        .map(concern -> ReportView.of(concern, pack, words.directory()))
                        .toList(),
                words.lines().stream()
                        .map(line -> new Entry(line, words.directory().name(line.happening().by())))
                        .toList(),
                me.displayName(),
                now,
                ledger.head(me.schoolId()).hex());
    }
}
