// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// The last to hear of an exception that nothing else answered. It logs where it happened but never
/// its message, which may repeat what somebody typed, and gives the person a reference to quote.
@Component
class Faults implements HandlerExceptionResolver, Ordered {

    static final String REFERENCE = "school.lanyard.web.reference";

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception fault) {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            return null; // for Spring Security's own filter to answer
        }
        var reference = reference();
        request.setAttribute(REFERENCE, reference);
        LOG.error("Fault {}: {}", reference, places(fault));
        return sent(response);
    }

    private static @Nullable ModelAndView sent(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return new ModelAndView();
        } catch (IOException | IllegalStateException alreadyAnswered) {
            return null;
        }
    }

    private static String reference() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    static String places(Throwable fault) {
        var frames =
                Arrays.stream(fault.getStackTrace())
                        .limit(40)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
        var cause = fault.getCause();
        var deeper = cause == null ? "" : "\ncaused by " + places(cause);
        return fault.getClass().getName() + frames + deeper;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
