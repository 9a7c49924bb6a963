// SPDX-License-Identifier: Apache-2.0
/// Fingerprints of texts and bytes, taken in one way everywhere.
@NullMarked
package school.lanyard.core.digest;

import org.jspecify.annotations.NullMarked;
