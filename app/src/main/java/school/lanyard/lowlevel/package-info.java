// SPDX-License-Identifier: Apache-2.0
/// The register of low-level concerns about adults: by whom they are about, for those who may read
/// them and nobody else.
@ApplicationModule(
        allowedDependencies = {
            "ledger",
            "access",
            "people",
            "policy",
            "concerns",
            "notices",
            "home",
            "web"
        })
@NullMarked
package school.lanyard.lowlevel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
