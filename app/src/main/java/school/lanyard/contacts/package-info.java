// SPDX-License-Identifier: Apache-2.0
/// The school's own numbers for help outside that its policy leaves to it, such as the LADO's.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "ledger",
            "policy",
            "access",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
