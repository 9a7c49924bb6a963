// SPDX-License-Identifier: Apache-2.0
/// Reads the host out of an address, in the one spelling that lists use.
@NullMarked
package school.lanyard.signals.address;

import org.jspecify.annotations.NullMarked;
