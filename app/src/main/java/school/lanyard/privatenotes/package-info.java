// SPDX-License-Identifier: Apache-2.0
/// Notes that the handlers of an incident write for each other. They are in no chronology, transfer
/// or report unless a handler includes them on purpose.
@ApplicationModule(
        allowedDependencies = {"access", "concerns", "database", "ledger", "people", "web"})
@NullMarked
package school.lanyard.privatenotes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
