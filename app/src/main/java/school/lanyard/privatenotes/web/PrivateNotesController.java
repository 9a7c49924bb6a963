// SPDX-License-Identifier: Apache-2.0
package school.lanyard.privatenotes.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.People;
import school.lanyard.privatenotes.PrivateNotes;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The private notes of one incident, for those who handle it. For everybody else there is no such
/// page.
@Controller
public class PrivateNotesController {

    private static final String PATH =
            "/incidents/{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}/private-notes";
    private static final String PAGE = "privatenotes/notes";
    private static final int LONGEST = 5000;

    /// A note as shown.
    public record Line(Instant at, String by, String text) {}

    /// The notes and the form for another.
    ///
    /// @param people whom the incident is about, in words; empty where nobody is linked
    public record NotesPage(Form form, String reference, String people, List<Line> notes) {}

    private final PrivateNotes notes;
    private final People people;
    private final InstantSource clock;

    PrivateNotesController(PrivateNotes notes, People people, InstantSource clock) {
        this.notes = notes;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView notes(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, reference, Form.blank()));
    }

    @PostMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView add(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var text = form.required("text", "Write the note");
        form.atMost("text", LONGEST, "The note");
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, reference, form));
        }
        var now = clock.instant();
        if (!notes.add(viewer(me, now), reference, text, now)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.to("/incidents/" + reference + "/private-notes", "Note added", flash);
    }

    private NotesPage page(SignedIn me, String reference, Form form) {
        var now = clock.instant();
        var names = people.directory(me.schoolId());
        var shown =
                notes.shown(viewer(me, now), reference, now)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new NotesPage(
                form,
                reference,
                shown.about().stream().map(names::name).sorted().collect(Collectors.joining("; ")),
                shown.notes().stream()
                        .map(note -> new Line(note.at(), names.name(note.by()), note.text()))
                        .toList());
    }

    private static Viewer viewer(SignedIn me, Instant now) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
    }
}
