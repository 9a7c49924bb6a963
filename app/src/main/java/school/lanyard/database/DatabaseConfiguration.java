// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the data directory that the command line named, and holds its lock while the server runs.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataHome dataHome(
            @Value("${lanyard.data:data}") String directory,
            @Value("${lanyard.database:#{null}}") @Nullable String database,
            @Value("${lanyard.master-key:#{null}}") @Nullable String masterKey) {
        return DataHome.of(
                Path.of(directory), database, masterKey == null ? null : Path.of(masterKey));
    }

    @Bean
    AutoCloseable dataLock(DataHome home) {
        return home.lock();
    }

    @Bean
    Database database(DataHome home, AutoCloseable dataLock) {
        return Database.open(home.database());
    }
}
