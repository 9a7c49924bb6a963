// SPDX-License-Identifier: Apache-2.0
/// The rows of self-checks.
@NullMarked
package school.lanyard.assurance.store;

import org.jspecify.annotations.NullMarked;
