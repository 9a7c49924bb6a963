// SPDX-License-Identifier: Apache-2.0
/// The rows of people, posts and accounts.
@NullMarked
package school.lanyard.people.store;

import org.jspecify.annotations.NullMarked;
