// SPDX-License-Identifier: Apache-2.0
/// Who was trained in what, when they are due again, and who is overdue. What the courses are and
/// who needs them is the policy's.
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
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
