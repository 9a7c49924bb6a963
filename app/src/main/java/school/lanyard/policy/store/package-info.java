// SPDX-License-Identifier: Apache-2.0
/// The rows of published editions.
@NullMarked
package school.lanyard.policy.store;

import org.jspecify.annotations.NullMarked;
