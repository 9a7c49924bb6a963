// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.BarSpan;
import school.lanyard.concerns.ChronologyAnnex;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.policy.EditionName;
import school.lanyard.web.Form;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Writes the chronology of an opened incident, the same for the screen and for paper.
@Component
class Chronologies {

    private final Appointments appointments;
    private final Ledger ledger;
    private final ChronologyAnnex annex;
    private final Desk desk;

    Chronologies(Appointments appointments, Ledger ledger, ChronologyAnnex annex, Desk desk) {
        this.appointments = appointments;
        this.ledger = ledger;
        this.annex = annex;
        this.desk = desk;
    }

    ChronologyPage page(
            SignedIn me,
            Incidents.Opened opened,
            Form form,
            String recipient,
            boolean withAnnex,
            Instant now) {
        var incident = opened.incident();
        var words = Words.of(opened, desk.directory(me));
        var posts = new Posts(appointments, me.schoolId(), words.directory());
        return new ChronologyPage(
                form,
                CaseTop.of(opened, words.directory()),
                facts(opened, words),
                people(opened, words),
                opened.concerns().stream()
                        .map(concern ->
                                ReportView.of(concern, opened.edition().pack(), words.directory()))
                        .toList(),
                words.lines().stream()
                        .map(line ->
                                new ChronologyPage.Entry(
                                        line,
                                        posts.by(
                                                line.happening().by(),
                                                line.happening().at(),
                                                opened.edition().pack())))
                        .toList(),
                annex(me, opened, posts, withAnnex, now),
                BarSpan.of(opened.standing()),
                incident.closure().map(IncidentEvent.Closed::summary).orElse(null),
                recipient,
                posts.by(me.personId(), now, opened.edition().pack()),
                now,
                ledger.head(me.schoolId()).hex());
    }

    private ChronologyPage.Annex annex(
            SignedIn me, Incidents.Opened opened, Posts posts, boolean included, Instant now) {
        var viewer = desk.viewer(me);
        var reference = opened.file().reference();
        var pack = opened.edition().pack();
        return new ChronologyPage.Annex(
                annex.offeredTo(viewer, reference),
                !included
                        ? List.of()
                        : annex.of(viewer, reference, now).stream()
                                .map(each ->
                                        new ChronologyPage.AnnexEntry(
                                                each.at(),
                                                each.text(),
                                                posts.by(each.by(), each.at(), pack)))
                                .toList());
    }

    private static List<SummaryRow> facts(Incidents.Opened opened, Words words) {
        var incident = opened.incident();
        var facts = new ArrayList<SummaryRow>();
        facts.add(
                SummaryRow.of(
                        "Kind of incident",
                        incident.classification().map(words::categoryLabel).orElse("Not sorted")));
        incident.classification()
                .ifPresent(sorted ->
                        facts.add(
                                SummaryRow.of(
                                        "Areas of risk",
                                        sorted.risks().stream()
                                                .map(words::riskLabel)
                                                .collect(Collectors.joining(", ")))));
        facts.add(SummaryRow.of("Opened", Times.dayAndTime(incident.openedAt())));
        facts.add(SummaryRow.of("State", state(incident)));
        facts.add(SummaryRow.of("Decided under", EditionName.of(opened.edition().pack())));
        return facts;
    }

    private static String state(Incident incident) {
        return incident.closing()
                .map(closing ->
                        "Closed on "
                                + Times.dayAndTime(closing.at())
                                + ": "
                                + Words.lower(outcome(incident)))
                .orElseGet(() ->
                        reopened(incident)
                                ? "Open. It was closed before, and opened again"
                                : "Open");
    }

    private static String outcome(Incident incident) {
        return incident.closure().map(closed -> ClosingOutcome.label(closed.outcome())).orElse("");
    }

    private static boolean reopened(Incident incident) {
        return incident.history().stream()
                .anyMatch(each -> each.event() instanceof IncidentEvent.Reopened);
    }

    private static List<SummaryRow> people(Incidents.Opened opened, Words words) {
        var day = SchoolTime.day(opened.incident().openedAt());
        var book = new Namebook(words.directory(), opened.edition().pack().vocabulary(), day);
        return opened.incident().people().entrySet().stream()
                .map(linked ->
                        SummaryRow.of(
                                book.label(linked.getKey())
                                        .orElseGet(() -> words.directory().name(linked.getKey())),
                                Words.partLabel(linked.getValue())))
                .toList();
    }
}
