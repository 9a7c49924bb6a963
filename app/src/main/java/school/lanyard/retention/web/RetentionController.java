// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.retention.Answer;
import school.lanyard.retention.Decision;
import school.lanyard.retention.Disposals;
import school.lanyard.retention.KeptCase;
import school.lanyard.retention.Retention;
import school.lanyard.web.Card;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// What is due for review, what is held back, and what becomes of one case.
@Controller
public class RetentionController {

    static final String REFERENCE = "{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}";
    private static final String CASE = "/retention/" + REFERENCE;
    private static final int LIMIT = 500;
    private static final int COMING = 20;

    /// Cases by what is to be done about them.
    ///
    /// @param kept how many others there are
    /// @param disposals that the viewer decided or agreed to
    public record ListPage(
            List<SummaryRow> rules,
            List<Card> waiting,
            List<Card> due,
            List<Card> missing,
            List<Card> held,
            List<Card> coming,
            int kept,
            List<Disposal> disposals) {}

    /// A disposal as those who decided it see it.
    public record Disposal(String reference, String by, String when, String complete) {}

    /// One case, and what can be decided of it.
    ///
    /// @param births of whom the date of birth is missing
    /// @param mine whether the viewer may be the second person
    public record CasePage(
            Form form,
            String reference,
            String address,
            String people,
            List<SummaryRow> facts,
            KeptCase.State state,
            List<Choice> births,
            List<SummaryRow> asked,
            boolean mine) {}

    public static final List<Choice> DECISIONS =
            List.of(
                    Choice.of(
                            "dispose",
                            "Dispose of it",
                            "A second person has to agree. Then nobody can ever read it again."),
                    Choice.of("keep", "Keep it, and review it again later"));

    public static final List<Choice> ANSWERS =
            List.of(
                    Choice.of("agree", "I agree. Destroy its keys now"),
                    Choice.of("refuse", "I do not agree"));

    private final Retention retention;
    private final Disposals disposals;
    private final KeptWords words;
    private final InstantSource clock;

    RetentionController(
            Retention retention, Disposals disposals, KeptWords words, InstantSource clock) {
        this.retention = retention;
        this.disposals = disposals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/retention")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView list(SignedIn me) {
        var now = clock.instant();
        var viewer = viewer(me, now);
        Map<KeptCase.State, List<KeptCase>> byState =
                retention.ended(viewer, now).stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.on(viewer.today()),
                                        () -> new EnumMap<>(KeptCase.State.class),
                                        Collectors.toList()));
        var kept = byState.getOrDefault(KeptCase.State.KEPT, List.of());
        return Pages.of(
                "retention/list",
                new ListPage(
                        words.rules(me),
                        cards(me, byState, KeptCase.State.WAITING),
                        cards(me, byState, KeptCase.State.DUE),
                        cards(me, byState, KeptCase.State.BIRTH_MISSING),
                        cards(me, byState, KeptCase.State.HELD),
                        kept.stream()
                                .sorted(Comparator.comparing(KeptWords::reviewOn))
                                .limit(COMING)
                                .map(each -> words.card(me, each))
                                .toList(),
                        kept.size()
                                + byState.getOrDefault(KeptCase.State.NOT_STATED, List.of()).size(),
                        disposals.by(me.schoolId(), me.personId()).stream()
                                .map(each ->
                                        new Disposal(
                                                each.reference(),
                                                words.both(me, each),
                                                Times.day(each.disposedAt()),
                                                words.complete(me, each, now)))
                                .toList()));
    }

    private List<Card> cards(
            SignedIn me, Map<KeptCase.State, List<KeptCase>> byState, KeptCase.State state) {
        return byState.getOrDefault(state, List.of()).stream()
                .map(each -> words.card(me, each))
                .toList();
    }

    @GetMapping(CASE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView one(SignedIn me, @PathVariable String reference) {
        return Pages.form("retention/case", page(me, reference, Form.blank()));
    }

    @PostMapping(CASE + "/review")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView review(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, reference, form);
        var chosen = form.chosen("decision", DECISIONS, "Choose what becomes of this case");
        var until = chosen.equals("keep") ? form.date("until", "The day of the next review") : null;
        var reason = reason(form, "reason", "Say why");
        return answer(
                page,
                flash,
                (viewer, at) ->
                        retention.review(viewer, reference, decision(chosen, until), reason, at),
                me,
                "decision");
    }

    private static Decision decision(String chosen, @Nullable LocalDate until) {
        return chosen.equals("keep") && until != null
                ? new Decision.Keep(until)
                : new Decision.Dispose();
    }

    @PostMapping(CASE + "/answer")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView agree(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, reference, form);
        var chosen = form.chosen("answer", ANSWERS, "Choose whether you agree");
        return answer(
                page,
                flash,
                (viewer, at) -> retention.answer(viewer, reference, chosen.equals("agree"), at),
                me,
                "answer");
    }

    @PostMapping(CASE + "/hold")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView hold(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, reference, form);
        var reason = reason(form, "hold", "Say why");
        return answer(
                page,
                flash,
                (viewer, at) ->
                        page.state() == KeptCase.State.HELD
                                ? retention.release(viewer, reference, reason, at)
                                : retention.hold(viewer, reference, reason, at),
                me,
                "hold");
    }

    @PostMapping(CASE + "/births")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView born(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, reference, form);
        var person = form.chosen("person", page.births(), "Choose a person");
        var day = form.date("born", "The date of birth");
        return answer(
                page,
                flash,
                (viewer, at) ->
                        day == null
                                ? new Answer.Refused("Enter the date of birth")
                                : retention.born(viewer, reference, person, day, at),
                me,
                "born");
    }

    private static String reason(Form form, String field, String message) {
        var reason = form.required(field, message);
        form.atMost(field, LIMIT, "Why");
        return reason;
    }

    private ModelAndView answer(
            CasePage page,
            RedirectAttributes flash,
            BiFunction<Viewer, Instant, Answer> what,
            SignedIn me,
            String field) {
        if (page.form().refused()) {
            return Pages.refused("retention/case", page);
        }
        var now = clock.instant();
        return switch (what.apply(viewer(me, now), now)) {
            case Answer.Done _ -> Pages.to(page.address(), "Saved", flash);
            case Answer.Waits _ ->
                    Pages.to(
                            page.address(),
                            "Saved. A second person has to agree before it is disposed of.",
                            flash);
            case Answer.Disposed _ ->
                    Pages.to("/retention", "Disposed of. Nobody can read it any more.", flash);
            case Answer.Refused(var why) -> {
                page.form().reject(field, why);
                yield Pages.refused("retention/case", page);
            }
            case Answer.NotFound _ -> throw notFound();
        };
    }

    private CasePage page(SignedIn me, String reference, Form form) {
        var now = clock.instant();
        var viewer = viewer(me, now);
        var kept =
                retention.find(viewer, reference, now).orElseThrow(RetentionController::notFound);
        var waiting = kept.waiting();
        return new CasePage(
                form,
                reference,
                "/retention/" + reference,
                words.people(me, kept),
                words.facts(me, kept),
                kept.on(viewer.today()),
                kept.birthsMissing().stream()
                        .map(person -> Choice.of(person, words.name(me, person)))
                        .toList(),
                waiting == null
                        ? List.of()
                        : List.of(
                                SummaryRow.of("Asked by", words.name(me, waiting.by())),
                                SummaryRow.of("Asked", Times.dayAndTime(waiting.at())),
                                SummaryRow.of("Why", waiting.reason())),
                waiting != null && !waiting.by().equals(me.personId()));
    }

    private static Viewer viewer(SignedIn me, Instant now) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
