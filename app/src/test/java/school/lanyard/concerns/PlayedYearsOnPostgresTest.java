// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Running;

/// The same play on PostgreSQL, which nobody has played for it: too long for every check.
@Tag("drill")
class PlayedYearsOnPostgresTest extends PlayedYearsTest {

    @Override
    Running played(Path directory) {
        return Running.on(Engine.POSTGRES, directory, "lanyard.demo=true");
    }
}
