// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/// The gate before every handler: it reads {@link MayCall} and lets nobody else through. What
/// carries no annotation is closed to everybody.
@Component
public final class Gate implements HandlerInterceptor {

    /// Where somebody signs in.
    public static final String SIGN_IN = "/sign-in";

    /// Where somebody sets up the second factor that they need.
    public static final String SET_UP = "/account/second-factor";

    /// What those do who may call a route that was refused: a list of words for the error page.
    public static final String WHO_MAY = "school.lanyard.access.who-may";

    static final String VISIT = "school.lanyard.access.visit";

    private final ObjectProvider<Visits> visits;

    Gate(ObjectProvider<Visits> visits) {
        this.visits = visits;
    }

    /// The page that answers a form sent after its session ended.
    public record Again(String signIn) {}

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ModelAndViewDefiningException {
        var rule =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(MayCall.class)
                        : null;
        if (rule == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (names(rule, Caller.ANYONE)) {
            return true;
        }
        var visit = visit(request);
        if (visit == null) {
            return toSignIn(request, response);
        }
        if (visit.mustSetUp()) {
            return names(rule, Caller.SETTING_UP) || to(response, SET_UP);
        }
        if (!visit.who().isAny(rule.value())) {
            request.setAttribute(WHO_MAY, Arrays.stream(rule.value()).map(Caller::words).toList());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return true;
    }

    /// Who is calling, looked up once in a request.
    @Nullable Visit visit(HttpServletRequest request) {
        if (request.getAttribute(VISIT) instanceof Visit known) {
            return known;
        }
        var finder = visits.getIfAvailable();
        var visit = finder == null ? null : finder.of(request);
        if (visit != null) {
            request.setAttribute(VISIT, visit);
        }
        return visit;
    }

    private static boolean names(MayCall rule, Caller caller) {
        for (var each : rule.value()) {
            if (each == caller) {
                return true;
            }
        }
        return false;
    }

    /// A page is shown again after signing in. A form that was sent stays in the browser's hands:
    /// its answer says how to sign in and send it again, so that nothing typed is lost.
    private static boolean toSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ModelAndViewDefiningException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            var path = request.getRequestURI();
            return to(
                    response,
                    path.equals("/")
                            ? SIGN_IN
                            : SIGN_IN + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        }
        var page = new ModelAndView("access/again", Map.of("page", new Again(SIGN_IN)));
        page.setStatus(HttpStatus.UNAUTHORIZED);
        throw new ModelAndViewDefiningException(page);
    }

    private static boolean to(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        return false;
    }
}
