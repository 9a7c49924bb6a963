// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.flags.Flag;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// That a parent or carer was told, when and how, or why not. Whoever must not be told is said so
/// before anything is written, and a record that they were is refused.
@Controller
public class ParentsController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/parents";
    private static final String WHO = "who";
    private static final String ELSE = "else";
    private static final int LIMIT = 5_000;
    private static final int LINE = 200;

    /// Telling a parent.
    ///
    /// @param who each child's guardians, and somebody else for each child
    public record ParentsPage(Form form, CaseTop top, boolean closed, List<Choice> who) {}

    private final Desk desk;
    private final People people;

    ParentsController(Desk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @GetMapping(PATH + "/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        var opened = desk.open(me, reference);
        return Pages.form("concerns/parents", page(me, opened, Form.blank()));
    }

    @PostMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView record(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var page = page(me, opened, form);
        var chosen = form.chosen(WHO, page.who(), "Choose which parent or carer");
        var told = form.chosen("told", FollowUpController.TOLD, "Choose whether they were told");
        if (chosen.isEmpty() || form.refused()) {
            return Pages.refused("concerns/parents", page);
        }
        var child = chosen.substring(0, chosen.indexOf(' '));
        var guardian = guardian(chosen);
        var name =
                guardian == null
                        ? form.required("name", "Enter their name and who they are to the child")
                        : desk.directory(me).name(guardian);
        form.atMost("name", LINE, "Their name");
        if (told.equals("yes")) {
            mustNot(opened, child, guardian, name)
                    .ifPresent(flag ->
                            form.reject(
                                    "told",
                                    name
                                            + " must not be told. "
                                            + flag.said().kind().reason()
                                            + ". If that is over, end the flag on the child’s"
                                            + " page first"));
        }
        var event =
                told.equals("yes")
                        ? told(form, child, guardian, name)
                        : notTold(form, child, guardian, name);
        return form.refused() || event == null
                ? Pages.refused("concerns/parents", page)
                : desk.record(
                        me,
                        reference,
                        event,
                        form,
                        WHO,
                        "Saved",
                        flash,
                        _ -> Pages.refused("concerns/parents", page));
    }

    private @Nullable IncidentEvent told(
            Form form, String child, @Nullable String guardian, String name) {
        var at = form.dateTime("at", "When they were told");
        var how = form.required("how", "Say how they were told");
        var said = form.required("said", "Say what they were told");
        form.atMost("how", LINE, "How they were told");
        form.atMost("said", LIMIT, "What they were told");
        if (at != null && at.atZone(SchoolTime.ZONE).toInstant().isAfter(desk.now())) {
            form.reject("at", "The time must be in the past");
        }
        return at == null
                ? null
                : new IncidentEvent.ParentTold(
                        child,
                        guardian,
                        name,
                        at.atZone(SchoolTime.ZONE).toInstant(),
                        Words.lower(how),
                        said);
    }

    private static IncidentEvent notTold(
            Form form, String child, @Nullable String guardian, String name) {
        var reason = form.required("reason", "Say why they were not told");
        form.atMost("reason", LIMIT, "The reason");
        return new IncidentEvent.ParentNotTold(child, guardian, name, reason);
    }

    private static @Nullable String guardian(String chosen) {
        var last = chosen.substring(chosen.indexOf(' ') + 1);
        return last.equals(ELSE) ? null : last;
    }

    private static Optional<Flag> mustNot(
            Incidents.Opened opened, String child, @Nullable String guardian, String name) {
        return opened.flags().stream()
                .filter(flag -> flag.person().equals(child))
                .filter(flag -> flag.said().kind().forbidsTelling())
                .filter(flag ->
                        (guardian != null && guardian.equals(flag.guardian()))
                                || flag.said().who().equalsIgnoreCase(name))
                .findFirst();
    }

    private ParentsPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var directory = desk.directory(me);
        return new ParentsPage(
                form,
                desk.top(me, opened),
                opened.incident().isClosed(),
                opened.incident().people().keySet().stream()
                        .filter(id -> FollowUps.isChild(opened, id, directory))
                        .flatMap(child -> choices(me, opened, child))
                        .toList());
    }

    private Stream<Choice> choices(SignedIn me, Incidents.Opened opened, String child) {
        var directory = desk.directory(me);
        var about = "About " + directory.name(child) + ".";
        return Stream.concat(
                people.guardians(me.schoolId(), child).stream()
                        .map(guardian ->
                                Choice.of(
                                        child + " " + guardian,
                                        directory.name(guardian),
                                        about
                                                + mustNot(
                                                                opened,
                                                                child,
                                                                guardian,
                                                                directory.name(guardian))
                                                        .map(flag ->
                                                                " Must not be told. "
                                                                        + flag.said()
                                                                                .kind()
                                                                                .reason()
                                                                        + ".")
                                                        .orElse(""))),
                Stream.of(Choice.of(child + " " + ELSE, "Somebody else", about)));
    }
}
