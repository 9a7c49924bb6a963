// SPDX-License-Identifier: Apache-2.0
/// Tells people by mail that something needs them, and nothing else, however long the mail server
/// is away.
@ApplicationModule(allowedDependencies = {"database", "database::schema", "evidence", "rounds"})
@NullMarked
package school.lanyard.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
