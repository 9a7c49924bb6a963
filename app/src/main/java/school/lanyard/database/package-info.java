// SPDX-License-Identifier: Apache-2.0
/// Where data is kept: one writer, many readers, on SQLite or PostgreSQL.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package school.lanyard.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
