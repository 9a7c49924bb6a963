// SPDX-License-Identifier: Apache-2.0
@NullMarked
package school.lanyard.checkdevices.store;

import org.jspecify.annotations.NullMarked;
