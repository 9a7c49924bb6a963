// SPDX-License-Identifier: Apache-2.0
/// The roster: who belongs to the school as its other programs know them, brought in, kept up and
/// rolled over to the next year.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "access",
            "home",
            "ledger",
            "people",
            "policy",
            "rounds",
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
