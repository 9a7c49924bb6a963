// SPDX-License-Identifier: Apache-2.0
@NullMarked
package school.lanyard.notices.store;

import org.jspecify.annotations.NullMarked;
