// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import school.lanyard.concerns.KeepTokens;

/// Lets a form through whose session has ended, and with it the forgery token, where the form
/// itself proves whom it was issued to. The handler then keeps what was typed, and sends nothing.
@Configuration(proxyBeanMethods = false)
class SendingSecurity {

    private static final String DRAFT = "/concerns/drafts/";

    @Bean
    @Order(0)
    SecurityFilterChain sendingADraft(
            HttpSecurity http,
            CsrfTokenRepository formTokens,
            KeepTokens keeps,
            InstantSource clock) {
        return http.securityMatcher(SendingSecurity::sends)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(formTokens)
                                .ignoringRequestMatchers(request -> proves(keeps, clock, request)))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .anonymous(anonymous -> anonymous.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler((request, response, _) ->
                                request.getRequestDispatcher(DraftController.UNKEPT)
                                        .forward(request, response)))
                .build();
    }

    private static boolean sends(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && (path.startsWith(DRAFT) || path.equals(DraftController.UNKEPT));
    }

    /// The page that says that nothing was kept changes nothing, and needs no proof.
    private static boolean proves(
            KeepTokens keeps, InstantSource clock, HttpServletRequest request) {
        if (request.getRequestURI().equals(DraftController.UNKEPT)) {
            return true;
        }
        var token = request.getParameter(DraftController.KEEP);
        return token != null
                && keeps.read(token, clock.instant())
                        .filter(kept -> request.getRequestURI().equals(DRAFT + kept.draft()))
                        .isPresent();
    }
}
