// SPDX-License-Identifier: Apache-2.0
/// One file of millions of domains, exact, that opens at once and is replaced while in use.
@NullMarked
package school.lanyard.signals.filter.index;

import org.jspecify.annotations.NullMarked;
