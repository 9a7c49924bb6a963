// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.assurance.Assurance;
import school.lanyard.assurance.Picture;
import school.lanyard.assurance.Picture.Standing;
import school.lanyard.core.assurance.Assessed;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.State;
import school.lanyard.core.comparison.Plain;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Pack;
import school.lanyard.evidence.Asked;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Times;
import school.lanyard.web.Tone;

/// Clauses and how they stand: all of them or those of one area, heading, state or post; one's own;
/// and one alone, down to the evidence for those who may see it.
@Controller
public class ClausesController {

    static final String ADDRESS = "/assurance/clauses";
    static final String MINE = "/assurance/mine";

    static final Comparator<Standing> WORST_FIRST = Comparator.comparing(Standing::state);

    private static final Comparator<Standing> IN_THE_POLICYS_ORDER = (_, _) -> 0;
    private static final String WANTING = "wanting";
    private static final int PER_PAGE = 100;

    /// A list of clauses that can be narrowed.
    ///
    /// @param on the past day that is asked about; empty for now
    public record ListPage(
            Form form,
            String asAt,
            String on,
            List<Choice> states,
            List<Choice> areas,
            List<Choice> headings,
            List<Choice> posts,
            int all,
            List<Line> lines,
            Paging paging,
            String back) {}

    /// One's own clauses.
    public record MinePage(String posts, List<Line> lines, boolean seesAll) {}

    /// Something that keeps a clause.
    ///
    /// @param address where it can be looked at; absent where there is no page, or not for them
    /// @param evidence the newest first; none for those who may not go down to it
    public record KeptBy(
            String words,
            @Nullable String address,
            State state,
            Tone tone,
            String why,
            List<Shown> evidence) {}

    /// One piece of evidence in words.
    public record Shown(String when, String basis, String what, String by, boolean good) {}

    /// One clause.
    ///
    /// @param full whether the viewer sees the evidence itself, and may ask about a past day
    public record ClausePage(
            Form form,
            String id,
            String asAt,
            boolean past,
            Line line,
            String area,
            String heading,
            String who,
            String cadence,
            String interval,
            List<KeptBy> keepers,
            boolean full,
            String back) {}

    private final Assurance assurance;
    private final InstantSource clock;

