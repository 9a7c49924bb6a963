// SPDX-License-Identifier: Apache-2.0
/// Writes an index in the formats of other filters.
@NullMarked
package school.lanyard.signals.filter.export;

import org.jspecify.annotations.NullMarked;
