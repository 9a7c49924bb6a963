// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import school.lanyard.access.Visits;

/// Stands before everything that reads a form with files in it, because such a form is held in
/// memory whole. Only somebody signed in may send one, none is larger than a limit, and few are
/// read at once.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Uploads extends OncePerRequestFilter {

    /// The largest form with a file in it, in bytes.
    static final long MOST_BYTES = 20_000_000;

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final ObjectProvider<Visits> visits;

    Uploads(ObjectProvider<Visits> visits) {
        this.visits = visits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var finder = visits.getIfAvailable();
        if (finder == null || finder.of(request) == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!waited()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                room.release();
            }
        }
    }

    private boolean waited() {
        try {
            return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
