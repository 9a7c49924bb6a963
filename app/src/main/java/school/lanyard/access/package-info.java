// SPDX-License-Identifier: Apache-2.0
/// Says of every route who may call it, and lets nobody else in.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package school.lanyard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
