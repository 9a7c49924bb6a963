// SPDX-License-Identifier: Apache-2.0
package school.lanyard;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Starts the web server. Without a feature that says who may come in, nobody may: there is no
/// account, and Spring Security closes every route.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Server {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    public static void main(String[] args) {
        SpringApplication.run(Server.class, args);
    }
}
