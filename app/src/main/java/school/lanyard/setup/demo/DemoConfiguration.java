// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import school.lanyard.database.DataHome;

/// What there is only while the server runs a demonstration.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lanyard.demo")
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock(Clock machine) {
        return new DemoClock(machine);
    }

    @Bean
    DemoDirectory demoDirectory(DataHome home) {
        return new DemoDirectory(home.directory());
    }
}
