// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.concerns.IncidentEvent.ReferralSettled;
import school.lanyard.concerns.IncidentEvent.Referred;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Referral;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Contact;
import school.lanyard.web.Choice;
import school.lanyard.web.Deadline;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// What an incident was taken to outside the school: to whom, when, with which reference, and what
/// they replied.
@Controller
public class ReferralsController {

    private static final String INCIDENT = "/incidents/" + TriageController.REFERENCE;
    private static final String REFERRAL = INCIDENT + "/referrals/{referral:[0-9a-f-]{36}}";
    private static final String PAGE = "concerns/referrals";
    private static final String SETTLE = "concerns/referral";
    private static final int LONGEST = 10_000;

    public static final List<Choice> NONE =
            List.of(Choice.of("yes", "No reply is to come, for the reason I have written"));

    /// A referral as it is shown.
    ///
    /// @param due when the school looks for a reply; absent once it is settled
    public record Line(
            String id,
            String label,
            String at,
            String spokeTo,
            String reference,
            String told,
            @Nullable Deadline due,
            String reply) {}

    /// What was taken to others, and the form for another.
    ///
    /// @param calls whom a case can be taken to, with the number to call now
    public record ReferralsPage(
            Form form,
            CaseTop top,
            boolean closed,
            List<Line> lines,
            List<Choice> contacts,
            List<Call> calls) {}

    public record SettlePage(Form form, CaseTop top, Line line, @Nullable Call call) {}

    private final Desk desk;

    ReferralsController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(INCIDENT + "/referrals")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView referrals(SignedIn me, @PathVariable String reference) {
        var form = Form.blank().with("at", desk.now().atZone(SchoolTime.ZONE).toLocalDateTime());
        return Pages.form(PAGE, page(me, desk.open(me, reference), form));
    }

    @PostMapping(INCIDENT + "/referrals")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView refer(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var contact = form.chosen("contact", contacts(opened), "Choose whom you told or asked");
        var at = at(form);
        var spokeTo = form.required("spoke-to", "Say whom you spoke to, or how you sent it");
        form.atMost("spoke-to", LONGEST, "Whom you spoke to");
        form.atMost("their-reference", LONGEST, "Their reference");
        var told = form.required("told", "Write what they were told and what they said");
        form.atMost("told", LONGEST, "What they were told");
        if (form.refused() || at == null) {
            return Pages.refused(PAGE, page(me, opened, form));
        }
        // The same form sent twice names the same referral, and so is one.
        var id = UUID.nameUUIDFromBytes((reference + Desk.token(form)).getBytes(UTF_8)).toString();
        return desk.record(
                me,
                reference,
                new Referred(id, contact, at, spokeTo, form.text("their-reference"), told),
                form,
                "contact",
                "Saved",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, f)));
    }

    @GetMapping(REFERRAL)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView referral(
            SignedIn me, @PathVariable String reference, @PathVariable String referral) {
        return Pages.form(SETTLE, settle(me, desk.open(me, reference), referral, Form.blank()));
    }

    @PostMapping(REFERRAL)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView settle(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String referral,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var none = form.has("none");
        var who = none ? form.text("who") : form.required("who", "Say who replied, and when");
        var reply =
                form.required(
                        "reply", none ? "Say why no reply is to come" : "Write what they replied");
        form.atMost("who", LONGEST, "Who replied");
        form.atMost("reply", LONGEST, "The reply");
        if (form.refused()) {
            return Pages.refused(SETTLE, settle(me, opened, referral, form));
        }
        return desk.record(
                me,
                reference,
                new ReferralSettled(referral, none, who, reply),
                form,
                "reply",
                "Saved",
                flash,
                f -> Pages.refused(SETTLE, settle(me, opened, referral, f)));
    }

    private @Nullable Instant at(Form form) {
        var at = form.dateTime("at", "When you told or asked them");
        if (at == null) {
            return null;
        }
        var instant = at.atZone(SchoolTime.ZONE).toInstant();
        // The box holds whole minutes, so "now" may be up to a minute ahead of itself.
        if (instant.isAfter(desk.now().plusSeconds(60))) {
            form.reject("at", "When you told or asked them must be in the past");
        }
        return instant;
    }

    private ReferralsPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var pack = opened.edition().pack();
        return new ReferralsPage(
                form,
                desk.top(me, opened),
                opened.incident().isClosed(),
                Referral.of(pack, opened.incident()).stream().map(this::line).toList(),
                contacts(opened),
                pack.contacts().values().stream()
                        .filter(Contact::takesReferrals)
                        .map(contact -> desk.call(me, pack, contact.key()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private SettlePage settle(SignedIn me, Incidents.Opened opened, String id, Form form) {
        var pack = opened.edition().pack();
        var referral =
                Desk.found(
                        Referral.of(pack, opened.incident()).stream()
                                .filter(each -> each.made().id().equals(id))
                                .findFirst());
        return new SettlePage(
                form,
                desk.top(me, opened),
                line(referral),
                desk.call(me, pack, referral.contact().key()).orElse(null));
    }

    private Line line(Referral referral) {
        var made = referral.made();
        var due = referral.due();
        var settled = referral.settled();
        return new Line(
                made.id(),
                referral.contact().label(),
                Times.dayAndTime(made.at()),
                made.spokeTo(),
                made.reference(),
                made.told(),
                due == null ? null : new Deadline(due, desk.now()),
                settled == null ? "" : reply(settled));
    }

    private static String reply(ReferralSettled settled) {
        return settled.none()
                ? "None is to come: " + settled.reply()
                : settled.who() + ": " + settled.reply();
    }

    private static List<Choice> contacts(Incidents.Opened opened) {
        return opened.edition().pack().contacts().values().stream()
                .filter(Contact::takesReferrals)
                .map(contact -> Choice.of(contact.key(), contact.label(), contact.useWhen()))
                .toList();
    }
}
