// SPDX-License-Identifier: Apache-2.0
/// Until when a record is kept: by whom it is about, and by what the policy says of them.
@NullMarked
package school.lanyard.core.retention;

import org.jspecify.annotations.NullMarked;
