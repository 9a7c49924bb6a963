// SPDX-License-Identifier: Apache-2.0
/// The queries of finding.
@NullMarked
package school.lanyard.finding.store;

import org.jspecify.annotations.NullMarked;
