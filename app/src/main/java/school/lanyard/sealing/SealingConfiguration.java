// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.lanyard.database.DataHome;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    Seals seals(DataHome home, InstantSource clock) {
        return Seals.open(home.keyStoreFile(), home.masterKeyFile(), clock);
    }
}
