// SPDX-License-Identifier: Apache-2.0
/// The rows of local numbers.
@NullMarked
package school.lanyard.contacts.store;

import org.jspecify.annotations.NullMarked;
