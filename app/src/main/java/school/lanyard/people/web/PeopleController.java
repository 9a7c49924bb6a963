// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.AccountState;
import school.lanyard.people.Accounts;
import school.lanyard.people.Addresses;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.people.Known;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.SchoolDay;
import school.lanyard.policy.Editions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;

/// The people of a school, for those who run the system or fill its posts: no case is in sight.
@Controller
public final class PeopleController {

    private static final String WAITS =
            "This needs a second person. Those who may decide it have been told.";

    private final People people;
    private final Appointments appointments;
    private final Accounts accounts;
    private final AccessRequests requests;
    private final Editions editions;
    private final Database database;
    private final Ledger ledger;
    private final InstantSource clock;

    PeopleController(
            People people,
            Appointments appointments,
            Accounts accounts,
            AccessRequests requests,
            Editions editions,
            Database database,
            Ledger ledger,
            InstantSource clock) {
        this.people = people;
        this.appointments = appointments;
        this.accounts = accounts;
        this.requests = requests;
        this.editions = editions;
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// How many names a page has.
    private static final int PAGE = 50;

    /// One line of the list.
    public record Line(String id, String name, String groups, String roles) {}

    /// The people of a school, or those who were searched for.
    ///
    /// @param all how many there are; a search by name shows no more than one page of them
    public record ListPage(
            Form form,
            List<Line> people,
            int all,
            List<Choice> roles,
            Paging paging,
            boolean mayAdd) {}

    public record NewPage(Form form, List<Choice> groups) {}

    /// An appointment as shown.
    public record Held(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            boolean over,
            boolean cover) {}

    /// Somebody's page.
    ///
    /// @param own whether it is the viewer's own
    public record PersonPage(
            String id,
            String name,
            String groups,
            List<Held> held,
            AccountState account,
            boolean own,
            boolean administers) {}

    public record InvitePage(Form form, String id, String name) {}

    /// An invitation to print.
    public record InvitedPage(String id, String path) {}

    public record AppointPage(Form form, String id, String name, List<Choice> roles) {}

    public record EndPage(Form form, String id, String appointment, String name, String role) {}

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @GetMapping("/people")
    ModelAndView list(
            SignedIn who,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "1") String page) {
        var address = role.isEmpty() ? "/people" : "/people?role=" + roleOf(who, role);
        return list(who, "", role, Paging.asked(page), address);
    }

    /// A name that is searched for is sent in the body, so that it stands in no address.
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @PostMapping("/people")
    ModelAndView search(
            SignedIn who,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String role) {
        if (words.isBlank()) {
            return Pages.to(role.isEmpty() ? "/people" : "/people?role=" + roleOf(who, role));
        }
        return list(who, words.strip(), role, 1, "/people");
    }

    private ModelAndView list(SignedIn who, String words, String role, int page, String address) {
        var pack = pack(who);
        var held =
                appointments.on(who.schoolId(), today()).stream()
                        .collect(Collectors.groupingBy(Appointment::person));
        var found =
                people.directory(who.schoolId()).matching(words).stream()
                        .filter(each -> role.isEmpty() || holds(held, each.id(), role))
                        .toList();
        var paging =
                words.isEmpty()
                        ? Paging.of(page, found.size(), PAGE, address)
                        : new Paging(1, 1, address);
        return Pages.of(
                "people/list",
                new ListPage(
                        Form.blank().with("words", words).with("role", role),
                        paging.of(found, PAGE).stream()
                                .map(each ->
                                        new Line(
                                                each.id(),
                                                each.name(),
                                                groups(pack, each),
                                                held.getOrDefault(each.id(), List.of()).stream()
                                                        .map(one -> held(pack, one).role())
                                                        .collect(Collectors.joining(", "))))
                                .toList(),
                        found.size(),
                        roles(who),
                        paging,
                        who.isAny(Caller.ADMINISTER)));
    }

    private static boolean holds(Map<String, List<Appointment>> held, String person, String role) {
        return held.getOrDefault(person, List.of()).stream()
                .anyMatch(each -> each.role().equals(role));
    }

