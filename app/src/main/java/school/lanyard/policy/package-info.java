// SPDX-License-Identifier: Apache-2.0
/// Keeps the editions of each school's policy, unchanged for ever, and knows which one is running.
@ApplicationModule(allowedDependencies = {"database", "database::schema", "ledger"})
@NullMarked
package school.lanyard.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
