// SPDX-License-Identifier: Apache-2.0
/// What stands about a child whatever happens: a protection plan, a social worker, who must not be
/// told. For those who handle cases, and never for the child's own family.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "access",
            "home",
            "ledger",
            "people",
            "policy",
            "sealing",
            "web"
        })
@NullMarked
package school.lanyard.flags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
