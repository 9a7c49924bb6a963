// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The open pages set no cookie and look at none: each form carries its own proof that we gave it
/// out ({@link school.lanyard.openreporting.OpenForms}), and a class tablet shows who it is by a
/// cookie that no other site can make a browser send.
@Configuration(proxyBeanMethods = false)
class OpenSecurity {

    private static final List<String> PLACES =
            List.of(
                    OpenFormController.ADDRESS,
                    AnonymousController.ADDRESS,
                    TabletController.ADDRESS);

    @Bean
    @Order(1)
    SecurityFilterChain openReporting(HttpSecurity http) {
        return http.securityMatcher(OpenSecurity::isOpen)
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .anonymous(anonymous -> anonymous.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static boolean isOpen(HttpServletRequest request) {
        var path = request.getRequestURI();
        return PLACES.stream().anyMatch(at -> path.equals(at) || path.startsWith(at + "/"));
    }
}
