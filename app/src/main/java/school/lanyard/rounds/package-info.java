// SPDX-License-Identifier: Apache-2.0
/// Work that is done again and again while the server runs.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package school.lanyard.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
