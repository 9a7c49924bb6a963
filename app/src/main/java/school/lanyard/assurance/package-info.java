// SPDX-License-Identifier: Apache-2.0
/// Whether the policy is being kept: every clause of the edition in force with its state, worked
/// out anew from what each feature has to show, on any day.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "ledger",
            "access",
            "evidence",
            "policy",
            "people",
            "reports",
            "publishing",
            "home",
            "rounds",
            "web"
        })
@NullMarked
package school.lanyard.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
