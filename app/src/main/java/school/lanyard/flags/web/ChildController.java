// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.people.AccountState;
import school.lanyard.people.Accounts;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Card;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// A child's page for those who handle cases: what stands about them, who said so and since when.
@Controller
public class ChildController {

    private static final String CHILD = "/children/{person:[0-9a-f-]{36}}";
    private static final int SHOWN = 50;
    private static final int LIMIT = 1_000;
    private static final int LINE = 200;
    private static final String SOMEBODY_ELSE = "else";
    private static final String SECOND =
            "The child’s cases may open to this person again, so somebody else must end it: not who"
                    + " recorded it, and somebody who may approve access";

    /// Children with something standing about them, or those who were searched for.
    ///
    /// @param searched whether these were searched for
    public record ListPage(Form form, List<Card> children, boolean searched) {}

    /// A flag as shown.
    ///
    /// @param over how it ended; absent while it stands
    /// @param grave whether nobody may overlook it
    public record Shown(
            String id,
            String title,
            String detail,
            String by,
            @Nullable String over,
            boolean grave) {}

    /// What stands about a child.
    public record ChildPage(
            String person, String name, String about, List<Shown> flags, List<Shown> before) {}

    /// A flag to be set.
    ///
    /// @param guardians the child's own, of whom one may be chosen, and somebody else
    public record NewPage(
            Form form, String person, String name, List<Choice> kinds, List<Choice> guardians) {}

    /// A flag to be ended.
    public record EndPage(Form form, String person, String name, Shown flag) {}

    private final Flags flags;
    private final People people;
    private final Accounts accounts;
    private final Editions editions;
    private final InstantSource clock;

