// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import school.lanyard.core.pack.Pack;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.people.SchoolDay;
import school.lanyard.policy.Editions;
import school.lanyard.roster.Imports;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.file.Remark;
import school.lanyard.roster.file.Unreadable;
import school.lanyard.roster.plan.Decision;
import school.lanyard.roster.plan.Plan;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Times;

/// Bringing people in from a file: sending it, what it would do, and applying or dropping it.
@Controller
public class ImportController {

    private static final int PAGE = 50;

    /// So many questions are asked on one page.
    private static final int ASKED = 25;

    private static final int LEAVERS = 200;
    private static final String SURE = "sure";
    private static final String CLOSING = "closing";

    public record NewPage(Form form) {}

    /// A row of the file and what becomes of it.
    public record Line(String place, String name, String what, String detail) {}

    public record Asked(String key, String question, String place, List<Choice> choices) {}

    /// What a file would do.
    ///
    /// @param bars what must be mended first
    /// @param notes what is left out
    public record DryRunPage(
            Form form,
            String id,
            String format,
            Counts counts,
            List<Remark> bars,
            List<Remark> notes,
            int moreRemarks,
            List<Choice> schools,
            List<Choice> groups,
            List<Asked> questions,
            int questionsLeft,
            List<Link> leavers,
            int leaversMore,
            List<Line> rows,
            Paging paging,
            boolean everything,
            boolean csv,
            boolean nothing,
            boolean shrunken,
            String print) {

        /// Whether it can be applied as it is.
        public boolean ready() {
            return bars.isEmpty() && questionsLeft == 0 && !nothing;
        }
    }

    /// How many of each there are.
    ///
    /// @param bonds how many ties between children and adults are new or change
    public record Counts(
            long added, long changed, long same, long out, int closes, int bonds, int questions) {}

    public record SchoolPage(Form form, String id, List<Choice> schools) {}

    public record Done(Link name, String what) {}

    public record ResultPage(
            boolean applied,
            String format,
            String begun,
            String ended,
            String by,
            String result,
            int all,
            List<Done> changes,
            Paging paging) {}

    private final Imports imports;
    private final People people;
    private final Editions editions;
    private final InstantSource clock;

