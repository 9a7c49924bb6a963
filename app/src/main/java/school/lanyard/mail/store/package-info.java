// SPDX-License-Identifier: Apache-2.0
/// The rows of the outbox.
@NullMarked
package school.lanyard.mail.store;

import org.jspecify.annotations.NullMarked;
