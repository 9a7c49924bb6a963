// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Queue;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Edition;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.Editions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// Triage: a concern becomes an incident, joins one, or is answered without. The concern itself is
/// never changed.
@Controller
public class TriageController {

    static final String REFERENCE = "{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}";

    private static final String TAKEN = "This concern is part of this incident";

    /// A concern that is in no incident, with what can be done with it.
    ///
    /// @param answered whether it was answered without an incident
    /// @param named the people to give a part to, by their field's name
    /// @param joinable open incidents that it could join
    public record ConcernPage(
            Form form,
            Form joinForm,
            ReportView report,
            boolean atRiskNow,
            boolean answered,
            Map<String, String> named,
            List<Choice> parts,
            List<Choice> joinable,
            List<SummaryRow> readers,
            String why,
            String edition) {}

    private final Concerns concerns;
    private final Incidents incidents;
    private final Editions editions;
    private final Queue queue;
    private final Listing listing;
    private final Desk desk;

    TriageController(
            Concerns concerns,
            Incidents incidents,
            Editions editions,
            Queue queue,
            Listing listing,
            Desk desk) {
        this.concerns = concerns;
        this.incidents = incidents;
        this.queue = queue;
        this.editions = editions;
        this.listing = listing;
        this.desk = desk;
    }

    @GetMapping("/concerns/" + REFERENCE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView concern(SignedIn me, @PathVariable String reference) {
        return taken(me, reference)
                .map(incident -> Pages.to("/incidents/" + incident))
                .orElseGet(() ->
                        Pages.form(
                                "concerns/concern",
                                page(me, reference, Form.blank(), Form.blank())));
    }

    /// The incident that it has become part of meanwhile: by a colleague, or by a second press of
    /// the same button.
    private Optional<String> taken(SignedIn me, String reference) {
        return concerns.incidentOf(desk.viewer(me), reference);
    }

    @PostMapping("/concerns/" + REFERENCE + "/incident")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView open(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var taken = taken(me, reference);
        if (taken.isPresent()) {
            return to(me, taken.get(), TAKEN, flash);
        }
        var form = Form.of(typed);
        var parts = new ArrayList<IncidentEvent>();
        for (var person : named(me, reference).keySet()) {
            var part = form.chosen(field(person), partChoices(), "Choose the part of each person");
            if (form.error(field(person)) == null) {
                parts.add(new IncidentEvent.PersonLinked(person, Part.valueOf(part)));
            }
        }
        if (form.refused()) {
            return Pages.refused("concerns/concern", page(me, reference, form, Form.blank()));
        }
        return incidents
                .openFrom(desk.viewer(me), reference, parts, desk.now())
                .map(opened -> to(me, opened, "Incident opened", flash))
                .orElseThrow(Desk::notFound);
    }

    @PostMapping("/concerns/" + REFERENCE + "/joining")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView join(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var taken = taken(me, reference);
        if (taken.isPresent()) {
            return to(me, taken.get(), TAKEN, flash);
        }
        var form = Form.of(typed);
        var chosen = form.required("incident", "Choose the incident that it belongs to");
        if (form.refused()) {
            return Pages.refused("concerns/concern", page(me, reference, Form.blank(), form));
        }
        return switch (incidents.join(desk.viewer(me), reference, chosen, desk.now())) {
            case Outcome.Recorded _, Outcome.Unchanged _, Outcome.Waits _ ->
                    to(me, chosen, "Concern added to this incident", flash);
            case Outcome.Refused(var why) ->
                    Pages.refused(
                            "concerns/concern",
                            page(me, reference, Form.blank(), form.reject("incident", why)));
            case Outcome.NotFound _ -> throw Desk.notFound();
        };
    }

    private ModelAndView to(SignedIn me, String incident, String notice, RedirectAttributes flash) {
        return incidents.mayRead(desk.viewer(me), incident)
                ? Pages.to("/incidents/" + incident, notice, flash)
                : Pages.to("/incidents", notice, flash);
    }

    private ConcernPage page(SignedIn me, String reference, Form form, Form joinForm) {
        var viewer = desk.viewer(me);
        var concern = Desk.found(concerns.open(viewer, reference, desk.now()));
        if (concern.inIncident()) {
            throw Desk.notFound();
        }
        var pack = pack(me, concern);
        var directory = desk.directory(me);
        var readers = concerns.readers(viewer, concern.row().id());
        return new ConcernPage(
                form,
                joinForm,
                ReportView.of(concern, pack, directory),
                concern.row().atRiskNow(),
                concern.concern().answered() != null,
                fields(named(concern), directory::name),
                partChoices(),
                listing.choices(
                        me, queue.open(viewer, desk.now()), named(concern).keySet(), directory),
                Readers.rows(readers, pack, directory),
                Readers.why(readers, me.personId(), pack, directory),
                EditionName.decidedUnder(pack));
    }

    private Pack pack(SignedIn me, Concerns.Opened concern) {
        return editions.find(me.schoolId(), concern.row().edition())
                .map(Edition::pack)
                .orElseThrow();
    }

    private Map<String, String> named(SignedIn me, String reference) {
        return named(Desk.found(concerns.open(desk.viewer(me), reference, desk.now())));
    }

    /// The people of the roster whom the report names, in its order.
    private static Map<String, String> named(Concerns.Opened concern) {
        var named = new java.util.LinkedHashMap<String, String>();
        for (var each : concern.report().people()) {
            if (each.person() != null) {
                named.put(each.person(), each.name());
            }
        }
        return named;
    }

    private static Map<String, String> fields(
            Map<String, String> named, java.util.function.UnaryOperator<String> name) {
        var fields = new java.util.LinkedHashMap<String, String>();
        named.keySet().forEach(person -> fields.put(field(person), name.apply(person)));
        return fields;
    }

    private static String field(String person) {
        return "part-" + person;
    }

    static List<Choice> partChoices() {
        return List.of(
                Choice.of(Part.AFFECTED.name(), "Affected", "They were harmed, or might be"),
                Choice.of(
                        Part.ALLEGED.name(),
                        "Said to be responsible",
                        "It is said that they did it"),
                Choice.of(Part.WITNESS.name(), "Saw or heard it"),
                Choice.of(Part.FAMILY.name(), "Family to be told"));
    }
}
