// SPDX-License-Identifier: Apache-2.0
/// Keeps the editions of each school's policy, unchanged for ever, knows which one is running and
/// how the next comes about, and answers what it allows.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "sealing",
            "ledger",
            "mail",
            "access",
            "evidence",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
