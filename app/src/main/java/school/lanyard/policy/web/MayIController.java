// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Decisions.Askable;
import school.lanyard.core.pack.FactKind;
import school.lanyard.core.pack.Role;
import school.lanyard.core.pack.Slug;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Holders;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// "May I?" for those who sign in: one box, everything that can be asked, and a page for each.
@Controller
public final class MayIController {

    /// A post with more holders than this is not one to name.
    private static final int FEW = 3;

    private final Editions editions;
    private final Holders holders;

    MayIController(Editions editions, Holders holders) {
        this.editions = editions;
        this.holders = holders;
    }

    /// Subjects under one heading, which may be empty.
    public record Heading(String text, List<Asking.Line> lines) {}

    /// A table of the policy.
    ///
    /// @param id where a link within the page leads
    public record Table(String id, String label, List<Heading> headings) {}

    /// Everything that can be asked, or what was found.
    ///
    /// @param best what was found, the best first, where something was looked for
    public record BrowsePage(
            String words,
            String group,
            List<Asking.Asker> askers,
            List<Asking.Line> best,
            List<Table> tables,
            String all,
            String edition) {

        public boolean searched() {
            return !words.isEmpty();
        }
    }

    /// One subject: its answer, what it depends on, the clause, and whom to ask.
    ///
    /// @param heading what the subject stands under in its table; may be empty
    /// @param note what to know about it; may be empty
    /// @param who the group asked for, where it is not the asker's own
    /// @param holders who holds the post to ask; empty where that is not said
    public record SubjectPage(
            String label,
            String heading,
            String address,
            String all,
            String who,
            String group,
            List<Asking.Asker> askers,
            MayI.Shown answer,
            String note,
            List<FactKind> questions,
            Form form,
            String ask,
            String holders,
            List<Clause> clauses,
            String edition) {}

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS)
    ModelAndView browse(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String who,
            SignedIn caller) {
        var asking = Asking.by(caller, who, editions);
        var words = q.strip();
        var found = asking.decisions().search(words);
        return Pages.of(
                "policy/browse",
                new BrowsePage(
                        words,
                        asking.group(),
                        asking.askers(MayI.ADDRESS, words),
                        words.isEmpty() ? List.of() : found.stream().map(asking::line).toList(),
                        words.isEmpty() ? tables(asking, found) : List.of(),
                        asking.to(MayI.ADDRESS),
                        asking.edition()));
    }

    private static List<Table> tables(Asking asking, List<Askable> subjects) {
        var tables = new LinkedHashMap<String, Map<String, List<Asking.Line>>>();
        for (var subject : subjects) {
            tables.computeIfAbsent(subject.table(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(subject.heading(), _ -> new ArrayList<>())
                    .add(asking.line(subject));
        }
        return tables.entrySet().stream()
                .map(table ->
                        new Table(
                                Slug.of(table.getKey()),
                                table.getKey(),
                                headings(table.getValue())))
                .toList();
    }

    private static List<Heading> headings(Map<String, List<Asking.Line>> lines) {
        return lines.entrySet().stream()
                .map(each ->
                        new Heading(
                                each.getKey(),
                                each.getValue().stream()
                                        .map(line -> line.under(each.getKey()))
                                        .toList()))
                .toList();
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS + "/{table:[a-z0-9-]+}/{row:[a-z0-9-]+}")
    ModelAndView row(
            @PathVariable String table,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller) {
        return subject(table + "/" + row, typed, caller);
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS + "/{table:[a-z0-9-]+}/{column:[a-z0-9-]+}/{row:[a-z0-9-]+}")
    ModelAndView cell(
            @PathVariable String table,
            @PathVariable String column,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller) {
        return subject(table + "/" + column + "/" + row, typed, caller);
    }

    private ModelAndView subject(String key, MultiValueMap<String, String> typed, SignedIn caller) {
        var asking = Asking.by(caller, typed.getFirst("who"), editions);
        var subject =
                asking.decisions()
                        .subject(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Form.of(typed);
        var questions = asking.decisions().questions(asking.group(), key);
        var told = asking.decisions().tell(asking.group(), key, asking.given(form, questions));
        var page =
                new SubjectPage(
                        subject.label(),
                        subject.heading(),
                        MayI.address(subject),
                        asking.to(MayI.ADDRESS),
                        asking.group().equals(asking.own()) ? "" : asking.group(),
                        asking.words(),
                        asking.askers(MayI.address(subject), ""),
                        MayI.shown(told),
                        subject.note(),
                        questions,
                        form,
                        told.ask().label(),
                        holders(told.ask(), caller),
                        told.clauses(),
                        asking.edition());
        return form.refused()
                ? Pages.refused("policy/subject", page)
                : Pages.of("policy/subject", page);
    }

    /// Colleagues are told who holds a post, or that it is empty. A post that many may hold, such
    /// as any member of staff, is nobody in particular.
    private String holders(Role role, SignedIn caller) {
        if (!caller.isAny(Caller.STAFF)) {
            return "";
        }
        var names = holders.of(caller.schoolId(), role.key());
        if (names.isEmpty()) {
            return role.single() || role.required() ? "Nobody holds this post." : "";
        }
        return names.size() > FEW ? "" : String.join(", ", names);
    }
}
