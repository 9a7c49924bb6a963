// SPDX-License-Identifier: Apache-2.0
package gallery;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The gallery's pages.
@Controller
class GalleryController {

    @GetMapping("/gallery/content")
    ModelAndView content() {
        return Pages.of("gallery/content", ContentPage.ordinary());
    }

    @GetMapping("/gallery/long")
    ModelAndView longest() {
        return Pages.of("gallery/content", ContentPage.longest());
    }

    @GetMapping("/gallery/empty")
    ModelAndView nothing() {
        return Pages.of("gallery/content", ContentPage.nothing());
    }

    @GetMapping("/gallery/home")
    ModelAndView home() {
        return Pages.of("gallery/home", ContentPage.ordinary());
    }

    @GetMapping("/gallery/receipt")
    ModelAndView receipt() {
        return Pages.of("gallery/receipt", ContentPage.ordinary());
    }

    @GetMapping("/gallery/form")
    ModelAndView form() {
        return Pages.form("gallery/form", new FormPage(Form.blank()));
    }

    @PostMapping("/gallery/form")
    ModelAndView send(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        var page = new FormPage(Form.of(typed)).checked();
        return page.form().refused()
                ? Pages.refused("gallery/form", page)
                : Pages.to("/gallery/content", "Your concern was sent.", flash);
    }

    @GetMapping("/gallery/signin")
    ModelAndView signIn() {
        return Pages.of("gallery/signin", new FormPage(Form.blank()));
    }

    @PostMapping("/gallery/signin")
    ModelAndView refuseSignIn(@RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed).reject("email", "Check your email address and password");
        return Pages.refused("gallery/signin", new FormPage(form));
    }

    @GetMapping("/gallery/refusal/{status}")
    void refuse(@PathVariable int status) {
        throw new ResponseStatusException(HttpStatusCode.valueOf(status), "Jo Secret was here");
    }

    @GetMapping("/gallery/fault")
    Map<String, List<String>> fault() {
        throw new IllegalStateException("Jo Secret was here");
    }
}
