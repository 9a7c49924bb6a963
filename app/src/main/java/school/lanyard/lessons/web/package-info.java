// SPDX-License-Identifier: Apache-2.0
/// The pages of lessons and of the changes that follow from them.
@NullMarked
package school.lanyard.lessons.web;

import org.jspecify.annotations.NullMarked;
