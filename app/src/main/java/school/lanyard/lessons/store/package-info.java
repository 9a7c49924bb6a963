// SPDX-License-Identifier: Apache-2.0
/// The rows of lessons and of the changes that follow from them.
@NullMarked
package school.lanyard.lessons.store;

import org.jspecify.annotations.NullMarked;
