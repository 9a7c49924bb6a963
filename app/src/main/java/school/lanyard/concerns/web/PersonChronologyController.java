// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Chronicle;
import school.lanyard.concerns.EarlierRecords;
import school.lanyard.concerns.Histories;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// The chronology of one person across every case that the reader may read, in the order in which
/// things happened. Of what they may not read there is no sign.
@Controller
public class PersonChronologyController {

    private static final String PATH = "/chronologies/{person:[0-9a-f-]{36}}";

    private final Histories histories;
    private final Chronicle chronicle;
    private final List<EarlierRecords> earlier;
    private final Appointments appointments;
    private final Editions editions;
    private final Ledger ledger;
    private final ChronologyPaper paper;
    private final Desk desk;

    PersonChronologyController(
            Histories histories,
            Chronicle chronicle,
            List<EarlierRecords> earlier,
            Appointments appointments,
            Editions editions,
            Ledger ledger,
            ChronologyPaper paper,
            Desk desk) {
        this.histories = histories;
        this.chronicle = chronicle;
        this.earlier = earlier;
        this.appointments = appointments;
        this.editions = editions;
        this.ledger = ledger;
        this.paper = paper;
        this.desk = desk;
    }

    @GetMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView chronology(SignedIn me, @PathVariable String person) {
        return Pages.of("concerns/personChronology", read(me, person, Form.blank()));
    }

    @PostMapping(PATH + "/paper")
    @MayCall(Caller.HANDLE_CASES)
    Object export(
            SignedIn me,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var recipient = ChronologyPaper.recipient(form);
        if (form.refused()) {
            return Pages.refused("concerns/personChronology", read(me, person, form));
        }
        var now = desk.now();
        var viewer = desk.viewer(me);
        mustBeKnown(me, person);
        var opened =
                histories.export(
                        viewer,
                        histories.idsAbout(viewer, person),
                        person,
                        "person.chronology-exported",
                        recipient,
                        now);
        var page = page(me, person, opened, Form.blank(), recipient, now);
        return paper.of(me, "concerns/personChronologyPdf", page, "chronology.pdf", now);
    }

    /// Somebody who follows the document's address is asked first whom it is for.
    @GetMapping(PATH + "/paper")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String person) {
        mustBeKnown(me, person);
        return Pages.to("/chronologies/" + person);
    }

    private PersonChronologyPage read(SignedIn me, String person, Form form) {
        var now = desk.now();
        var viewer = desk.viewer(me);
        mustBeKnown(me, person);
        var opened =
                histories.open(
                        viewer, histories.idsAbout(viewer, person), "person.chronology-read", now);
        return page(me, person, opened, form, "", now);
    }

    private void mustBeKnown(SignedIn me, String person) {
        if (desk.directory(me).find(person).isEmpty()) {
            throw Desk.notFound();
        }
    }

    private PersonChronologyPage page(
            SignedIn me,
            String person,
            Histories.Opened opened,
            Form form,
            String recipient,
            Instant now) {
        var school = me.schoolId();
        var directory = desk.directory(me);
        var pack = editions.running(school).pack();
        var book = new Namebook(directory, pack.vocabulary(), SchoolTime.day(now));
        return new PersonChronologyPage(
                form,
                person,
                book.label(person).orElseGet(() -> directory.name(person)),
                cases(opened, person),
                days(me, person, opened, now),
                recipient,
                new Posts(appointments, school, directory).by(me.personId(), now, pack),
                now,
                ledger.head(school).hex());
    }

    private static List<SummaryRow> cases(Histories.Opened opened, String person) {
        return Stream.concat(
                        opened.incidents().stream().map(each -> incident(each, person)),
                        opened.concerns().stream()
                                .map(each ->
                                        SummaryRow.of(
                                                each.row().reference(),
                                                "Named in a concern",
                                                Link.to(
                                                        "/concerns/" + each.row().reference(),
                                                        "Read it"))))
                .toList();
    }

    private static SummaryRow incident(Incidents.Opened incident, String person) {
        var reference = incident.file().reference();
        var part = incident.incident().people().get(person);
        return SummaryRow.of(
                reference,
                part == null ? "Incident" : Words.partLabel(part),
                Link.to("/incidents/" + reference, "Read it"));
    }

    private List<PersonChronologyPage.Day> days(
            SignedIn me, String person, Histories.Opened opened, Instant now) {
        var school = me.schoolId();
        var viewer = desk.viewer(me);
        return Stream.of(
                        opened.incidents().stream()
                                .flatMap(each -> chronicle.of(school, each).stream()),
                        opened.concerns().stream()
                                .flatMap(each -> chronicle.of(school, each).stream()),
                        earlier.stream().flatMap(each -> each.about(viewer, person, now).stream()))
                .flatMap(each -> each)
                .sorted(Chronicle.Entry.IN_ORDER)
                .collect(
                        Collectors.groupingBy(
                                Chronicle.Entry::on, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new PersonChronologyPage.Day(day.getKey(), day.getValue()))
                .toList();
    }
}
