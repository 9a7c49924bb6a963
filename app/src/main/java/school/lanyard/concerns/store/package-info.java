// SPDX-License-Identifier: Apache-2.0
/// The rows of concerns and incidents; every query for a case passes the one door.
@NullMarked
package school.lanyard.concerns.store;

import org.jspecify.annotations.NullMarked;
