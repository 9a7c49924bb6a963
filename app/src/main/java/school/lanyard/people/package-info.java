// SPDX-License-Identifier: Apache-2.0
/// Who belongs to a school, who holds which post, and who may sign in.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "sealing",
            "ledger",
            "policy",
            "mail",
            "rounds",
            "access",
            "evidence",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
