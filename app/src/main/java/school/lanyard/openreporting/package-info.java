// SPDX-License-Identifier: Apache-2.0
/// The ways in for those who do not sign in: the open form for parents and visitors, the anonymous
/// channel, and the pictures on a class tablet. What comes in becomes a concern.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "sealing",
            "ledger",
            "mail",
            "access",
            "people",
            "policy",
            "contacts",
            "concerns",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.openreporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
