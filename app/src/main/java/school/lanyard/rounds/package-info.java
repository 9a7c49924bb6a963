// SPDX-License-Identifier: Apache-2.0
/// Work that comes round again while the server runs, and the life of the thread that does it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package school.lanyard.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
