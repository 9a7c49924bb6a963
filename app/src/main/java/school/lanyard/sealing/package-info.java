// SPDX-License-Identifier: Apache-2.0
/// Keeps what is personal readable only with a key that is not in the database.
@ApplicationModule(allowedDependencies = {"database", "database::schema", "evidence"})
@NullMarked
package school.lanyard.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
