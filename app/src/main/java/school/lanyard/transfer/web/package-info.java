// SPDX-License-Identifier: Apache-2.0
/// The pages of transfers.
@NullMarked
package school.lanyard.transfer.web;

import org.jspecify.annotations.NullMarked;
