// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import school.lanyard.concerns.News;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Receipt;
import school.lanyard.core.pack.Contact;
import school.lanyard.openreporting.Conversations;
import school.lanyard.openreporting.Message;
import school.lanyard.openreporting.OpenForms;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Reporting without a name, and coming back with the receipt's code. Everything that somebody
/// sends, the code too, is in the body of a form: no address, log or history holds any of it.
@Controller
public class AnonymousController {

    static final String ADDRESS = "/anonymous";

    private static final String FORM = "openreporting/anonymous";
    private static final String CODE = "openreporting/code";
    private static final String SIDE = "openreporting/side";
    private static final String BACK = "/receipt";
    private static final List<Choice> MATTERS =
            List.of(
                    Choice.of("child", "A child, or something online"),
                    Choice.of(
                            OpenReport.WRONGDOING,
                            "Something wrong in the school",
                            "For example how an adult behaves, or a danger that is being hidden. Staff may whistleblow here."));

    private final OpenPlace place;
    private final OpenForms forms;
    private final Conversations conversations;
    private final People people;

    AnonymousController(
            OpenPlace place, OpenForms forms, Conversations conversations, People people) {
        this.place = place;
        this.forms = forms;
        this.conversations = conversations;
        this.people = people;
    }

    /// The form as it stands.
    public record FormPage(
            Form form,
            String school,
            String proof,
            List<Choice> matters,
            List<Choice> about,
            OpenPlace.Ring ring) {

        public String action() {
            return ADDRESS + "/" + school;
        }

        public String back() {
            return action() + BACK;
        }

        public int longest() {
            return OpenReport.LONGEST;
        }
    }

    /// The code, shown this once.
    public record GivenPage(
            String code,
            String reads,
            @Nullable Contact contact,
            String back,
            OpenPlace.Ring ring) {}

    /// Where a code is typed.
    public record CodePage(Form form, String school, String proof) {
        public String action() {
            return ADDRESS + "/" + school + BACK;
        }

        public int longest() {
            return Conversations.LONGEST;
        }
    }

    /// The reporter's side of the conversation.
    ///
    /// @param side proves that the code was shown
    public record SidePage(
            Form form,
            String school,
            String proof,
            String side,
            News news,
            List<Message> messages,
            boolean sent,
            OpenPlace.Ring ring) {

        public String action() {
            return ADDRESS + "/" + school + BACK;
        }

        public int longest() {
            return Conversations.LONGEST;
        }

        public String state() {
            return switch (news) {
                case News.Received _ -> "Your report was received. Nobody has opened it yet.";
                case News.Opened _ -> "Somebody has opened your report and is looking into it.";
                case News.Answered _ -> "Your report has been dealt with.";
            };
        }
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(ADDRESS)
    ModelAndView choose(HttpServletRequest request) {
        return place.choose(request, ADDRESS, "Tell the school without giving your name");
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
        form.chosen("matter", MATTERS, "Choose what it is about");
        var report =
                new OpenReport(form, at.pack())
                        .read(people.directory(at.school()), Origin.Way.ANONYMOUS, place.now());
        if (report.isEmpty()) {
            return OpenPlace.refused(FORM, page(at, form));
        }
        var taken = conversations.receive(at.school(), given, OpenReport.said(form), report.get());
        var received = OpenFormController.Received.of(place, at, report.get(), taken.receipt());
        return Pages.of(
                "openreporting/given",
                new GivenPage(
                        taken.code(),
                        received.reads(),
                        received.contact(),
                        ADDRESS + "/" + at.school() + BACK,
                        received.ring()));
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(ADDRESS + OpenPlace.SCHOOL + BACK)
    ModelAndView code(HttpServletRequest request, @PathVariable String school) {
        return Pages.of(CODE, codePage(place.at(request, school), Form.blank()));
    }

    /// Opens the conversation for a code, and sends what is written with it.
    @MayCall(Caller.ANYONE)
    @PostMapping(ADDRESS + OpenPlace.SCHOOL + BACK)
    ModelAndView open(
            HttpServletRequest request,
            @PathVariable String school,
            @RequestParam MultiValueMap<String, String> typed) {
        return place.take(request, school, typed, CODE, this::codePage, this::open);
    }

    private ModelAndView open(OpenPlace.At at, Form form, String given) {
        var school = at.school();
        var side = side(school, form);
        if (side.isEmpty()) {
            form.reject(
                    "code",
                    form.has("code")
                            ? "No report has this code. Check each letter and number"
                            : "Type the code of your receipt");
            return OpenPlace.refused(CODE, codePage(at, form));
        }
        var text = form.atMost("text", Conversations.LONGEST, "Your message");
        if (form.refused()) {
            return OpenPlace.refused(SIDE, sidePage(at, form, side.get(), false));
        }
        if (text.isEmpty()) {
            return Pages.of(SIDE, sidePage(at, Form.blank(), side.get(), false));
        }
        var receipt = side.get().receipt();
        var id = forms.draft(school, given, Map.of("text", List.of(text)));
        if (!conversations.say(school, receipt, id, text)) {
            form.reject(
                    "text",
                    "The school has %d messages of yours to read first. Nothing was sent. If somebody is in danger, ring one of the numbers below, or make a new report"
                            .formatted(Conversations.MOST_UNANSWERED));
            return OpenPlace.refused(SIDE, sidePage(at, form, side.get(), false));
        }
        var after = conversations.openAgain(school, receipt).orElseThrow();
        return Pages.of(SIDE, sidePage(at, Form.blank(), after, true));
    }

    private Optional<Conversations.Side> side(String school, Form form) {
        return forms.readSide(school, form.text("side"))
                .flatMap(receipt -> conversations.openAgain(school, receipt))
                .or(() ->
                        form.has("code")
                                ? conversations.open(school, form.text("code"))
                                : Optional.empty());
    }

    private FormPage page(OpenPlace.At at, Form form) {
        return new FormPage(
                form,
                at.school(),
                place.proof(at, form),
                MATTERS,
                OpenReport.about(at.pack()),
                place.ring(at));
    }

    private CodePage codePage(OpenPlace.At at, Form form) {
        return new CodePage(form, at.school(), place.proof(at, form));
    }

    private SidePage sidePage(OpenPlace.At at, Form form, Conversations.Side side, boolean sent) {
        return new SidePage(
                form,
                at.school(),
                place.proof(at, form),
                forms.issueSide(at.school(), side.receipt()),
                conversations
                        .receipt(at.school(), side.receipt())
                        .map(Receipt::news)
                        .orElseGet(News.Received::new),
                side.messages(),
                sent,
                place.ring(at));
    }
}
