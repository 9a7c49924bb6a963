// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the server keeps for one browser: which session it is in, and what it is in the middle of.
/// The browser holds only the container's random id, which changes whenever somebody proves
/// something new about themself.
final class Seat {

    /// Somebody who gave a right password and still owes a code.
    record Pending(String school, String person, Instant since, String to) {}

    private static final String SESSION = "school.lanyard.session";
    private static final String PENDING = "school.lanyard.pending";
    private static final String SECRET = "school.lanyard.totp";
    private static final String CODES = "school.lanyard.codes";

    private Seat() {}

    static void sit(HttpServletRequest request, String session) {
        empty(request);
        request.getSession(true).setAttribute(SESSION, session);
    }

    static void owe(HttpServletRequest request, Pending pending) {
        empty(request);
        request.getSession(true).setAttribute(PENDING, pending);
    }

    static Optional<String> session(HttpServletRequest request) {
        return Optional.ofNullable((String) get(request, SESSION));
    }

    static Optional<Pending> pending(HttpServletRequest request) {
        return Optional.ofNullable((Pending) get(request, PENDING));
    }

    /// The secret of an authenticator app that is being set up.
    static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable((String) get(request, SECRET));
    }

    static void keepSecret(HttpServletRequest request, String secret) {
        request.getSession(true).setAttribute(SECRET, secret);
    }

    static void keepCodes(HttpServletRequest request, Codes codes) {
        request.getSession(true).setAttribute(CODES, codes);
    }

    /// Recovery codes that were just made, once.
    static Optional<Codes> takeCodes(HttpServletRequest request) {
        var codes = Optional.ofNullable((Codes) get(request, CODES));
        codes.ifPresent(_ -> request.getSession(true).removeAttribute(CODES));
        return codes;
    }

    record Codes(java.util.List<String> codes) {
        @Override
        public String toString() {
            return "Codes";
        }
    }

    /// Forgets everything, so that nothing of whoever sat here before is left.
    static void empty(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }

    private static @Nullable Object get(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }
}
