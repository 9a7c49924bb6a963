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
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Who an incident is about, each in their own part. Linking somebody closes it to them at once.
@Controller
public class LinkedPeopleController {

    private static final String PERSON = "{person:[0-9a-f-]{36}}";

    /// Somebody to link, or whose part is changed.
    ///
    /// @param name of the one whose part is changed; absent when somebody is being added
    public record PersonPage(
            Form form,
            String reference,
            String action,
            @Nullable String name,
            List<String> roster,
            List<Choice> parts) {}

    private final Desk desk;

    LinkedPeopleController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/people/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/person", adding(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/people")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView link(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var person =
                namebook(me, opened).named(form.required("person", "Choose a person")).person();
        var part = part(form);
        if (person == null) {
            form.reject("person", "Choose one person from the list");
        }
        if (person == null || form.refused()) {
            return Pages.refused("concerns/person", adding(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.PersonLinked(person, Part.valueOf(part)),
                form,
                "person",
                "Person linked",
                flash,
                f -> Pages.refused("concerns/person", adding(me, opened, f)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/people/" + PERSON)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView change(SignedIn me, @PathVariable String reference, @PathVariable String person) {
        var opened = desk.open(me, reference);
        var part = linked(opened, person);
        return Pages.form(
                "concerns/person",
                changing(me, opened, person, Form.blank().with("part", part.name())));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/people/" + PERSON)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView save(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        linked(opened, person);
        var event = changed(person, form);
        if (form.refused()) {
            return Pages.refused("concerns/person", changing(me, opened, person, form));
        }
        return desk.record(
                me,
                reference,
                event,
                form,
                "reason",
                "Saved",
                flash,
                f -> Pages.refused("concerns/person", changing(me, opened, person, f)));
    }

    private static IncidentEvent changed(String person, Form form) {
        if (form.text("part").equals("none")) {
            return new IncidentEvent.PersonUnlinked(
                    person, form.required("reason", "Say why this person is no longer linked"));
        }
        var part = part(form);
        return form.refused()
                ? new IncidentEvent.PersonUnlinked(person, "")
                : new IncidentEvent.PersonLinked(person, Part.valueOf(part));
    }

    private static String part(Form form) {
        return form.chosen("part", TriageController.partChoices(), "Choose their part in it");
    }

    private static Part linked(Incidents.Opened opened, String person) {
        return Desk.found(java.util.Optional.ofNullable(opened.incident().people().get(person)));
    }

    private PersonPage adding(SignedIn me, Incidents.Opened opened, Form form) {
        return new PersonPage(
                form,
                opened.file().reference(),
                "/incidents/" + opened.file().reference() + "/people",
                null,
                namebook(me, opened).suggestions(),
                TriageController.partChoices());
    }

    private PersonPage changing(SignedIn me, Incidents.Opened opened, String person, Form form) {
        return new PersonPage(
                form,
                opened.file().reference(),
                "/incidents/" + opened.file().reference() + "/people/" + person,
                desk.directory(me).name(person),
                List.of(),
                TriageController.partChoices());
    }

    private Namebook namebook(SignedIn me, Incidents.Opened opened) {
        return new Namebook(
                desk.directory(me), opened.edition().pack().vocabulary(), desk.viewer(me).today());
    }
}