    ChildController(
            Flags flags, People people, Accounts accounts, Editions editions, InstantSource clock) {
        this.flags = flags;
        this.people = people;
        this.accounts = accounts;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/children")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView list(SignedIn me) {
        var directory = people.directory(me.schoolId());
        var standing =
                flags.standing(viewer(me), now()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Flag::person, LinkedHashMap::new, Collectors.toList()));
        var cards =
                directory.everybody().stream()
                        .filter(each -> standing.containsKey(each.id()))
                        .map(each ->
                                Card.of(
                                        href(each.id()),
                                        each.name(),
                                        summary(Objects.requireNonNull(standing.get(each.id())))))
                        .toList();
        return Pages.of("flags/children", new ListPage(Form.blank(), cards, false));
    }

    /// A name that is searched for is sent in the body, so that it stands in no address.
    @PostMapping("/children")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView search(SignedIn me, @RequestParam(defaultValue = "") String words) {
        if (words.isBlank()) {
            return Pages.to("/children");
        }
        var cards =
                people.directory(me.schoolId()).matching(words.strip()).stream()
                        .filter(each -> isChild(me, each))
                        .filter(each -> flags.mayKnow(viewer(me), each.id()))
                        .limit(SHOWN)
                        .map(each -> Card.of(href(each.id()), each.name(), about(each)))
                        .toList();
        return Pages.of(
                "flags/children", new ListPage(Form.blank().with("words", words), cards, true));
    }

    @GetMapping(CHILD)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView child(SignedIn me, @PathVariable String person) {
        var child = child(me, people.directory(me.schoolId()), person);
        var all = flags.read(viewer(me), person, now()).orElseThrow(ChildController::notHere);
        var directory = people.directory(me.schoolId());
        return Pages.of(
                "flags/child",
                new ChildPage(
                        person,
                        child.name(),
                        about(child),
                        all.stream()
                                .filter(Flag::stands)
                                .map(each -> shown(each, directory))
                                .toList(),
                        all.stream()
                                .filter(each -> !each.stands())
                                .map(each -> shown(each, directory))
                                .toList()));
    }

    @GetMapping(CHILD + "/flags/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String person) {
        return Pages.form(
                "flags/new", newPage(me, person, Form.blank().with("since", viewer(me).today())));
    }

    @PostMapping(CHILD + "/flags")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView set(
            SignedIn me,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = newPage(me, person, form);
        var chosen = form.chosen("kind", page.kinds(), "Choose what colleagues should know");
        var since = form.date("since", "Since when");
        form.atMost("detail", LIMIT, "What you wrote");
        if (since != null && since.isAfter(viewer(me).today())) {
            form.reject("since", "It cannot begin in the future");
        }
        var kind =
                Arrays.stream(Flag.Kind.values())
                        .filter(each -> each.name().equals(chosen))
                        .findFirst();
        var who =
                kind.filter(Flag.Kind::forbidsTelling).isPresent()
                        ? who(me, form, page.guardians())
                        : new Who(null, "");
        if (form.refused() || since == null || kind.isEmpty()) {
            return Pages.refused("flags/new", page);
        }
        if (me.personId().equals(who.guardian())) {
            return Pages.refused(
                    "flags/new", newPage(me, person, form.reject("guardian", NOT_YOURSELF)));
        }
        flags.set(
                viewer(me),
                new Flags.New(
                        person,
                        new Flag.Said(kind.get(), form.text("detail"), who.words()),
                        who.guardian(),
                        since),
                now());
        return Pages.to(href(person), "Flag added", flash);
    }

    private static final String NOT_YOURSELF =
            "This would be about you. Ask a colleague to take the child’s case on";

    /// Who must not be told: somebody of the register, or a name.
    private record Who(@Nullable String guardian, String words) {}

    private Who who(SignedIn me, Form form, List<Choice> guardians) {
        var chosen = form.chosen("guardian", guardians, "Choose who must not be told");
        if (!chosen.equals(SOMEBODY_ELSE)) {
            return new Who(chosen, people.directory(me.schoolId()).name(chosen));
        }
        var name = form.required("other", "Enter who must not be told");
        form.atMost("other", LINE, "Their name");
        var same =
                people.directory(me.schoolId()).everybody().stream()
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .toList();
        return new Who(same.size() == 1 ? same.getFirst().id() : null, name);
    }

    @GetMapping(CHILD + "/flags/{flag:[0-9a-f-]{36}}/end")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView askToEnd(SignedIn me, @PathVariable String person, @PathVariable String flag) {
        return Pages.form("flags/end", endPage(me, person, flag, Form.blank()));
    }

    @PostMapping(CHILD + "/flags/{flag:[0-9a-f-]{36}}/end")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView end(
            SignedIn me,
            @PathVariable String person,
            @PathVariable String flag,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = endPage(me, person, flag, form);
        var reason = form.required("reason", "Say why this no longer holds");
        form.atMost("reason", LIMIT, "The reason");
        if (letsIn(me, person, flag)) {
            form.reject("reason", SECOND);
        }
        if (form.refused()) {
            return Pages.refused("flags/end", page);
        }
        flags.end(viewer(me), person, flag, reason, now());
        return Pages.to(href(person), "Flag ended", flash);
    }

    /// Whether ending a flag would let somebody with an account see cases again, and this person
    /// may not decide that: it takes another one than who set it.
    private boolean letsIn(SignedIn me, String person, String flag) {
        return flags.all(viewer(me), List.of(person)).stream()
                .filter(each -> each.id().equals(flag) && each.guardian() != null)
                .filter(each ->
                        accounts.state(me.schoolId(), Objects.requireNonNull(each.guardian()))
                                instanceof AccountState.Open)
                .anyMatch(each ->
                        each.setBy().equals(me.personId()) || !me.isAny(Caller.APPROVE_ACCESS));
    }

    private EndPage endPage(SignedIn me, String person, String flag, Form form) {
        var directory = people.directory(me.schoolId());
        var child = child(me, directory, person);
        return flags.read(viewer(me), person, now()).stream()
                .flatMap(List::stream)
                .filter(each -> each.id().equals(flag) && each.stands())
                .map(each -> new EndPage(form, person, child.name(), shown(each, directory)))
                .findFirst()
                .orElseThrow(ChildController::notHere);
    }

    private NewPage newPage(SignedIn me, String person, Form form) {
        var directory = people.directory(me.schoolId());
        var child = child(me, directory, person);
        if (!flags.mayKnow(viewer(me), person)) {
            throw notHere();
        }
        return new NewPage(
                form,
                person,
                child.name(),
                Arrays.stream(Flag.Kind.values())
                        .map(kind -> Choice.of(kind.name(), kind.label()))
                        .toList(),
                Stream.concat(
                                people.guardians(me.schoolId(), person).stream()
                                        .map(id -> Choice.of(id, directory.name(id))),
                                Stream.of(Choice.of(SOMEBODY_ELSE, "Somebody else")))
                        .toList());
    }

    private static Shown shown(Flag flag, Directory directory) {
        var ended = flag.ended();
        return new Shown(
                flag.id(),
                FlagWords.title(flag),
                flag.said().detail(),
                FlagWords.by(flag, directory),
                ended == null ? null : FlagWords.ended(ended, directory),
                flag.said().kind().forbidsTelling());
    }

    private static String summary(List<Flag> flags) {
        return flags.stream().map(FlagWords::title).collect(Collectors.joining(". "));
    }

    private Known child(SignedIn me, Directory directory, String person) {
        return directory
                .find(person)
                .filter(each -> isChild(me, each))
                .orElseThrow(ChildController::notHere);
    }

    private boolean isChild(SignedIn me, Known known) {
        var groups = editions.running(me.schoolId()).pack().vocabulary().groups();
        return known.memberships().stream()
                .map(each -> groups.get(each.group()))
                .anyMatch(group -> group != null && group.child());
    }

    private static String about(Known known) {
        return known.className() == null ? "" : known.className();
    }

    /// A post that only reports of one kind are sent to, such as lost data, knows nothing of
    /// children.
    private Viewer viewer(SignedIn me) {
        if (!ChildrensCases.areFor(me, editions.running(me.schoolId()).pack())) {
            throw notHere();
        }
        return new Viewer(me.schoolId(), me.personId(), today());
    }

    private LocalDate today() {
        return SchoolTime.day(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private static String href(String person) {
        return "/children/" + person;
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
