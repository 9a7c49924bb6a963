// SPDX-License-Identifier: Apache-2.0
/// The register of devices on which the school checks what is suspected: which they are, where they
/// are kept and who holds them.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "access",
            "home",
            "ledger",
            "people",
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.checkdevices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
