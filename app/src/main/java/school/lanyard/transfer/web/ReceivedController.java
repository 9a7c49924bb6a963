// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.People;
import school.lanyard.transfer.Bundles;
import school.lanyard.transfer.Received;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Files that came with a child: taking one in, and reading it.
@Controller
public class ReceivedController {

    public record TakePage(Form form, List<Choice> children, @Nullable String key) {}

    public record CamePage(
            String child,
            String person,
            String reference,
            List<SummaryRow> facts,
            List<Bundle.Case> cases) {}

    public static final List<Choice> SAME =
            List.of(
                    Choice.of(
                            "yes", "It is the same child, although the name or birthday differs"));

    private final Received received;
    private final Bundles bundles;
    private final People people;
    private final InstantSource clock;

    ReceivedController(Received received, Bundles bundles, People people, InstantSource clock) {
        this.received = received;
        this.bundles = bundles;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/transfers/received")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView form(SignedIn me) {
        return Pages.form("transfer/take", page(me, Form.blank()));
    }

    @PostMapping("/transfers/received")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView take(
            SignedIn me,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash)
            throws IOException {
        var form = Form.of(typed);
        var person = form.chosen("person", children(me), "Choose whose file it is");
        if (file == null || file.isEmpty()) {
            form.reject("file", "Choose the file that came");
        }
        if (form.refused() || file == null) {
            return Pages.refused("transfer/take", page(me, form));
        }
        var passphrase = typed.getFirst("passphrase");
        var answer =
                received.take(
                        viewer(me),
                        file.getBytes(),
                        (passphrase == null ? "" : passphrase).toCharArray(),
                        person,
                        form.all("same").contains("yes"),
                        clock.instant());
        return switch (answer) {
            case Received.Answer.Refused(var field, var why) ->
                    Pages.refused("transfer/take", page(me, form.reject(field, why)));
            case Received.Answer.Taken(var reference) ->
                    Pages.to(
                            "/transfers",
                            "The file was taken in, with concern " + reference,
                            flash);
        };
    }

    @PostMapping("/transfers/key")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView key(SignedIn me, RedirectAttributes flash) {
        received.newPair(viewer(me), clock.instant());
        return Pages.to("/transfers/received", "A new key was made", flash);
    }

    @GetMapping("/transfers/received/{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView one(SignedIn me, @PathVariable String reference) {
        var came =
                received.find(viewer(me), reference, clock.instant())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Pages.of(
                "transfer/received",
                new CamePage(
                        people.directory(me.schoolId()).name(came.person()),
                        came.person(),
                        reference,
                        List.of(
                                SummaryRow.of("From", came.bundle().school()),
                                SummaryRow.of("Of", came.bundle().child().name()),
                                SummaryRow.of(
                                        "Made there", Times.dayAndTime(came.bundle().madeAt())),
                                SummaryRow.of("Taken in", Times.dayAndTime(came.at())),
                                SummaryRow.of(
                                        "By", people.directory(me.schoolId()).name(came.by()))),
                        came.bundle().cases()));
    }

    private TakePage page(SignedIn me, Form form) {
        return new TakePage(form, children(me), received.publicKey(me.schoolId()));
    }

    private List<Choice> children(SignedIn me) {
        var day = SchoolTime.day(clock.instant());
        return people.directory(me.schoolId()).everybody().stream()
                .filter(each ->
                        each.groupsOn(day).stream()
                                .anyMatch(group -> bundles.isChild(me.schoolId(), group)))
                .map(each -> Choice.of(each.id(), each.name()))
                .toList();
    }

    private Viewer viewer(SignedIn me) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(clock.instant()));
    }
}
