// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.Gate;
import school.lanyard.access.MayCall;

/// Answers every refusal and fault in our own words: a page for people, JSON for programs. Nothing
/// of the exception or the request is repeated.
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorPages implements ErrorController {

    /// @param next what to do about it
    record Problem(int status, String title, List<String> next, String reference) {}

    @MayCall(Caller.ANYONE)
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        var trouble = trouble(request);
        var page = new ModelAndView("errors/trouble");
        page.setStatus(HttpStatusCode.valueOf(trouble.status()));
        return page.addObject(Pages.PAGE, trouble);
    }

    @MayCall(Caller.ANYONE)
    @RequestMapping
    ResponseEntity<Problem> json(HttpServletRequest request) {
        var trouble = trouble(request);
        var problem =
                new Problem(trouble.status(), trouble.title(), trouble.next(), trouble.reference());
        return ResponseEntity.status(trouble.status())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body(problem);
    }

    private static Trouble trouble(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        if (status == 403 && !sent(request)) {
            return Trouble.notForYou(whoMay(request));
        }
        var reference = request.getAttribute(Faults.REFERENCE);
        return Trouble.of(status, reference instanceof String text ? text : "");
    }

    /// Whether a form was sent, rather than a page asked for.
    private static boolean sent(HttpServletRequest request) {
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return !List.of("GET", "HEAD").contains(method == null ? request.getMethod() : method);
    }

    private static List<String> whoMay(HttpServletRequest request) {
        return request.getAttribute(Gate.WHO_MAY) instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
    }
}
