// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestation;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Campaign;
import school.lanyard.attestations.Campaigns;
import school.lanyard.attestations.Progress;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.web.Csv;
import school.lanyard.web.Download;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// The office's pages: how far each agreement is signed, who has not, and the campaigns.
@Controller
public class OfficeController {

    static final String TAKEN_OUT = "attestation.taken-out";

    private final Office office;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final InstantSource clock;

    OfficeController(Office office, Campaigns campaigns, Ledger ledger, InstantSource clock) {
        this.office = office;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// One agreement in the list.
    ///
    /// @param campaign by when it is asked for; empty where no campaign runs
    public record Line(
            String address,
            String title,
            String asked,
            int signed,
            int all,
            String campaign,
            boolean overdue,
            boolean inClass) {

        public int missing() {
            return all - signed;
        }
    }

    public record OverviewPage(List<Line> lines, boolean door) {}

    /// Those of one class or group.
    public record Place(String name, List<Row> waiting, int signed) {}

    /// One agreement.
    ///
    /// @param signed those who have, with their record
    /// @param noSigner how many children have nobody on record who could sign for them
    public record OnePage(
            school.lanyard.web.Form form,
            Line line,
            boolean onBehalf,
            List<Place> places,
            List<Row> signed,
            @Nullable Running running,
            long noSigner) {}

    /// A campaign that runs.
    public record Running(String due, boolean overdue, int days, String since) {}

    @GetMapping(Office.ADDRESS)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView overview(SignedIn me) {
        var running =
                campaigns.running(me.schoolId()).stream()
                        .collect(
                                Collectors.toMap(
                                        Campaign::agreement, each -> each, (newer, _) -> newer));
        var lines = office.sheets(me).stream().map(sheet -> line(me, sheet, running)).toList();
        return Pages.of(
                "attestations/overview",
                new OverviewPage(
                        lines,
                        office.pack(me).agreements().values().stream()
                                .anyMatch(each -> each.asking().atTheDoor())));
    }

    private Line line(SignedIn me, Progress.Sheet sheet, Map<String, Campaign> running) {
        var text = sheet.agreement();
        var inClass = sheet.form() == Form.CLASS;
        var campaign = inClass ? null : running.get(text.key());
        return new Line(
                Office.ADDRESS + "/" + text.key() + (inClass ? "/" + Office.CLASS : ""),
                inClass ? text.title() + ": agreed in class" : text.title(),
                Office.asked(office.pack(me), text, sheet.form()),
                sheet.signed().size(),
                sheet.asked(),
                campaign == null ? "" : "Asked for by " + Times.day(campaign.dueOn()),
                campaign != null && campaign.overdue(office.today()),
                inClass);
    }

    @GetMapping(Office.ONE)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView one(SignedIn me, @PathVariable String agreement) {
        return Pages.form(
                "attestations/one",
                page(me, agreement, Form.SIGNED, school.lanyard.web.Form.blank()));
    }

    @GetMapping(Office.ONE + "/" + Office.CLASS)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView inClass(SignedIn me, @PathVariable String agreement) {
        return Pages.form(
                "attestations/one",
                page(me, agreement, Form.CLASS, school.lanyard.web.Form.blank()));
    }

    private OnePage page(SignedIn me, String agreement, Form form, school.lanyard.web.Form typed) {
        var sheet = office.sheet(me, agreement, form);
        var campaign = campaigns.of(me.schoolId(), agreement).orElse(null);
        return new OnePage(
                typed,
                line(me, sheet, campaign == null ? Map.of() : Map.of(agreement, campaign)),
                sheet.agreement().onBehalf(),
                places(sheet),
                sheet.signed().stream().map(each -> signed(each, form)).toList(),
                campaign == null || form == Form.CLASS
                        ? null
                        : new Running(
                                Times.day(campaign.dueOn()),
                                campaign.overdue(office.today()),
                                campaign.remindDays(),
                                Times.day(campaign.startedAt())),
                form == Form.CLASS ? 0 : office.withoutSigner(me, sheet));
    }

    private static List<Place> places(Progress.Sheet sheet) {
        var places = new LinkedHashMap<String, List<Progress.Line>>();
        sheet.lines()
                .forEach(line ->
                        places.computeIfAbsent(line.place(), _ -> new ArrayList<>()).add(line));
        return places.entrySet().stream()
                .map(each ->
                        new Place(
                                each.getKey(),
                                each.getValue().stream()
                                        .filter(line -> !line.standing().signed())
                                        .map(line ->
                                                Row.of(
                                                        line.person().name(),
                                                        Office.state(
                                                                line.standing(), sheet.form())))
                                        .toList(),
                                (int)
                                        each.getValue().stream()
                                                .filter(line -> line.standing().signed())
                                                .count()))
                .toList();
    }

    private static Row signed(Progress.Line line, Form form) {
        Attestation by = java.util.Objects.requireNonNull(line.standing().newest());
        return Row.of(
                Link.to(RecordController.ADDRESS + "/" + by.id(), line.person().name()),
                line.place(),
                Office.state(line.standing(), form),
                by.way().words());
    }

    @PostMapping(Office.ONE + "/campaign")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView start(
            SignedIn me,
            @PathVariable String agreement,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = school.lanyard.web.Form.of(typed);
        var due = form.date("due", "The day by which to sign");
        if (due != null && due.isBefore(office.today())) {
            form.reject("due", "The day by which to sign must be today or later");
        }
        var days =
                form.text("days").matches("[1-9][0-9]?") ? Integer.parseInt(form.text("days")) : 0;
        if (days == 0) {
            form.reject("days", "Enter a number of days between 1 and 99");
        }
        if (form.refused() || due == null) {
            return Pages.refused("attestations/one", page(me, agreement, Form.SIGNED, form));
        }
        var text = office.text(me, agreement);
        var reminded = campaigns.start(me.schoolId(), me.personId(), text.key(), due, days);
        return Pages.to(
                Office.ADDRESS + "/" + agreement,
                "The campaign has begun. "
                        + (reminded == 1 ? "1 mail goes" : reminded + " mails go")
                        + " out now, to those with an account.",
                flash);
    }

    @PostMapping(Office.ONE + "/campaign/end")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView end(SignedIn me, @PathVariable String agreement, RedirectAttributes flash) {
        campaigns.end(me.schoolId(), me.personId(), office.text(me, agreement).key());
        return Pages.to(
                Office.ADDRESS + "/" + agreement, "Nobody is reminded of it any more.", flash);
    }

    /// Who has not signed, as a table. That it was taken out stands in the ledger before it is.
    @GetMapping(Office.ONE + "/not-signed.csv")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> notSigned(SignedIn me, @PathVariable String agreement) {
        return csv(me, office.sheet(me, agreement, Form.SIGNED));
    }

    @GetMapping(Office.ONE + "/" + Office.CLASS + "/not-agreed.csv")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> notAgreed(SignedIn me, @PathVariable String agreement) {
        return csv(me, office.sheet(me, agreement, Form.CLASS));
    }

    private ResponseEntity<byte[]> csv(SignedIn me, Progress.Sheet sheet) {
        ledger.enterRead(
                me.schoolId(),
                clock.instant(),
                Actor.person(me.personId()),
                TAKEN_OUT,
                sheet.waiting().stream().map(line -> line.person().id()).toList());
        return Download.csv(
                "not-signed.csv",
                Csv.of(
                        List.of("Name", "Class or group", "Agreement", "State"),
                        sheet.waiting().stream()
                                .map(line ->
                                        List.of(
                                                line.person().name(),
                                                line.place(),
                                                sheet.agreement().title(),
                                                Office.state(line.standing(), sheet.form())))
                                .toList()));
    }
}
