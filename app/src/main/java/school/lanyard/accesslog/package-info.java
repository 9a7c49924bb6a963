// SPDX-License-Identifier: Apache-2.0
/// Who read what, and when, without any content, for those whose post it is to look.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "database::schema",
            "access",
            "evidence",
            "ledger",
            "people",
            "policy",
            "web"
        })
@NullMarked
package school.lanyard.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