    /// The key of a role of the running policy, for an address of our own.
    private String roleOf(SignedIn who, String role) {
        return pack(who).roles().keySet().stream()
                .filter(role::equals)
                .findFirst()
                .orElseThrow(PeopleController::notHere);
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/people/new")
    ModelAndView addForm(SignedIn who) {
        return Pages.form("people/new", new NewPage(Form.blank(), groups(who)));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/people/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var name = form.required("name", "Enter their full name");
        form.atMost("name", 200, "Full name");
        var group = form.chosen("group", groups(who), "Choose what they are at this school");
        if (form.refused()) {
            return Pages.refused("people/new", new NewPage(form, groups(who)));
        }
        var id =
                database.write(
                        who.schoolId(),
                        tx ->
                                people.add(
                                        tx,
                                        Actor.person(who.personId()),
                                        NewPerson.named(name, Membership.since(today(), group))));
        return Pages.to("/people/" + id, "Added.", flash);
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @GetMapping("/people/{id}")
    ModelAndView person(@PathVariable String id, SignedIn who) {
        var known = known(who, id);
        if (!id.equals(who.personId())) {
            ledger.enterRead(
                    who.schoolId(),
                    clock.instant(),
                    Actor.person(who.personId()),
                    "account.viewed",
                    List.of(id));
        }
        var pack = pack(who);
        return Pages.of(
                "people/person",
                new PersonPage(
                        id,
                        known.name(),
                        groups(pack, known),
                        appointments.of(who.schoolId(), id).stream()
                                .map(each -> held(pack, each))
                                .toList(),
                        accounts.state(who.schoolId(), id),
                        id.equals(who.personId()),
                        who.isAny(Caller.ADMINISTER)));
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/people/{id}/invitation")
    ModelAndView inviteForm(@PathVariable String id, SignedIn who) {
        return Pages.form("people/invite", new InvitePage(Form.blank(), id, known(who, id).name()));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/people/{id}/invitation")
    ModelAndView invite(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var known = known(who, id);
        var form = Form.of(typed);
        var address = form.text("address");
        if (!Addresses.looksRight(address)) {
            form.reject("address", "Enter an email address, like name@example.org");
            return Pages.refused("people/invite", new InvitePage(form, id, known.name()));
        }
        return switch (requests.invite(who, id, address)) {
            case Outcome.Done(var secret) when secret != null ->
                    Pages.of("people/invited", new InvitedPage(id, "/links/" + secret));
            case Outcome outcome -> after(outcome, id, "The invitation is on its way.", flash);
        };
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/people/{id}/second-factor/removal")
    ModelAndView removeFactor(@PathVariable String id, SignedIn who, RedirectAttributes flash) {
        known(who, id);
        return after(
                requests.clearSecondFactor(who, id),
                id,
                "They set up a new second factor when they next sign in.",
                flash);
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/people/{id}/closure")
    ModelAndView close(@PathVariable String id, SignedIn who, RedirectAttributes flash) {
        known(who, id);
        return after(requests.close(who, id), id, "The account is closed.", flash);
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @GetMapping("/people/{id}/appointments/new")
    ModelAndView appointForm(
            @PathVariable String id, @RequestParam(defaultValue = "") String role, SignedIn who) {
        var known = known(who, id);
        return Pages.form(
                "people/appoint",
                new AppointPage(
                        Form.blank().with("from", today()).with("role", role),
                        id,
                        known.name(),
                        roles(who)));
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @PostMapping("/people/{id}/appointments/new")
    ModelAndView appoint(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var known = known(who, id);
        var form = Form.of(typed);
        var role = form.chosen("role", roles(who), "Choose a role");
        var from = form.date("from", "First day");
        var to = form.has("to-day") || form.has("to-year") ? form.date("to", "Last day") : null;
        if (!form.refused() && from != null) {
            var outcome = requests.appoint(who, id, role, from, to);
            if (outcome instanceof Outcome.Refused(var reason)) {
                form.reject("role", reason);
            } else {
                return after(outcome, id, "Appointed.", flash);
            }
        }
        return Pages.refused("people/appoint", new AppointPage(form, id, known.name(), roles(who)));
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @GetMapping("/people/{id}/appointments/{appointment}/end")
    ModelAndView endForm(@PathVariable String id, @PathVariable String appointment, SignedIn who) {
        return endPage(who, id, appointment, Form.blank().with("last", today()), HttpStatus.OK);
    }

    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    @PostMapping("/people/{id}/appointments/{appointment}/end")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable String appointment,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var last = form.date("last", "Last day");
        mustHold(who, id, appointment);
        if (!form.refused() && last != null) {
            var outcome = requests.end(who, appointment, last);
            if (!(outcome instanceof Outcome.Refused(var reason))) {
                return after(outcome, id, "The appointment has its last day.", flash);
            }
            form.reject("last", reason);
        }
        return endPage(who, id, appointment, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView endPage(
            SignedIn who, String id, String appointment, Form form, HttpStatus status) {
        var held = mustHold(who, id, appointment);
        return Pages.of(
                "people/end",
                new EndPage(
                        form, id, appointment, known(who, id).name(), held(pack(who), held).role()),
                status);
    }

    private Appointment mustHold(SignedIn who, String id, String appointment) {
        return appointments.of(who.schoolId(), id).stream()
                .filter(each -> each.id().equals(appointment))
                .findFirst()
                .orElseThrow(PeopleController::notHere);
    }

    private static ModelAndView after(
            Outcome outcome, String id, String done, RedirectAttributes flash) {
        return switch (outcome) {
            case Outcome.Done _ -> Pages.to("/people/" + id, done, flash);
            case Outcome.Waits _ -> Pages.to("/people/" + id, WAITS, flash);
            case Outcome.Refused(var reason) ->
                    Pages.to("/people/" + id, "Not done. " + reason, flash);
        };
    }

    private Known known(SignedIn who, String id) {
        return people.directory(who.schoolId()).find(id).orElseThrow(PeopleController::notHere);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Held held(Pack pack, Appointment each) {
        var role = pack.roles().get(each.role());
        return new Held(
                each.id(),
                role == null ? each.role() : role.label(),
                each.from(),
                each.to(),
                each.to() != null && each.to().isBefore(today()),
                each.covers() != null);
    }

    private String groups(Pack pack, Known known) {
        return String.join(
                ", ",
                known.groupsOn(today()).stream()
                        .map(each -> capital(pack.vocabulary().one(each)))
                        .sorted()
                        .toList());
    }

    private List<Choice> groups(SignedIn who) {
        return pack(who).vocabulary().groups().values().stream()
                .map(each -> Choice.of(each.key(), capital(each.one())))
                .toList();
    }

    private List<Choice> roles(SignedIn who) {
        return pack(who).roles().values().stream()
                .map(each -> Choice.of(each.key(), each.label()))
                .toList();
    }

    private Pack pack(SignedIn who) {
        return editions.running(who.schoolId()).pack();
    }

    private LocalDate today() {
        return SchoolDay.today(clock);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }
}
