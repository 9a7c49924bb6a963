// SPDX-License-Identifier: Apache-2.0
/// Says of every route who may call it, and of every case who may see it: the gate and the one
/// door.
@ApplicationModule(allowedDependencies = {"database", "database::schema"})
@NullMarked
package school.lanyard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
