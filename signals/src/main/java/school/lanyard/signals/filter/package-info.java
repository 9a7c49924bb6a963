// SPDX-License-Identifier: Apache-2.0
/// Decides whether an address may be reached, and says which list and rule say so.
@NullMarked
package school.lanyard.signals.filter;

import org.jspecify.annotations.NullMarked;
