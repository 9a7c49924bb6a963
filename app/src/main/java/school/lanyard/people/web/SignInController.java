// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.people.Accounts;
import school.lanyard.people.Guesses;
import school.lanyard.people.Schools;
import school.lanyard.people.Sessions;
import school.lanyard.people.SignIns;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Signing in, signing out, and asking for a new password.
@Controller
public final class SignInController {

    private static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final String WRONG = "The email address or password is not right";
    private static final String TOO_MANY =
            "There have been too many tries. Wait 5 minutes, then try once more";

    private final SignIns signIns;
    private final Sessions sessions;
    private final Schools schools;
    private final Accounts accounts;
    private final Guesses guesses;
    private final InstantSource clock;
    private final Executor apart = Executors.newVirtualThreadPerTaskExecutor();

    SignInController(
            SignIns signIns,
            Sessions sessions,
            Schools schools,
            Accounts accounts,
            Guesses guesses,
            InstantSource clock) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.schools = schools;
        this.accounts = accounts;
        this.guesses = guesses;
        this.clock = clock;
    }

    /// The sign-in form.
    ///
    /// @param schools to choose from; empty where there is only one
    public record SignInPage(Form form, List<Choice> schools, String to) {}

    public record CodePage(Form form) {}

    public record SentPage() {}

    @MayCall(Caller.ANYONE)
    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "/") String to, @Nullable SignedIn who) {
        if (schools.all().isEmpty()) {
            return Pages.to("/set-up");
        }
        return who != null ? Pages.to(own(to)) : page(Form.blank(), to, HttpStatus.OK);
    }

    @MayCall(Caller.ANYONE)
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(typed);
        var to = own(form.text("to"));
        form.required("address", "Enter your email address");
        var password = typed.getFirst("password");
        if (password == null || password.isEmpty()) {
            form.reject("password", "Enter your password");
        }
        var school = school(form);
        if (form.refused() || password == null || school == null) {
            return page(form, to, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var tried =
                signIns.password(
                        school, form.text("address"), password, DeviceCookie.client(request));
        return switch (tried) {
            case SignIns.Try.In(var session) -> in(request, response, session, to);
            case SignIns.Try.NeedsCode(var person) -> {
                Seat.owe(request, new Seat.Pending(school, person, clock.instant(), to));
                yield Pages.to("/sign-in/code");
            }
            case SignIns.Try.Wrong _ ->
                    page(form.reject("address", WRONG), to, HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIns.Try.TooMany _ ->
                    page(form.reject("address", TOO_MANY), to, HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/sign-in/code")
    ModelAndView codeForm(HttpServletRequest request) {
        return owing(request) == null
                ? Pages.to("/sign-in")
                : Pages.of("people/code", new CodePage(Form.blank()));
    }

    @MayCall(Caller.ANYONE)
    @PostMapping("/sign-in/code")
    ModelAndView code(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = owing(request);
        if (pending == null) {
            return Pages.to("/sign-in");
        }
        var form = Form.of(typed);
        var code = form.required("code", "Enter the code from your app, or a recovery code");
        if (form.refused()) {
            return Pages.of("people/code", new CodePage(form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var tried =
                signIns.code(
                        pending.school(), pending.person(), code, DeviceCookie.client(request));
        return switch (tried) {
            case SignIns.Try.In(var session) -> in(request, response, session, pending.to());
            case SignIns.Try.TooMany _ -> {
                Seat.empty(request);
                yield Pages.of(
                        "people/code",
                        new CodePage(
                                Form.blank()
                                        .reject(
                                                "code",
                                                "There have been too many tries. Wait an hour, then"
                                                        + " sign in again")),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
            case SignIns.Try.Wrong _, SignIns.Try.NeedsCode _ ->
                    Pages.of(
                            "people/code",
                            new CodePage(
                                    Form.blank()
                                            .reject(
                                                    "code",
                                                    "That code is not right, or has been used"
                                                            + " already")),
                            HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @MayCall(Caller.ANYONE)
    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        Seat.session(request).ifPresent(sessions::end);
        Seat.empty(request);
        // Not the cookies: the session is gone here, and the device's keeps strangers from locking
        // its owner out.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Pages.to("/sign-in");
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/password-reset")
    ModelAndView resetForm() {
        return Pages.of("people/reset", new SignInPage(Form.blank(), choices(), "/"));
    }

    /// Answers at once and alike, whether or not there is such an account.
    @MayCall(Caller.ANYONE)
    @PostMapping("/password-reset")
    ModelAndView reset(
            @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var address = form.required("address", "Enter your email address");
        var school = school(form);
        if (form.refused() || school == null) {
            return Pages.refused("people/reset", new SignInPage(form, choices(), "/"));
        }
        if (guesses.take(school, Guesses.At.NETWORK, request.getRemoteAddr())
                && guesses.take(
                        school, Guesses.At.RESET, address.toLowerCase(java.util.Locale.ROOT))) {
            apart.execute(() -> accounts.sendReset(school, address));
        }
        return Pages.to("/password-reset/sent");
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/password-reset/sent")
    ModelAndView sent() {
        return Pages.of("people/resetSent", new SentPage());
    }

    private ModelAndView in(
            HttpServletRequest request,
            HttpServletResponse response,
            Sessions.Session session,
            String to) {
        DeviceCookie.put(
                request, response, signIns.remember(session, DeviceCookie.client(request)));
        Seat.sit(request, session.id());
        return Pages.to(to);
    }

    private Seat.@Nullable Pending owing(HttpServletRequest request) {
        return Seat.pending(request)
                .filter(each -> clock.instant().isBefore(each.since().plus(CODE_LASTS)))
                .orElse(null);
    }

    private @Nullable String school(Form form) {
        var all = schools.all();
        if (all.size() == 1) {
            return all.getFirst().id();
        }
        var chosen = form.chosen("school", choices(), "Choose your school");
        return form.refused() ? null : chosen;
    }

    private List<Choice> choices() {
        var all = schools.all();
        return all.size() == 1
                ? List.of()
                : all.stream().map(each -> Choice.of(each.id(), each.name())).toList();
    }

    private ModelAndView page(Form form, String to, HttpStatus status) {
        return Pages.of("people/signIn", new SignInPage(form, choices(), own(to)), status);
    }

    /// Only a path of our own may be gone to after signing in.
    private static String own(String to) {
        return to.matches("/[A-Za-z0-9/_-]*") && !to.startsWith("//") ? to : "/";
    }
}
