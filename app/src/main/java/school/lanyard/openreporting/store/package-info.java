// SPDX-License-Identifier: Apache-2.0
@NullMarked
package school.lanyard.openreporting.store;

import org.jspecify.annotations.NullMarked;
