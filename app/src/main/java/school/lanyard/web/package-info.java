// SPDX-License-Identifier: Apache-2.0
/// How Lanyard looks: the shell round every page, its components, forms, assets and error pages.
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"access"})
package school.lanyard.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
