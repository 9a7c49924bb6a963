// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// What Spring Security does for us: its firewall, and the forgery token of every form. Who may
/// call what is the gate's to say, and sessions are our own (ADR 0030).
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// The token lives in a cookie of its own, so that a form that was open when its session ended
    /// can still be sent after signing in again.
    @Bean
    CsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        tokens.setCookieName("lanyard-form");
        return tokens;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, CsrfTokenRepository formTokens) {
        return http.csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .anonymous(anonymous -> anonymous.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .build();
    }
}
