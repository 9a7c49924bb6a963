// SPDX-License-Identifier: Apache-2.0
/// Prints the policy and its papers from the pack: the document, posters, the flowchart and the
/// agreements, for a browser, as a file by itself and as PDF.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "contacts",
            "evidence",
            "home",
            "people",
            "policy",
            "publishing",
            "web"
        })
@NullMarked
package school.lanyard.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
