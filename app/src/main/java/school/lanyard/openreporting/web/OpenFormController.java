// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Receipt;
import school.lanyard.concerns.Report;
import school.lanyard.concerns.Urgent;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.routing.Destination;
import school.lanyard.openreporting.OpenForms;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The open form for parents, carers and visitors. The receipt is the answer to the form itself, so
/// that nothing of it stands in an address.
@Controller
public class OpenFormController {

    static final String ADDRESS = "/worried";

    /// What stands for whoever uses the form, in the ledger and beside the concern.
    private static final String SENDER = "open-form";

    private static final String FORM = "openreporting/form";

    private final OpenPlace place;
    private final OpenForms forms;
    private final Concerns concerns;
    private final People people;

    OpenFormController(OpenPlace place, OpenForms forms, Concerns concerns, People people) {
        this.place = place;
        this.forms = forms;
        this.concerns = concerns;
        this.people = people;
    }

    /// The form as it stands.
    ///
    /// @param proof that we gave it out
    public record FormPage(
            Form form, String school, String proof, List<Choice> about, OpenPlace.Ring ring) {

        public String action() {
            return ADDRESS + "/" + school;
        }

        public int longest() {
            return OpenReport.LONGEST;
        }
    }

    /// That it was received.
    ///
    /// @param reads the posts that such reports go to
    /// @param contact whom to ring where nobody at school may take it
    public record Received(
            Receipt receipt, String reads, @Nullable Contact contact, OpenPlace.Ring ring) {

        static Received of(OpenPlace place, OpenPlace.At at, Report report, Receipt receipt) {
            var outside =
                    receipt.destination() instanceof Destination.ToContact to
                            ? Optional.ofNullable(at.pack().contacts().get(to.contact()))
                                    .map(contact -> place.local(at, contact))
                                    .orElse(null)
                            : null;
            // By what was ticked, never by whom a typed name turned out to be.
            return new Received(
                    receipt, Urgent.of(at.pack(), report.about()).tell(), outside, place.ring(at));
        }
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(ADDRESS)
    ModelAndView choose(HttpServletRequest request) {
        return place.choose(request, ADDRESS, "Tell the school that you are worried");
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(ADDRESS + OpenPlace.SCHOOL)
    ModelAndView form(HttpServletRequest request, @PathVariable String school) {
        return Pages.of(FORM, page(place.at(request, school), Form.blank()));
    }

    @MayCall(Caller.ANYONE)
    @PostMapping(ADDRESS + OpenPlace.SCHOOL)
    ModelAndView send(
            HttpServletRequest request,
            @PathVariable String school,
            @RequestParam MultiValueMap<String, String> typed) {
        return place.take(request, school, typed, FORM, this::page, this::take);
    }

    private ModelAndView take(OpenPlace.At at, Form form, String given) {
        var report =
                new OpenReport(form, at.pack())
                        .read(people.directory(at.school()), Origin.Way.OPEN_FORM, place.now());
        if (report.isEmpty()) {
            return OpenPlace.refused(FORM, page(at, form));
        }
        var sender = new Viewer(at.school(), SENDER, SchoolTime.day(place.now()));
        var draft = forms.draft(at.school(), given, OpenReport.said(form));
        var receipt = concerns.receive(sender, draft, report.get());
        return Pages.of("openreporting/received", Received.of(place, at, report.get(), receipt));
    }

    private FormPage page(OpenPlace.At at, Form form) {
        return new FormPage(
                form,
                at.school(),
                place.proof(at, form),
                OpenReport.about(at.pack()),
                place.ring(at));
    }
}
