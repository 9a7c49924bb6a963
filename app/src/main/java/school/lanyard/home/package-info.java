// SPDX-License-Identifier: Apache-2.0
/// The first page after signing in: what needs me now? Each feature says what it has for somebody;
/// this module only puts it together.
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package school.lanyard.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
