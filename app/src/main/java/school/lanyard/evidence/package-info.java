// SPDX-License-Identifier: Apache-2.0
/// How each feature says what it has to show of the clauses that it keeps. This module only holds
/// the questions; features answer them, and `assurance` puts the answers together.
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package school.lanyard.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
