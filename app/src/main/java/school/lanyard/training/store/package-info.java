// SPDX-License-Identifier: Apache-2.0
/// The rows of training.
@NullMarked
package school.lanyard.training.store;

import org.jspecify.annotations.NullMarked;
