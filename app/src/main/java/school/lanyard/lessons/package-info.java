// SPDX-License-Identifier: Apache-2.0
/// What the school learned, told to those whom it helps and naming nobody, and the changes that
/// follow, until each is done.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "database::schema",
            "evidence",
            "home",
            "ledger",
            "people",
            "policy",
            "publishing",
            "reports",
            "reports::names",
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.lessons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
