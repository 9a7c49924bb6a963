// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
import school.lanyard.openreporting.ClassTablet;
import school.lanyard.openreporting.ClassTablets;
import school.lanyard.openreporting.Face;
import school.lanyard.openreporting.Taps;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Setting up class tablets, and saying that one went to a child who asked. Any member of staff
/// may.
@Controller
public class TabletsController {

    private static final String ADDRESS = "/tablets";
    private static final String PAGE = "openreporting/tablets";
    private static final List<String> STAFF_GROUPS = List.of("staff", "volunteer");
    private static final int SLOTS = 3;
    private static final int LONGEST = 40;

    private final ClassTablets tablets;
    private final Taps taps;
    private final People people;
    private final InstantSource clock;

    TabletsController(ClassTablets tablets, Taps taps, People people, InstantSource clock) {
        this.tablets = tablets;
        this.taps = taps;
        this.people = people;
        this.clock = clock;
    }

    /// The tablets there are, and the form for another.
    public record TabletsPage(
            Form form,
            List<Listed> tablets,
            List<String> classes,
            List<Choice> adults,
            List<Choice> faces) {

        public List<Integer> slots() {
            return IntStream.rangeClosed(1, SLOTS).boxed().toList();
        }
    }

    public record Listed(String id, String className, List<SummaryRow> facts) {}

    /// The code, which is typed on the tablet.
    public record CodePage(String className, String code, long minutes) {}

    /// Children who asked for the viewer.
    public record CallsPage(List<Taps.Asked> asked) {}

    @MayCall(Caller.STAFF)
    @GetMapping(ADDRESS)
    ModelAndView list(SignedIn me) {
        return Pages.form(PAGE, page(me, Form.blank()));
    }

    @MayCall(Caller.STAFF)
    @PostMapping(ADDRESS)
    ModelAndView setUp(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        form.required("class", "Give the name of the class");
        var className = form.atMost("class", LONGEST, "The name of the class");
        var grownUps = grownUps(me, form);
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, form));
        }
        var code =
                tablets.setUp(
                        viewer(me),
                        form.text(Shell.ONCE),
                        new ClassTablet.Shown(className, grownUps));
        return Pages.of(
                "openreporting/tabletCode",
                new CodePage(className, code, ClassTablets.CODE_LASTS.toMinutes()));
    }

    private List<ClassTablet.GrownUp> grownUps(SignedIn me, Form form) {
        var offered = adults(me);
        var chosen = new ArrayList<ClassTablet.GrownUp>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            var person = form.text("adult-" + slot);
            if (person.isEmpty()) {
                continue;
            }
            form.chosen("adult-" + slot, offered, "Choose somebody from the list");
            form.required("name-" + slot, "Say what the children call this grown-up");
            var name = form.atMost("name-" + slot, LONGEST, "What the children call them");
            var face = Face.of(form.text("face-" + slot));
            if (face.isEmpty()) {
                form.reject("face-" + slot, "Choose a face for this grown-up");
            } else {
                chosen.add(new ClassTablet.GrownUp(person, name, face.get()));
            }
        }
        return chosen;
    }

    @MayCall(Caller.STAFF)
    @PostMapping(ADDRESS + "/{tablet:[0-9a-f-]{36}}/end")
    ModelAndView end(SignedIn me, @PathVariable String tablet, RedirectAttributes flash) {
        if (!tablets.end(viewer(me), tablet)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.to(ADDRESS, "That tablet shows nothing of the class any more.", flash);
    }

    @MayCall(Caller.STAFF)
    @GetMapping(ADDRESS + "/calls")
    ModelAndView calls(SignedIn me) {
        return Pages.of("openreporting/calls", new CallsPage(taps.askedFor(viewer(me))));
    }

    @MayCall(Caller.STAFF)
    @PostMapping(ADDRESS + "/calls/{call:[0-9a-f-]{36}}")
    ModelAndView gone(SignedIn me, @PathVariable String call, RedirectAttributes flash) {
        if (!taps.gone(viewer(me), call)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.to(
                "/", "Thank you. Report what the child told you as a concern of yours.", flash);
    }

    private TabletsPage page(SignedIn me, Form form) {
        var directory = people.directory(me.schoolId());
        return new TabletsPage(
                form,
                tablets.all(me.schoolId()).stream().map(each -> listed(each, directory)).toList(),
                classes(directory),
                adults(me),
                Arrays.stream(Face.values())
                        .map(face -> Choice.of(face.key(), face.words()))
                        .toList());
    }

    private static Listed listed(ClassTablet tablet, Directory directory) {
        return new Listed(
                tablet.id(),
                tablet.shown().className(),
                List.of(
                        SummaryRow.of(
                                "Grown-ups on it",
                                tablet.shown().grownUps().isEmpty()
                                        ? "None: children can ask for any grown-up"
                                        : String.join(
                                                ", ",
                                                tablet.shown().grownUps().stream()
                                                        .map(ClassTablet.GrownUp::name)
                                                        .toList())),
                        SummaryRow.of(
                                "Set up",
                                Times.dayAndTime(tablet.setUpAt())
                                        + " by "
                                        + directory.name(tablet.setUpBy())),
                        SummaryRow.of(
                                "In use",
                                tablet.boundAt() == null
                                        ? "Not yet: nobody has typed its code"
                                        : "Since " + Times.dayAndTime(tablet.boundAt()))));
    }

    private static List<String> classes(Directory directory) {
        return directory.everybody().stream()
                .map(Known::className)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Choice> adults(SignedIn me) {
        return people.directory(me.schoolId()).everybody().stream()
                .filter(each -> each.groupsOn(today()).stream().anyMatch(STAFF_GROUPS::contains))
                .map(each -> Choice.of(each.id(), each.name()))
                .toList();
    }

    private Viewer viewer(SignedIn me) {
        return me.viewer(today());
    }

    private LocalDate today() {
        return SchoolTime.day(clock.instant());
    }
}
