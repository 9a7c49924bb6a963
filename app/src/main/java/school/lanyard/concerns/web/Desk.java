// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;

/// What every page of a handler does alike: ask as the person signed in, at this moment, and answer
/// what came of it.
@Component
class Desk {

    static final String UNCHANGED = "Nothing changed";
    private static final String WAITS =
            "Asked. It takes effect once a second person agrees; they have been told.";

    private final Incidents incidents;
    private final People people;
    private final LocalNumbers numbers;
    private final InstantSource clock;

    Desk(Incidents incidents, People people, LocalNumbers numbers, InstantSource clock) {
        this.incidents = incidents;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Viewer viewer(SignedIn me) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now()));
    }

    Directory directory(SignedIn me) {
        return people.directory(me.schoolId());
    }

    CaseTop top(SignedIn me, Incidents.Opened opened) {
        return CaseTop.of(opened, directory(me));
    }

    /// Contacts as this school calls them.
    List<Contact> contacts(SignedIn me, List<Contact> contacts) {
        return numbers.filled(me.schoolId(), contacts);
    }

    /// Whom to call for a contact of a pack at this moment; absent where the pack has none.
    Optional<Call> call(SignedIn me, Pack pack, @Nullable String key) {
        var contact = key == null ? null : pack.contacts().get(key);
        if (contact == null) {
            return Optional.empty();
        }
        var instead =
                contact.insteadAt(now())
                        .flatMap(other -> Optional.ofNullable(pack.contacts().get(other)))
                        .map(other -> contacts(me, List.of(other)).getFirst());
        return Optional.of(
                new Call(contacts(me, List.of(contact)).getFirst(), instead.orElse(null)));
    }

    /// The incident, its read entered; a page that is not there for this person does not exist.
    Incidents.Opened open(SignedIn me, String reference) {
        return found(incidents.open(viewer(me), reference, "incident.read", now()));
    }

    static <T> T found(Optional<T> maybe) {
        return maybe.orElseThrow(Desk::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// Records an event and goes back to the incident, or shows the form again with the reason.
    ///
    /// @param field the field that the reason belongs to
    ModelAndView record(
            SignedIn me,
            String reference,
            IncidentEvent event,
            Form form,
            String field,
            String notice,
            RedirectAttributes flash,
            Function<Form, ModelAndView> again) {
        return switch (incidents.record(viewer(me), reference, event, token(form), now())) {
            case Outcome.Recorded _ -> saved(me, reference, notice, flash);
            case Outcome.Unchanged _ -> saved(me, reference, UNCHANGED, flash);
            case Outcome.Waits _ -> saved(me, reference, WAITS, flash);
            case Outcome.Refused(var why) -> again.apply(form.reject(field, why));
            case Outcome.NotFound _ -> throw notFound();
        };
    }

    /// Takes one form about an incident: reads it, records it and goes back to the incident, or
    /// shows its page again with what is wrong.
    ModelAndView take(
            SignedIn me,
            String reference,
            Map<String, List<String>> typed,
            RedirectAttributes flash,
            CaseForm asked) {
        var form = Form.of(typed);
        var opened = open(me, reference);
        var event = asked.reading().event(opened, form);
        Function<Form, ModelAndView> again =
                shown -> Pages.refused(asked.template(), asked.showing().page(opened, shown));
        return form.refused() || event == null
                ? again.apply(form)
                : record(me, reference, event, form, asked.field(), asked.notice(), flash, again);
    }

    /// Something to be written in one box.
    ///
    /// @param empty said where nothing was written
    /// @param label what it is called where it is too long
    record Box(String field, String empty, String label, int longest, String notice) {}

    /// Records what somebody wrote in one box and goes back to the incident, or shows the page
    /// again with what is wrong.
    ModelAndView written(
            SignedIn me,
            String reference,
            Box box,
            Form form,
            Function<String, IncidentEvent> event,
            RedirectAttributes flash,
            BiFunction<Incidents.Opened, Form, ModelAndView> page) {
        var opened = open(me, reference);
        var text = form.required(box.field(), box.empty());
        form.atMost(box.field(), box.longest(), box.label());
        return form.refused()
                ? page.apply(opened, form)
                : record(
                        me,
                        reference,
                        event.apply(text),
                        form,
                        box.field(),
                        box.notice(),
                        flash,
                        again -> page.apply(opened, again));
    }

    /// Linking somebody can close the incident to whoever did it; then the queue is where to go.
    private ModelAndView saved(
            SignedIn me, String reference, String notice, RedirectAttributes flash) {
        return incidents.mayRead(viewer(me), reference)
                ? Pages.to("/incidents/" + reference, notice, flash)
                : Pages.to(
                        "/incidents",
                        "Saved. Because of whom it is about, a colleague has taken it on.",
                        flash);
    }

    static String token(Form form) {
        var token = form.text(Shell.ONCE);
        if (!token.matches("[A-Za-z0-9_-]{22}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return token;
    }
}
