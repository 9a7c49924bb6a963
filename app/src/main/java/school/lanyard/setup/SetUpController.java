// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
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
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Role;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Addresses;
import school.lanyard.people.Guarded;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Outcome;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// First-run set-up: the school and its first administrator, then its leading posts.
@Controller
public final class SetUpController {

    private final SetUpCode code;
    private final Founding founding;
    private final Posts posts;
    private final People people;
    private final AccessRequests requests;
    private final Database database;
    private final Packs packs;
    private final InstantSource clock;

    SetUpController(
            SetUpCode code,
            Founding founding,
            Posts posts,
            People people,
            AccessRequests requests,
            Database database,
            @Value("${lanyard.packs:${lanyard.home:.}/packs}") String packs,
            InstantSource clock) {
        this.code = code;
        this.founding = founding;
        this.posts = posts;
        this.people = people;
        this.requests = requests;
        this.database = database;
        this.packs = Packs.in(Path.of(packs));
        this.clock = clock;
    }

    public record WaitPage() {}

    public record SchoolPage(Form form, String action, List<Choice> packs) {}

    /// A post to fill first.
    public record Leading(String role, String label) {}

    public record PostsPage(Form form, List<Leading> posts) {}

    /// An invitation to hand over.
    public record Made(String role, String path) {}

    public record MadePage(List<Made> made) {}

    /// Before the school is there, the only page there is.
    @MayCall(Caller.ANYONE)
    @GetMapping("/set-up")
    ModelAndView waiting() {
        return Pages.of("setup/wait", new WaitPage());
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/set-up/{given}")
    ModelAndView schoolForm(@PathVariable String given) {
        mustOpen(given);
        return Pages.of("setup/school", new SchoolPage(Form.blank(), code.address(), choices()));
    }

    @MayCall(Caller.ANYONE)
    @PostMapping("/set-up/{given}")
    ModelAndView school(
            @PathVariable String given,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        mustOpen(given);
        var form = Form.of(typed);
        var name = form.required("school", "Enter the name of the school");
        form.atMost("school", 200, "Name of the school");
        var pack = form.chosen("pack", choices(), "Choose the policy to start from");
        var admin = form.required("name", "Enter your full name");
        form.atMost("name", 200, "Full name");
        if (!Addresses.looksRight(form.text("address"))) {
            form.reject("address", "Enter an email address, like name@example.org");
        }
        var password = typed.getFirst("password");
        var first =
                new Founding.FirstAdministrator(
                        admin, form.text("address"), password == null ? "" : password);
        founding.refusal(name, first).ifPresent(why -> form.reject("password", why));
        if (form.refused() || !(packs.load(pack) instanceof Loaded.Sound(var sound))) {
            return Pages.of(
                    "setup/school",
                    new SchoolPage(form, code.address(), choices()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        founding.found(name, sound, packs.files(pack).texts(), first);
        return Pages.to(
                "/sign-in?to=/set-up/posts",
                "The school is set up. Sign in to fill its posts.",
                flash);
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/set-up/posts")
    ModelAndView postsForm(SignedIn who) {
        mustBeSettingUp(who);
        return Pages.of("setup/posts", new PostsPage(Form.blank(), leading(who)));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/set-up/posts")
    ModelAndView fill(@RequestParam MultiValueMap<String, String> typed, SignedIn who) {
        mustBeSettingUp(who);
        var form = Form.of(typed);
        var wanted = leading(who);
        for (var post : wanted) {
            check(form, post);
        }
        if (form.refused()) {
            return Pages.of(
                    "setup/posts", new PostsPage(form, wanted), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var made = new ArrayList<Made>();
        for (var post : wanted) {
            if (form.has("name-" + post.role())) {
                made.add(fill(who, form, post));
            }
        }
        return Pages.of("setup/made", new MadePage(made));
    }

    private Made fill(SignedIn who, Form form, Leading post) {
        var today = SchoolDay.today(clock);
        var role = role(who, post.role());
        var person =
                database.write(
                        who.schoolId(),
                        tx ->
                                people.add(
                                        tx,
                                        Actor.person(who.personId()),
                                        NewPerson.named(
                                                form.text("name-" + post.role()),
                                                Membership.since(
                                                        today, role.groups().iterator().next()))));
        var appointed = requests.appoint(who, person, post.role(), today, null);
        var invited = requests.invite(who, person, form.text("address-" + post.role()));
        return appointed instanceof Outcome.Done
                        && invited instanceof Outcome.Done(var secret)
                        && secret != null
                ? new Made(post.label(), "/links/" + secret)
                : new Made(post.label(), "");
    }

    private static void check(Form form, Leading post) {
        var name = "name-" + post.role();
        var address = "address-" + post.role();
        form.atMost(name, 200, "Full name");
        if (form.has(name) && !Addresses.looksRight(form.text(address))) {
            form.reject(address, "Enter an email address, like name@example.org");
        }
        if (!form.has(name) && form.has(address)) {
            form.reject(name, "Enter their full name");
        }
    }

    /// The required posts that nobody holds and that open the way to cases.
    private List<Leading> leading(SignedIn who) {
        return posts.vacancies(who.schoolId()).stream()
                .map(post -> post.role())
                .filter(Guarded::opensCases)
                .map(role -> new Leading(role.key(), role.label()))
                .toList();
    }

    private Role role(SignedIn who, String key) {
        return posts.all(who.schoolId()).stream()
                .map(post -> post.role())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void mustOpen(String given) {
        if (!code.opens(given)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private void mustBeSettingUp(SignedIn who) {
        if (!database.write(who.schoolId(), requests::settingUp)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /// Packs that can be a school's policy: sound, and with somebody to run the system.
    private List<Choice> choices() {
        return packs.keys().stream()
                .map(packs::load)
                .flatMap(loaded ->
                        loaded instanceof Loaded.Sound(var pack)
                                        && Founding.administratorRole(pack).isPresent()
                                ? Stream.of(Choice.of(pack.key(), pack.label(), hint(pack)))
                                : Stream.of())
                .toList();
    }

    /// Tells policies of the same name apart, without the name of the school that one came from.
    private static String hint(Pack pack) {
        int grids = pack.responses().size();
        return "Edition %s, which speaks of %s. Clauses: %d. Tables of what is allowed: %d. Tables of responses: %s."
                .formatted(
                        pack.edition(),
                        pack.vocabulary().many("learner"),
                        pack.clauses().size(),
                        pack.decisions().size(),
                        grids == 0 ? "none" : grids);
    }
}