    ImportController(Imports imports, People people, Editions editions, InstantSource clock) {
        this.imports = imports;
        this.people = people;
        this.editions = editions;
        this.clock = clock;
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/imports/new")
    ModelAndView form() {
        return Pages.form("roster/new", new NewPage(Form.blank()));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/imports/new")
    ModelAndView begin(
            SignedIn who,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> typed)
            throws IOException {
        var form = Form.of(typed);
        if (file == null || file.isEmpty()) {
            form.reject("file", "Choose a file");
            return Pages.refused("roster/new", new NewPage(form));
        }
        try {
            var id = imports.begin(who.schoolId(), actor(who), file.getBytes());
            return Pages.to("/roster/imports/" + id);
        } catch (Unreadable unreadable) {
            form.reject("file", "This file cannot be read. " + unreadable.why());
            return Pages.refused("roster/new", new NewPage(form));
        }
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/imports/{id}")
    ModelAndView one(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String rows,
            SignedIn who) {
        var found = imports.find(who.schoolId(), id).orElseThrow(ImportController::notHere);
        return found.end() == null
                ? run(who, id, Form.blank(), page, rows.equals("all"), HttpStatus.OK)
                : result(who, found, page);
    }

    private ModelAndView run(
            SignedIn who, String id, Form form, String page, boolean all, HttpStatus status) {
        Imports.DryRun run;
        try {
            run =
                    imports.dryRun(who.schoolId(), id, actor(who))
                            .orElseThrow(ImportController::notHere);
        } catch (Unreadable unreadable) {
            return Pages.to("/roster/imports/" + id + "/columns");
        }
        if (run.reading() == null) {
            return Pages.to("/roster/imports/" + id + "/columns");
        }
        if (run.plan() == null) {
            return Pages.of(
                    "roster/school",
                    new SchoolPage(form, id, schools(run.reading().schools())),
                    status);
        }
        return Pages.of("roster/run", page(who, run, form, Paging.asked(page), all), status);
    }

    private static List<Choice> schools(Map<String, String> schools) {
        return schools.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(each -> Choice.of(each.getKey(), each.getValue()))
                .toList();
    }

    private DryRunPage page(SignedIn who, Imports.DryRun run, Form form, int page, boolean all) {
        var reading = java.util.Objects.requireNonNull(run.reading());
        var plan = java.util.Objects.requireNonNull(run.plan());
        var pack = editions.running(who.schoolId()).pack();
        var directory = people.directory(who.schoolId());
        var shown =
                plan.rows().stream()
                        .filter(row -> all || !(row.decision() instanceof Decision.Same))
                        .toList();
        var address = "/roster/imports/" + run.of().id() + (all ? "?rows=all" : "");
        var paging = Paging.of(page, shown.size(), PAGE, address);
        if (!form.has("whole") && !run.whole().isEmpty()) {
            form.with("whole", run.whole().toArray(String[]::new));
        }
        var questions = plan.questions();
        return new DryRunPage(
                form,
                run.of().id(),
                run.of().format().label(),
                counts(plan),
                reading.remarks().stream().filter(Remark::bars).toList(),
                notes(reading.remarks(), plan),
                reading.moreRemarks(),
                schools(reading.schools()),
                reading.delta() ? List.of() : groups(pack, plan),
                questions.stream()
                        .limit(ASKED)
                        .map(each ->
                                new Asked(
                                        each.key(),
                                        ImportWords.asked(directory, each),
                                        each.entry().place().words(),
                                        ImportWords.choices(directory, each, today())))
                        .toList(),
                questions.size(),
                leavers(directory, plan),
                Math.max(0, plan.closes() - LEAVERS),
                paging.of(shown, PAGE).stream().map(row -> line(pack, row)).toList(),
                paging,
                all,
                run.of().format() == school.lanyard.roster.file.Format.CSV,
                plan.changesNothing(),
                plan.shrunken(),
                plan.print());
    }

    private static List<Remark> notes(List<Remark> remarks, Plan plan) {
        var notes = new ArrayList<>(remarks.stream().filter(each -> !each.bars()).toList());
        plan.orphans()
                .forEach(each ->
                        notes.add(
                                new Remark(
                                        each,
                                        false,
                                        "names a child who is neither in the file nor here.")));
        return notes;
    }

    private static Counts counts(Plan plan) {
        return new Counts(
                plan.count(Decision.Add.class),
                plan.count(Decision.Change.class),
                plan.count(Decision.Same.class),
                plan.count(Decision.LeftOut.class) + plan.count(Decision.Joined.class),
                plan.closes(),
                plan.bonds().size(),
                plan.questions().size());
    }

    /// The groups that are in the file: of no other can it hold everybody.
    private static List<Choice> groups(Pack pack, Plan plan) {
        return plan.rows().stream()
                .map(Plan.Row::entry)
                .map(Entry::groups)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .map(each -> Choice.of(each, "All the school’s " + GroupWords.many(pack, each)))
                .toList();
    }

    private static List<Link> leavers(Directory directory, Plan plan) {
        var ids = new ArrayList<>(plan.leavers().keySet());
        plan.rows()
                .forEach(row -> {
                    if (row.decision() instanceof Decision.Close(var person)) {
                        ids.add(person);
                    }
                });
        return ids.stream()
                .map(each -> Link.to("/people/" + each, directory.name(each)))
                .sorted(java.util.Comparator.comparing(Link::text))
                .limit(LEAVERS)
                .toList();
    }

    private static Line line(Pack pack, Plan.Row row) {
        return new Line(
                row.entry().place().words(),
                row.entry().name(),
                ImportWords.decision(row.decision()),
                ImportWords.detail(pack, row));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/imports/{id}/answers")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who) {
        mustWait(who, id);
        var run =
                imports.dryRun(who.schoolId(), id, actor(who))
                        .orElseThrow(ImportController::notHere);
        var reading = run.reading();
        if (reading == null) {
            return Pages.to("/roster/imports/" + id + "/columns");
        }
        var form = Form.of(typed);
        var school = form.has("school") ? form.text("school") : run.chosenSchool();
        if (run.plan() == null && (school == null || !reading.schools().containsKey(school))) {
            form.reject("school", "Choose which of them this school is");
            return Pages.refused(
                    "roster/school", new SchoolPage(form, id, schools(reading.schools())));
        }
        var answers = new HashMap<String, String>();
        if (run.plan() != null) {
            run.plan()
                    .questions()
                    .forEach(each -> {
                        var given = form.text("answer-" + each.key());
                        if (each.takes(given)) {
                            answers.put(each.key(), given);
                        }
                    });
        }
        var whole = form.has("about-whole") ? new HashSet<>(form.all("whole")) : run.whole();
        imports.say(who.schoolId(), actor(who), id, school, Set.copyOf(whole), answers);
        return Pages.to("/roster/imports/" + id);
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/imports/{id}/application")
    ModelAndView apply(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        mustWait(who, id);
        var form = Form.of(typed);
        var count = form.text(CLOSING);
        var consent =
                new Imports.Consent(
                        form.text("print"),
                        count.matches("\\d{1,6}") ? Integer.valueOf(count) : null,
                        form.all(SURE).contains("yes"));
        return switch (imports.apply(who.schoolId(), actor(who), id, consent)) {
            case Imports.Applied.Done _ ->
                    Pages.to("/roster/imports/" + id, "The file was applied.", flash);
            case Imports.Applied.Refused(var field, var why) ->
                    run(
                            who,
                            id,
                            form.reject(field.isEmpty() ? "apply" : field, why),
                            "1",
                            false,
                            HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/imports/{id}/removal")
    ModelAndView drop(@PathVariable String id, SignedIn who, RedirectAttributes flash) {
        mustWait(who, id);
        imports.drop(who.schoolId(), actor(who), id);
        return Pages.to("/roster", "The file was dropped. Nothing was changed.", flash);
    }

    private ModelAndView result(SignedIn who, Imports.Import one, String page) {
        var end = java.util.Objects.requireNonNull(one.end());
        var directory = people.directory(who.schoolId());
        var all = imports.changes(who.schoolId(), one.id());
        var paging = Paging.of(Paging.asked(page), all.size(), PAGE, "/roster/imports/" + one.id());
        return Pages.of(
                "roster/result",
                new ResultPage(
                        end.applied(),
                        one.format().label(),
                        Times.dayAndTime(one.begunAt()),
                        Times.dayAndTime(end.at()),
                        RosterController.by(directory, one.begunBy()),
                        ImportWords.result(one),
                        all.size(),
                        paging.of(all, PAGE).stream()
                                .map(each ->
                                        new Done(
                                                Link.to(
                                                        "/people/" + each.person(),
                                                        directory.name(each.person())),
                                                ImportWords.changed(each.kind(), each.what())))
                                .toList(),
                        paging));
    }

    /// @throws org.springframework.web.server.ResponseStatusException if it is not there, or over
    private void mustWait(SignedIn who, String id) {
        if (imports.find(who.schoolId(), id).filter(each -> each.end() == null).isEmpty()) {
            throw notHere();
        }
    }

    private static Actor actor(SignedIn who) {
        return Actor.person(who.personId());
    }

    private LocalDate today() {
        return SchoolDay.today(clock);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
