// SPDX-License-Identifier: Apache-2.0
/// Reports that the policy asks for by name, such as a loss of personal data: who takes each, says
/// that they have it, and decides, by when.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "ledger",
            "access",
            "people",
            "policy",
            "concerns",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
