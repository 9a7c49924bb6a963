// SPDX-License-Identifier: Apache-2.0
/// The tables of imports.
@NullMarked
package school.lanyard.roster.store;

import org.jspecify.annotations.NullMarked;
