// SPDX-License-Identifier: Apache-2.0
/// Changes a pack's files in one place and leaves the rest of them as they were typed, comments,
/// order and quotation marks included. Every change is read back and compared before it counts.
@NullMarked
package school.lanyard.core.pack.edit;

import org.jspecify.annotations.NullMarked;
