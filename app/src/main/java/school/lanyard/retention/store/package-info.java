// SPDX-License-Identifier: Apache-2.0
/// The queries of retention.
@NullMarked
package school.lanyard.retention.store;

import org.jspecify.annotations.NullMarked;
