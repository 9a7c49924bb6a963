// SPDX-License-Identifier: Apache-2.0
/// What people sign: which version of which text, who, when and on whose behalf; and who has not.
///
/// The texts and whom each is for are the policy's. Nothing here knows a group, a post or a text.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "database::schema",
            "evidence",
            "home",
            "ledger",
            "mail",
            "openreporting",
            "people",
            "policy",
            "publishing",
            "rounds",
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.attestations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
