// SPDX-License-Identifier: Apache-2.0
/// The pages of retention.
@NullMarked
package school.lanyard.retention.web;

import org.jspecify.annotations.NullMarked;
