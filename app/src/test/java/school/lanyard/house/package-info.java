// SPDX-License-Identifier: Apache-2.0
/// The scripts round the program: finding Java, upgrading and going back.
@NullMarked
package school.lanyard.house;

import org.jspecify.annotations.NullMarked;
