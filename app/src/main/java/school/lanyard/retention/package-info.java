// SPDX-License-Identifier: Apache-2.0
/// How long cases are kept: what is due for review, what is held back, and disposal by destroying
/// keys.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "sealing",
            "ledger",
            "people",
            "policy",
            "access",
            "evidence",
            "home",
            "rounds",
            "web"
        })
@NullMarked
package school.lanyard.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
