// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.BreakGlass;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Where somebody whom a case is not sent to opens it in an emergency.
@Controller
public class EmergencyAccessController {

    private static final String PAGE = "concerns/emergency";
    private static final int LONGEST = 1000;
    private static final int SHORTEST = 20;
    private static final String NONE =
            "There is no case with this reference that you can open. Check the reference. In an"
                    + " emergency, call the local authority.";

    /// The form.
    ///
    /// @param until the last day it would be read; absent where the policy gives no time
    public record EmergencyPage(Form form, @Nullable LocalDate until) {}

    private final BreakGlass glass;
    private final Editions editions;
    private final Desk desk;

    EmergencyAccessController(BreakGlass glass, Editions editions, Desk desk) {
        this.glass = glass;
        this.editions = editions;
        this.desk = desk;
    }

    @GetMapping("/emergency-access")
    @MayCall(Caller.BREAK_GLASS)
    ModelAndView ask(SignedIn me) {
        return Pages.form(PAGE, page(me, Form.blank()));
    }

    @PostMapping("/emergency-access")
    @MayCall(Caller.BREAK_GLASS)
    ModelAndView open(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var reference = form.required("reference", "Enter the reference of the case");
        var reason = form.required("reason", "Say why you have to open it now");
        form.atMost("reason", LONGEST, "The reason");
        if (!form.refused() && reason.length() < SHORTEST) {
            form.reject("reason", "Say more about why you have to open it now");
        }
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, form));
        }
        var opened =
                glass.open(desk.viewer(me), reference.toUpperCase(Locale.ROOT), reason, desk.now());
        return opened.map(found ->
                        Pages.to(
                                "/" + found.kind() + "s/" + found.reference(),
                                "You can read it. Those whom it is sent to have been told.",
                                flash))
                .orElseGet(() -> Pages.refused(PAGE, page(me, form.reject("reference", NONE))));
    }

    private EmergencyPage page(SignedIn me, Form form) {
        return new EmergencyPage(
                form,
                BreakGlass.until(editions.running(me.schoolId()).pack(), desk.now()).orElse(null));
    }
}
