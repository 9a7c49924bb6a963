// SPDX-License-Identifier: Apache-2.0
package school.lanyard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// Starts the web server. Without a feature that says who may come in, nobody may: there is no
/// account, and Spring Security closes every route.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Server {

    public static void main(String[] args) {
        SpringApplication.run(Server.class, args);
    }
}
