// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
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
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.NeedToKnow;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// Hands an incident over from one handler to another, who takes it on.
@Controller
public class HandoverController {

    private static final String INCIDENT = "/incidents/" + TriageController.REFERENCE;
    private static final String PAGE = "concerns/handover";
    private static final int LONGEST = 5000;

    /// The last handover.
    ///
    /// @param taken whether whoever it was to has taken it on
    public record Last(String to, String by, String at, String note, boolean taken) {}

    /// The last handover, and to whom the next can be.
    ///
    /// @param mine whether the last one waits for the viewer
    public record HandoverPage(
            Form form,
            CaseTop top,
            @Nullable Last last,
            boolean mine,
            boolean closed,
            List<Choice> handlers) {}

    private final Desk desk;

    HandoverController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(INCIDENT + "/handover")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView handover(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping(INCIDENT + "/handover")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView hand(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var to = form.chosen("to", handlers(me, opened), "Choose who takes it");
        var note = form.required("note", "Write what they need to know");
        form.atMost("note", LONGEST, "The note");
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new HandedOver(to, note),
                form,
                "to",
                "Handed over. They have been told that something needs them.",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, f)));
    }

    @PostMapping(INCIDENT + "/handover/acceptance")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView take(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        return desk.record(
                me,
                reference,
                new IncidentEvent.TakenOn(""),
                form,
                "to",
                "You have taken it on.",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, f)));
    }

    private HandoverPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var known = new NeedToKnow(opened.incident());
        return new HandoverPage(
                form,
                desk.top(me, opened),
                known.handover()
                        .map(each -> last(me, each, known.waitingHandover().isEmpty()))
                        .orElse(null),
                known.waitsFor(me.personId()),
                opened.incident().isClosed(),
                handlers(me, opened));
    }

    private Last last(SignedIn me, Happening happening, boolean taken) {
        var names = desk.directory(me);
        var handed = (HandedOver) happening.event();
        return new Last(
                names.name(handed.to()),
                names.name(happening.by()),
                Times.dayAndTime(happening.at()),
                handed.note(),
                taken);
    }

    private List<Choice> handlers(SignedIn me, Incidents.Opened opened) {
        return desk.directory(me).everybody().stream()
                .filter(known -> !known.id().equals(me.personId()))
                .filter(known ->
                        opened.readers().stream()
                                .anyMatch(reader ->
                                        !reader.byGlass() && reader.person().equals(known.id())))
                .map(known -> Choice.of(known.id(), known.name()))
                .toList();
    }
}
