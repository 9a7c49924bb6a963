// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.time.LocalDateTime;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/// Where the school is, so that its hours are its own.
final class ZoneOption {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/London",
            description = "Where the school is (default: ${DEFAULT-VALUE}).")
    ZoneId zone = ZoneId.of("Europe/London");

    LocalDateTime now() {
        return LocalDateTime.now(zone);
    }
}
