// SPDX-License-Identifier: Apache-2.0
/// Founds a school on an empty installation: its policy, its first administrator, its first posts.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "sealing",
            "ledger",
            "policy",
            "people",
            "concerns",
            "contacts",
            "exhibits",
            "flags",
            "lessons",
            "openreporting",
            "reports",
            "training",
            "mail",
            "access",
            "assurance",
            "attestations",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
