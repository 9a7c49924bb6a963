// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.assurance.Assurance;
import school.lanyard.assurance.Picture;
import school.lanyard.assurance.Picture.Standing;
import school.lanyard.core.assurance.Basis;
import school.lanyard.core.assurance.State;
import school.lanyard.core.pack.Pack;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The one page that says whether the policy is being kept: how many clauses are in each state,
/// what wants somebody, and the same by area and by heading.
@Controller
public class AssuranceController {

    static final String ADDRESS = "/assurance";

    private static final int WANTING_SHOWN = 10;

    /// How many clauses are in a state.
    public record Count(State state, int count, String share, String address) {}

    /// The page.
    ///
    /// @param edition in words; absent where no edition was in force on the day
    /// @param wanting the first of those that want somebody
    public record AssurancePage(
            Form form,
            String asAt,
            boolean past,
            @Nullable String edition,
            Summary summary,
            List<Line> wanting,
            String wantingAddress,
            List<State> states,
            List<Group> areas,
            List<Group> headings,
            String pdf,
            String csv,
            String list,
            String checks) {}

    /// The clauses in numbers.
    ///
    /// @param bound how many something keeps, of all
    /// @param measured how many of the bound rest on something measured alone
    /// @param reported how many rest, in part or whole, on what a person said
    /// @param nothing how many have nothing to show
    /// @param wants how many are overdue or not evidenced
    public record Summary(
            int all,
            List<Count> counts,
            int bound,
            String boundShare,
            int measured,
            int reported,
            int nothing,
            int wants) {}

    private final Assurance assurance;
    private final InstantSource clock;

    AssuranceController(Assurance assurance, InstantSource clock) {
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
    ModelAndView assurance(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        return Pages.of("assurance/assurance", page(me.schoolId(), typed, clock.instant()));
    }

    private AssurancePage page(String school, MultiValueMap<String, String> typed, Instant now) {
        var day = OnDay.of(typed, now);
        return assurance
                .of(school, day.at())
                .map(picture -> page(picture, day))
                .orElseGet(() -> nothing(day));
    }

    private static AssurancePage nothing(OnDay day) {
        return new AssurancePage(
                day.form(),
                day.words(),
                day.past() != null,
                null,
                summary(List.of(), day),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                "");
    }

    static AssurancePage page(Picture picture, OnDay day) {
        var pack = picture.asked().pack();
        var all = picture.clauses();
        return new AssurancePage(
                day.form(),
                day.words(),
                day.past() != null,
                edition(pack),
                summary(all, day),
                all.stream()
                        .filter(each -> each.state().wanting())
                        .sorted(ClausesController.WORST_FIRST)
                        .limit(WANTING_SHOWN)
                        .map(each -> Line.of(each, day, true))
                        .toList(),
                day.to(ClausesController.ADDRESS + "?state=wanting"),
                Arrays.asList(State.values()),
                Group.by(
                        all,
                        each -> each.clause().area(),
                        Words::area,
                        key -> day.to(ClausesController.ADDRESS + "?area=" + key)),
                Group.by(
                        all,
                        each -> each.clause().section(),
                        key -> Words.heading(key, pack),
                        key -> day.to(ClausesController.ADDRESS + "?heading=" + key)),
                day.to(ExportController.PDF),
                day.to(ExportController.CSV),
                day.to(ClausesController.ADDRESS),
                ChecksController.ADDRESS);
    }

    static String edition(Pack pack) {
        return pack.label() + ", edition " + pack.edition();
    }

    static Summary summary(List<Standing> all, OnDay day) {
        var bound = all.size() - Picture.count(all, State.NOT_BOUND);
        var reported =
                (int)
                        all.stream()
                                .filter(each ->
                                        each.assessed().bases().contains(Basis.SELF_REPORTED))
                                .count();
        var evidenced =
                (int) all.stream().filter(each -> !each.assessed().bases().isEmpty()).count();
        return new Summary(
                all.size(),
                Arrays.stream(State.values()).map(state -> count(state, all, day)).toList(),
                bound,
                Words.share(bound, all.size()),
                evidenced - reported,
                reported,
                bound - evidenced,
                (int) all.stream().filter(each -> each.state().wanting()).count());
    }

    private static Count count(State state, List<Standing> all, OnDay day) {
        var count = Picture.count(all, state);
        return new Count(
                state,
                count,
                Words.share(count, all.size()),
                day.to(ClausesController.ADDRESS + "?state=" + state.key()));
    }
}
