// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what cannot be read as a form before anything looks at it: too long, too many answers,
/// or no text at all. It is a mistake of whoever sent it, and no fault of the server's to be
/// logged.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Legible extends OncePerRequestFilter {

    /// A form with files in it is looked at by whoever lets those in.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLegible(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLegible(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException unreadable) {
            response.sendError(unreadable.getErrorCode());
            return false;
        }
    }
}