    ClausesController(Assurance assurance, InstantSource clock) {
        this.assurance = assurance;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    @MayCall({
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    })
    ModelAndView list(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var day = OnDay.of(typed, clock.instant());
        var picture = picture(me, day);
        var form = day.form();
        var pack = picture.asked().pack();
        var found =
                picture.clauses().stream()
                        .filter(wanted(form))
                        .sorted(form.has("state") ? WORST_FIRST : IN_THE_POLICYS_ORDER)
                        .toList();
        var paging =
                Paging.of(
                        Paging.asked(form.text("page")),
                        found.size(),
                        PER_PAGE,
                        address(form, day));
        return Pages.of(
                "assurance/clauses",
                new ListPage(
                        form,
                        day.words(),
                        day.past() == null ? "" : day.past().toString(),
                        states(),
                        choices(picture, each -> Stream.of(each.area()), Words::area),
                        choices(
                                picture,
                                each -> Stream.of(each.section()),
                                key -> Words.heading(key, pack)),
                        choices(picture, each -> each.who().stream(), pack::who),
                        found.size(),
                        found.stream()
                                .skip((long) (paging.page() - 1) * PER_PAGE)
                                .limit(PER_PAGE)
                                .map(each -> Line.of(each, day, true))
                                .toList(),
                        paging,
                        day.to(AssuranceController.ADDRESS)));
    }

    /// What the form and the address ask for; what neither knows is not asked for.
    private static Predicate<Standing> wanted(Form form) {
        return each ->
                isIn(form.text("state"), each.state())
                        && isOrAny(form.text("area"), each.clause().area())
                        && isOrAny(form.text("heading"), each.clause().section())
                        && (!form.has("who") || each.clause().who().contains(form.text("who")));
    }

    private static boolean isIn(String asked, State state) {
        return asked.equals(WANTING)
                ? state.wanting()
                : State.of(asked).map(state::equals).orElse(true);
    }

    private static boolean isOrAny(String asked, String value) {
        return asked.isEmpty() || asked.equals(value);
    }

    private static String address(Form form, OnDay day) {
        var address = UriComponentsBuilder.fromPath(ADDRESS);
        for (var name : List.of("state", "area", "heading", "who")) {
            if (form.has(name)) {
                address.queryParam(name, form.text(name));
            }
        }
        return day.to(address.encode().build().toUriString());
    }

    private static List<Choice> states() {
        return Stream.concat(
                        Stream.of(Choice.of(WANTING, "Overdue or not evidenced")),
                        Arrays.stream(State.values())
                                .map(each -> Choice.of(each.key(), each.words())))
                .toList();
    }

    private static List<Choice> choices(
            Picture picture,
            Function<Clause, Stream<String>> keys,
            Function<String, String> label) {
        return picture.clauses().stream()
                .map(Standing::clause)
                .flatMap(keys)
                .distinct()
                .map(key -> Choice.of(key, label.apply(key)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    @GetMapping(MINE)
    @MayCall({
        Caller.STAFF,
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    })
    ModelAndView mine(SignedIn me) {
        var day = now();
        var found = assurance.of(me.schoolId(), day.at());
        var full = Audience.seesAll(me);
        var keys = new HashSet<>(me.roles());
        keys.addAll(me.groups());
        return Pages.of(
                "assurance/mine",
                new MinePage(
                        found.map(picture -> names(picture.asked().pack(), keys)).orElse(""),
                        found.stream()
                                .flatMap(picture -> picture.clauses().stream())
                                .filter(each ->
                                        each.clause().who().stream().anyMatch(keys::contains))
                                .sorted(WORST_FIRST)
                                .map(each -> Line.of(each, day, full))
                                .toList(),
                        full));
    }

    private static String names(Pack pack, Set<String> keys) {
        return String.join(", ", keys.stream().map(pack::who).sorted().distinct().toList());
    }

    @GetMapping(ADDRESS + "/{id:[A-Za-z0-9-]{1,40}}")
    @MayCall({
        Caller.STAFF,
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    })
    ModelAndView clause(
            SignedIn me,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var full = Audience.seesAll(me);
        var day = full ? OnDay.of(typed, clock.instant()) : now();
        var picture = picture(me, day);
        var standing = picture.clause(id).orElseThrow(ClausesController::notFound);
        return Pages.of("assurance/clause", page(me, picture.asked(), standing, day, full));
    }

    private ClausePage page(SignedIn me, Asked asked, Standing standing, OnDay day, boolean full) {
        var clause = standing.clause();
        var pack = asked.pack();
        return new ClausePage(
                day.form(),
                clause.id(),
                day.words(),
                day.past() != null,
                Line.of(standing, day, full),
                Words.area(clause.area()),
                Words.heading(clause.section(), pack),
                Words.who(clause, pack),
                Plain.cadence(clause.cadence())
                        + (clause.cadenceInferred()
                                ? " (the policy does not say; the pack’s reading)"
                                : ""),
                Words.interval(clause, pack),
                standing.assessed().parts().stream()
                        .map(part -> keptBy(me, asked, standing, part, full))
                        .toList(),
                full,
                full ? day.to(AssuranceController.ADDRESS) : MINE);
    }

    private KeptBy keptBy(
            SignedIn me, Asked asked, Standing standing, Assessed.Part part, boolean full) {
        var keeper = assurance.keeper(asked, part.mechanism());
        return new KeptBy(
                keeper.words(),
                keeper.addressFor(me),
                part.state(),
                Words.tone(part.state()),
                full || !part.state().wanting() ? part.why() : Line.why(standing, false),
                full
                        ? assurance.history(asked, part.mechanism()).stream()
                                .map(ClausesController::shown)
                                .toList()
                        : List.of());
    }

    private static Shown shown(Evidence each) {
        return new Shown(
                Times.dayAndTime(each.at()),
                each.basis().words(),
                each.what(),
                each.by(),
                each.good());
    }

    private Picture picture(SignedIn me, OnDay day) {
        return assurance.of(me.schoolId(), day.at()).orElseThrow(ClausesController::notFound);
    }

    private OnDay now() {
        return new OnDay(Form.blank(), null, clock.instant());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static <T> T found(Optional<T> maybe) {
        return maybe.orElseThrow(ClausesController::notFound);
    }
}
