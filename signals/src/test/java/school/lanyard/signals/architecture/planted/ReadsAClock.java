// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.architecture.planted;

import java.time.Instant;
import java.util.Random;

/// Breaks the rules on purpose.
final class ReadsAClock {
    private ReadsAClock() {}

    static String now() throws java.sql.SQLException {
        java.sql.DriverManager.getConnection("jdbc:none");
        return Instant.now() + " " + new Random().nextInt();
    }
}
