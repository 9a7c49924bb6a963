// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// The hidden fields of the forms on the page that answers one request.
record RequestTokens(HttpServletRequest request, String path) implements Shell.Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public @Nullable Hidden csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Hidden(token.getParameterName(), token.getToken())
                : null;
    }

    @Override
    public String once(String action) {
        var sent = request.getParameter(Shell.ONCE);
        var again = request.getMethod().equals("POST") && path.equals(action);
        return again && sent != null && sent.matches("[A-Za-z0-9_-]{22}") ? sent : fresh();
    }

    private static String fresh() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
