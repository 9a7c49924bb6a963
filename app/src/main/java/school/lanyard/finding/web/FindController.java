// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import school.lanyard.finding.Criteria;
import school.lanyard.finding.Excerpt;
import school.lanyard.finding.SavedFilters;
import school.lanyard.finding.Search;
import school.lanyard.policy.Editions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Finds cases. What is looked for is sent in the body, never in an address.
@Controller
public class FindController {

    private static final String SAVED = "/find/saved/{id:[0-9a-f-]{36}}";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORDS = 200;

    /// The box, and what was found.
    ///
    /// @param found absent before anything was looked for
    public record FindPage(
            Form form,
            Offers offers,
            List<Choice> saved,
            @Nullable Results found,
            boolean narrowed) {}

    /// What there is to choose from.
    public record Offers(
            List<Choice> states,
            List<Choice> categories,
            List<Choice> years,
            List<Choice> tracks,
            List<Choice> ages,
            List<Choice> handlers) {}

    /// One page of what was found.
    ///
    /// @param shown such as "11 to 20 of 34"
    public record Results(
            int all,
            String shown,
            List<Line> lines,
            @Nullable Integer before,
            @Nullable Integer after) {}

    /// A case that was found.
    public record Line(
            String href,
            String people,
            String reference,
            String kind,
            String state,
            String opened,
            @Nullable Excerpt excerpt) {}

    private final Search search;
    private final SavedFilters filters;
    private final Offered offered;
    private final FoundWords words;
    private final Editions editions;
    private final InstantSource clock;

    FindController(
            Search search,
            SavedFilters filters,
            Offered offered,
            FoundWords words,
            Editions editions,
            InstantSource clock) {
        this.search = search;
        this.filters = filters;
        this.offered = offered;
        this.words = words;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/find")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView form(SignedIn me) {
        return Pages.of("finding/find", page(me, Form.blank(), null));
    }

    @PostMapping("/find")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView find(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var criteria = criteria(me, form);
        if (form.refused()) {
            return Pages.refused("finding/find", page(me, form, null));
        }
        return Pages.of("finding/find", page(me, form, results(me, criteria, number(form))));
    }

    /// What was found, as a table for a spreadsheet.
    @PostMapping("/find/table")
    @MayCall(Caller.HANDLE_CASES)
    Object table(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var criteria = criteria(me, form);
        var reason = form.required("recipient", "Say who the table is for, and why");
        form.atMost("recipient", LONGEST_WORDS, "Who it is for");
        if (form.refused()) {
            var found = criteria.isEmpty() ? null : results(me, criteria, 1);
            return Pages.refused("finding/find", page(me, form, found));
        }
        var now = clock.instant();
        var hits = search.export(viewer(me, now), criteria, reason, now);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("cases.csv").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(words.table(me, hits));
    }

    /// What was saved, looked for again today.
    @GetMapping(SAVED)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView again(SignedIn me, @PathVariable String id) {
        var now = clock.instant();
        var saved =
                filters.find(viewer(me, now), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Form.blank();
        for (var each : saved.criteria().values().entrySet()) {
            form = form.with(each.getKey(), each.getValue());
        }
        return Pages.of("finding/find", page(me, form, results(me, saved.criteria(), 1)));
    }

    @PostMapping("/find/saved")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView save(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var criteria = criteria(me, form);
        var name = form.required("name", "Give it a name");
        form.atMost("name", LONGEST_NAME, "The name");
        if (criteria.isEmpty()) {
            form.reject("words", "Say what you look for");
        }
        var now = clock.instant();
        if (!form.refused() && !filters.save(viewer(me, now), name, criteria, now)) {
            form.reject("name", "You have as many as there can be. Remove one first.");
        }
        if (form.refused()) {
            var found = criteria.isEmpty() ? null : results(me, criteria, 1);
            return Pages.refused("finding/find", page(me, form, found));
        }
        return Pages.to("/find", "Saved", flash);
    }

    @PostMapping(SAVED + "/removal")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView remove(SignedIn me, @PathVariable String id, RedirectAttributes flash) {
        var now = clock.instant();
        if (!filters.remove(viewer(me, now), id, now)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.to("/find", "Removed", flash);
    }

    private Results results(SignedIn me, Criteria criteria, int page) {
        var now = clock.instant();
        var found = search.find(viewer(me, now), criteria, page, now);
        var from = (found.page() - 1) * Search.PAGE;
        var to = from + found.hits().size();
        return new Results(
                found.all(),
                from + 1 + " to " + to + " of " + found.all(),
                found.hits().stream().map(hit -> words.line(me, hit)).toList(),
                found.page() > 1 ? found.page() - 1 : null,
                to < found.all() ? found.page() + 1 : null);
    }

    private FindPage page(SignedIn me, Form form, @Nullable Results found) {
        var offers = offers(me);
        return new FindPage(
                form,
                offers,
                filters.of(viewer(me, clock.instant())).stream()
                        .map(each -> Choice.of(each.id(), each.name()))
                        .toList(),
                found,
                Criteria.FIELDS.stream().skip(1).anyMatch(form::has));
    }

    private Offers offers(SignedIn me) {
        var pack = editions.running(me.schoolId()).pack();
        var day = SchoolTime.day(clock.instant());
        return new Offers(
                Offered.STATES,
                Offered.categories(pack),
                offered.years(me.schoolId(), day),
                Offered.tracks(pack),
                Offered.AGES,
                offered.handlers(me.schoolId(), pack, day));
    }

    private Criteria criteria(SignedIn me, Form form) {
        var offers = offers(me);
        form.atMost("words", LONGEST_WORDS, "What you look for");
        return new Criteria(
                form.text("words"),
                one(form, "state", offers.states()),
                one(form, "category", offers.categories()),
                one(form, "year", offers.years()),
                one(form, "track", offers.tracks()),
                one(form, "days", offers.ages()),
                one(form, "handler", offers.handlers()));
    }

    /// Something of what is offered, or nothing.
    private static String one(Form form, String field, List<Choice> choices) {
        return form.has(field) ? form.chosen(field, choices, "Choose one of the list") : "";
    }

    private static int number(Form form) {
        var typed = form.text("page");
        return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
    }

    private static Viewer viewer(SignedIn me, Instant now) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
    }
}
