// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

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
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// That an image was looked at, outside Lanyard and in exceptional circumstances, for those whom
/// the policy lets record it.
@Controller
public class ViewingController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/viewings";
    private static final int LIMIT = 2_000;
    private static final int LINE = 300;

    /// The record of a viewing.
    ///
    /// @param closed whether the incident is closed, and takes none
    public record ViewingPage(Form form, CaseTop top, boolean closed) {}

    private final Desk desk;

    ViewingController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(PATH + "/new")
    @MayCall(Caller.RECORD_VIEWINGS)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/viewing", page(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping(PATH)
    @MayCall(Caller.RECORD_VIEWINGS)
    ModelAndView record(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var at = form.dateTime("viewed", "When it was looked at");
        var where = form.required("where", "Say where and on which device");
        var present = form.required("present", "Say who else was in the room");
        var reason = form.required("reason", "Say why nothing else would do");
        form.atMost("where", LINE, "Where it was looked at");
        form.atMost("present", LINE, "Who was in the room");
        form.atMost("reason", LIMIT, "The reason");
        if (at != null && at.atZone(SchoolTime.ZONE).toInstant().isAfter(desk.now())) {
            form.reject("viewed", "The time must be in the past");
        }
        if (form.refused() || at == null) {
            return Pages.refused("concerns/viewing", page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.ImageViewed(
                        at.atZone(SchoolTime.ZONE).toInstant(), where, present, reason),
                form,
                "reason",
                "Saved",
                flash,
                f -> Pages.refused("concerns/viewing", page(me, opened, f)));
    }

    private ViewingPage page(SignedIn me, Incidents.Opened opened, Form form) {
        return new ViewingPage(form, desk.top(me, opened), opened.incident().isClosed());
    }
}
