// SPDX-License-Identifier: Apache-2.0
/// The record of every change and every confidential read, which can be added to and never altered.
@ApplicationModule(allowedDependencies = {"database", "sealing", "database::schema", "evidence"})
@NullMarked
package school.lanyard.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
