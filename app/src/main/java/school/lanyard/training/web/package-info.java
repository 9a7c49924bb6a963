// SPDX-License-Identifier: Apache-2.0
/// The pages of training.
@NullMarked
package school.lanyard.training.web;

import org.jspecify.annotations.NullMarked;
