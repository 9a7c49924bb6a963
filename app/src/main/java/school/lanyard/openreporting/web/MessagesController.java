// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import school.lanyard.concerns.Concerns;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.openreporting.Conversations;
import school.lanyard.openreporting.Message;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Moment;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.Text;

/// The handlers' side of the conversation about an anonymous report. Whoever may read the concern
/// may read and write here, and nobody else.
@Controller
public class MessagesController {

    static final String CONCERN = "/concerns/{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}";

    private static final String PAGE = "openreporting/messages";
    private static final List<Choice> READERS =
            List.of(
                    Choice.of("reporter", "The reporter"),
                    Choice.of("handlers", "Handlers only, as a private note"));

    private final Concerns concerns;
    private final Conversations conversations;
    private final People people;
    private final InstantSource clock;

    MessagesController(
            Concerns concerns, Conversations conversations, People people, InstantSource clock) {
        this.concerns = concerns;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /// What both sides wrote, and what handlers noted among themselves.
    public record MessagesPage(
            Form form,
            String reference,
            List<Moment> messages,
            boolean waits,
            List<Choice> readers) {

        public int longest() {
            return Conversations.LONGEST;
        }
    }

    /// Every conversation that somebody may read.
    public record ListPage(List<Conversations.Listed> conversations) {}

    @MayCall(Caller.HANDLE_CASES)
    @GetMapping("/messages")
    ModelAndView all(SignedIn me) {
        return Pages.of("openreporting/list", new ListPage(conversations.all(viewer(me))));
    }

    @MayCall(Caller.HANDLE_CASES)
    @GetMapping(CONCERN + "/messages")
    ModelAndView read(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, reference, Form.blank()));
    }

    @MayCall(Caller.HANDLE_CASES)
    @PostMapping(CONCERN + "/messages")
    ModelAndView write(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        form.required("text", "Write the message or the note");
        var text = form.atMost("text", Conversations.LONGEST, "The message or note");
        var to = form.chosen("to", READERS, "Choose who may read it");
        var once = form.text(Shell.ONCE);
        if (form.refused() || once.isEmpty()) {
            return Pages.refused(PAGE, page(me, reference, form));
        }
        var toReporter = to.equals("reporter");
        var written =
                conversations.write(
                        viewer(me),
                        opened(me, reference).id(),
                        toReporter ? Message.Kind.ANSWERED : Message.Kind.NOTED,
                        once,
                        text);
        if (!written) {
            throw notFound();
        }
        return Pages.to(
                "/concerns/" + reference + "/messages",
                toReporter
                        ? "Sent. The reporter sees it when they next come back with their code."
                        : "Your note was kept. Only those who may read this concern can see it.",
                flash);
    }

    private MessagesPage page(SignedIn me, String reference, Form form) {
        var side =
                conversations
                        .of(viewer(me), opened(me, reference).id())
                        .orElseThrow(MessagesController::notFound);
        var directory = people.directory(me.schoolId());
        return new MessagesPage(
                form,
                reference,
                side.messages().stream().map(each -> moment(each, directory)).toList(),
                side.waits(),
                READERS);
    }

    private static Moment moment(Message message, Directory directory) {
        var moment =
                switch (message.kind()) {
                    case SAID -> Moment.of(message.at(), "The reporter wrote", null).emphasised();
                    case ANSWERED ->
                            Moment.of(
                                    message.at(),
                                    "Sent to the reporter",
                                    directory.name(message.by()));
                    case NOTED ->
                            Moment.of(
                                    message.at(),
                                    "Private note between handlers",
                                    directory.name(message.by()));
                };
        return moment.body(Text.of(message.text()));
    }

    private Concerns.Opened opened(SignedIn me, String reference) {
        return concerns.open(viewer(me), reference, now())
                .orElseThrow(MessagesController::notFound);
    }

    private Viewer viewer(SignedIn me) {
        return me.viewer(SchoolTime.day(now()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
