// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import school.lanyard.people.Client;
import school.lanyard.people.Devices;

/// The cookie by which a browser is known again at the next sign-in, and nowhere else.
final class DeviceCookie {

    private static final String NAME = "lanyard-device";
    private static final String PATH = "/sign-in";

    private DeviceCookie() {}

    static Client client(HttpServletRequest request) {
        var cookies = request.getCookies();
        var device =
                cookies == null
                        ? null
                        : Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals(NAME))
                                .map(Cookie::getValue)
                                .findFirst()
                                .orElse(null);
        return new Client(request.getRemoteAddr(), device);
    }

    static void put(HttpServletRequest request, HttpServletResponse response, String device) {
        var cookie =
                ResponseCookie.from(NAME, device)
                        .path(PATH)
                        .maxAge(Devices.LASTS)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
