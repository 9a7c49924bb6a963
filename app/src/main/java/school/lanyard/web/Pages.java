// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a controller answers with: a template by its place, and the one record that it shows.
public final class Pages {

    static final String PAGE = "page";
    static final String KEEP = "school.lanyard.web.keep";
    static final String NOTICE = "notice";

    private Pages() {}

    /// An ordinary page, which the browser is told not to keep.
    public static ModelAndView of(String template, Record page) {
        return of(template, page, HttpStatus.OK);
    }

    public static ModelAndView of(String template, Record page, HttpStatus status) {
        return new ModelAndView(template, Map.of(PAGE, page), status);
    }

    /// A page with a form on it, which the browser may show again on "back" with what was typed.
    public static ModelAndView form(String template, Record page) {
        return of(template, page).addObject(KEEP, true);
    }

    /// The same form again, with everything typed and what is wrong with it.
    public static ModelAndView refused(String template, Record page) {
        return of(template, page, HttpStatus.UNPROCESSABLE_CONTENT).addObject(KEEP, true);
    }

    /// On to another page after something was done (303, so that reloading does it only once).
    public static ModelAndView to(String address) {
        var view = new SeeOther(address);
        return new ModelAndView(view);
    }

    /// On to another page, which says once at its top what was done. Never put a name in it.
    public static ModelAndView to(String address, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute(NOTICE, notice);
        return to(address);
    }
}
