// SPDX-License-Identifier: Apache-2.0
/// Files that are kept with a case: recognised by what is in them, sealed piece by piece, and never
/// on disk in the clear.
@ApplicationModule(allowedDependencies = {"database", "database::schema", "sealing"})
@NullMarked
package school.lanyard.exhibits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
