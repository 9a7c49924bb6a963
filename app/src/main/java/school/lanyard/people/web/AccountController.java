// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.people.AccountState;
import school.lanyard.people.Accounts;
import school.lanyard.people.Changed;
import school.lanyard.people.Guarded;
import school.lanyard.people.Schools;
import school.lanyard.people.SignIns;
import school.lanyard.people.Totp;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.QrCode;

/// One's own account: password, second factor and recovery codes.
@Controller
public final class AccountController {

    private static final String CODE = "Enter the 6-digit code that your app shows now";

    private final Accounts accounts;
    private final SignIns signIns;
    private final Schools schools;

    AccountController(Accounts accounts, SignIns signIns, Schools schools) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.schools = schools;
    }

    /// How an account stands, for its owner.
    ///
    /// @param required whether their roles need a second factor
    public record AccountPage(
            String address, boolean secondFactor, int codesLeft, boolean required) {}

    public record PasswordPage(Form form) {}

    /// Where an app is set up.
    ///
    /// @param key the secret, in groups, for typing into an app
    /// @param replaces whether it takes the place of one that they have
    public record FactorPage(Form form, String key, boolean replaces, boolean required) {}

    public record CodesPage(List<String> codes) {}

    public record NewCodesPage(Form form) {}

    @MayCall(Caller.SIGNED_IN)
    @GetMapping("/account")
    ModelAndView account(SignedIn who) {
        var state = accounts.state(who.schoolId(), who.personId());
        var address = state instanceof AccountState.Open open ? open.address() : "";
        return Pages.of(
                "people/account",
                new AccountPage(
                        address,
                        accounts.hasSecondFactor(who.schoolId(), who.personId()),
                        accounts.recoveryCodesLeft(who.schoolId(), who.personId()),
                        Guarded.needsSecondFactor(who.capabilities())));
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping("/account/password")
    ModelAndView passwordForm() {
        return Pages.of("people/password", new PasswordPage(Form.blank()));
    }

    @MayCall(Caller.SIGNED_IN)
    @PostMapping("/account/password")
    ModelAndView password(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        if (!signIns.takePasswordGuess(who.schoolId(), who.personId())) {
            form.reject(
                    "old", "There have been too many tries. Wait 5 minutes, then try once more");
        } else if (accounts.changePassword(
                        who.schoolId(),
                        who.personId(),
                        first(typed, "old"),
                        first(typed, "password"))
                instanceof Changed.Refused(var field, var reason)) {
            form.reject(field, reason);
        }
        if (form.refused()) {
            return Pages.of(
                    "people/password", new PasswordPage(form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Seat.empty(request);
        return Pages.to("/sign-in", "Your password is changed. Sign in with it.", flash);
    }

    @MayCall(Caller.SETTING_UP)
    @GetMapping("/account/second-factor")
    ModelAndView factorForm(SignedIn who, HttpServletRequest request) {
        return factor(who, request, Form.blank(), HttpStatus.OK);
    }

    @MayCall(Caller.SETTING_UP)
    @PostMapping("/account/second-factor")
    ModelAndView setUp(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            HttpServletRequest request) {
        var form = Form.of(typed);
        var secret = Seat.secret(request);
        var code = form.required("code", CODE);
        if (secret.isEmpty()) {
            form.reject("code", "The key was made too long ago. Set up your app with this new one");
        }
        if (!form.refused() && accounts.hasSecondFactor(who.schoolId(), who.personId())) {
            signIns.stepUp(who.schoolId(), who.personId(), form.text("now"))
                    .ifPresent(why -> form.reject("now", why));
        }
        var codes =
                form.refused() || secret.isEmpty()
                        ? Optional.<List<String>>empty()
                        : accounts.setUpSecondFactor(
                                who.schoolId(), who.personId(), secret.get(), code);
        if (codes.isEmpty()) {
            form.reject("code", "That code is not right. " + CODE);
            return factor(who, request, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var session = signIns.in(who.schoolId(), who.personId(), true);
        Seat.sit(request, session.id());
        Seat.keepCodes(request, new Seat.Codes(codes.get()));
        return Pages.to("/account/recovery-codes");
    }

    private ModelAndView factor(
            SignedIn who, HttpServletRequest request, Form form, HttpStatus status) {
        var secret = Seat.secret(request).orElseGet(Totp::newSecret);
        Seat.keepSecret(request, secret);
        return Pages.of(
                "people/secondFactor",
                new FactorPage(
                        form,
                        Totp.spaced(secret),
                        accounts.hasSecondFactor(who.schoolId(), who.personId()),
                        Guarded.needsSecondFactor(who.capabilities())),
                status);
    }

    @MayCall(Caller.SETTING_UP)
    @GetMapping("/account/second-factor/code.svg")
    ResponseEntity<byte[]> picture(SignedIn who, HttpServletRequest request) {
        return Seat.secret(request)
                .map(secret -> Totp.address(secret, schools.name(who.schoolId())))
                .map(address ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType("image/svg+xml"))
                                .body(QrCode.svg(address)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// Shows recovery codes once, right after they were made; else offers to make new ones.
    @MayCall(Caller.SIGNED_IN)
    @GetMapping("/account/recovery-codes")
    ModelAndView codes(SignedIn who, HttpServletRequest request) {
        var codes = Seat.takeCodes(request);
        if (codes.isPresent()) {
            return Pages.of("people/recoveryCodes", new CodesPage(codes.get().codes()));
        }
        return accounts.hasSecondFactor(who.schoolId(), who.personId())
                ? Pages.of("people/newCodes", new NewCodesPage(Form.blank()))
                : Pages.to("/account");
    }

    @MayCall(Caller.SIGNED_IN)
    @PostMapping("/account/recovery-codes")
    ModelAndView newCodes(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            HttpServletRequest request) {
        var form = Form.of(typed);
        signIns.stepUp(who.schoolId(), who.personId(), form.text("code"))
                .ifPresent(why -> form.reject("code", why));
        if (form.refused()) {
            return Pages.of(
                    "people/newCodes", new NewCodesPage(form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Seat.keepCodes(
                request, new Seat.Codes(accounts.newRecoveryCodes(who.schoolId(), who.personId())));
        return Pages.to("/account/recovery-codes");
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}
