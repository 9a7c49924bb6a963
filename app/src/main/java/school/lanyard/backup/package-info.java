// SPDX-License-Identifier: Apache-2.0
/// Copies the records of a whole installation to one file, and proves and puts them back.
@ApplicationModule(
        allowedDependencies = {"database", "database::schema", "evidence", "ledger", "sealing"})
@NullMarked
package school.lanyard.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
