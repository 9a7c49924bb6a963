// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.people.AccountLink;
import school.lanyard.people.Accounts;
import school.lanyard.people.Changed;
import school.lanyard.people.Guarded;
import school.lanyard.people.Posts;
import school.lanyard.people.SignIns;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Following an invitation or a reset link, and choosing a password.
@Controller
public final class LinkController {

    private final Accounts accounts;
    private final Posts posts;
    private final SignIns signIns;

    LinkController(Accounts accounts, Posts posts, SignIns signIns) {
        this.accounts = accounts;
        this.posts = posts;
        this.signIns = signIns;
    }

    /// Where a password is chosen.
    public record ChoosePage(Form form, String secret, boolean invitation, boolean needsCode) {}

    public record DeadPage(boolean lost) {}

    @MayCall(Caller.ANYONE)
    @GetMapping("/links/{secret}")
    ModelAndView follow(@PathVariable String secret) {
        return accounts.follow(secret, this::opensCases)
                .map(link -> page(link, secret, Form.blank(), HttpStatus.OK))
                .orElseGet(() -> dead(false));
    }

    @MayCall(Caller.ANYONE)
    @PostMapping("/links/{secret}")
    ModelAndView choose(
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var found = accounts.follow(secret, this::opensCases);
        if (found.isEmpty() || found.get().lost()) {
            return dead(found.isPresent());
        }
        var link = found.get();
        var form = Form.of(typed);
        var chosen = typed.getFirst("password");
        var password = chosen == null ? "" : chosen;
        accounts.refusal(link, password).ifPresent(why -> form.reject("password", why));
        if (link.needsCode()) {
            var code = form.required("code", "Enter the code from your app, or a recovery code");
            if (!form.refused()) {
                signIns.stepUp(link.school(), link.person(), code)
                        .ifPresent(why -> form.reject("code", why));
            }
        }
        if (!form.refused()
                && accounts.choose(link, password)
                        instanceof Changed.Refused(var field, var reason)) {
            form.reject(field, reason);
        }
        if (form.refused()) {
            return page(link, secret, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Seat.empty(request);
        return Pages.to("/sign-in", "Your password is set. Sign in with it.", flash);
    }

    private static ModelAndView page(
            AccountLink link, String secret, Form form, HttpStatus status) {
        return link.lost()
                ? dead(true)
                : Pages.of(
                        "people/choosePassword",
                        new ChoosePage(
                                form,
                                secret,
                                link.purpose() == AccountLink.Purpose.INVITATION,
                                link.needsCode()),
                        status);
    }

    private static ModelAndView dead(boolean lost) {
        return Pages.of("people/deadLink", new DeadPage(lost), HttpStatus.NOT_FOUND);
    }

    private boolean opensCases(String school, String person) {
        return Guarded.opensCases(posts.capabilities(school, person));
    }
}
