// SPDX-License-Identifier: Apache-2.0
/// Who may call what, and who may see which case: the one door.
@ApplicationModule(allowedDependencies = {"database", "database::schema"})
@NullMarked
package school.lanyard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
