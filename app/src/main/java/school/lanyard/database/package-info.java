// SPDX-License-Identifier: Apache-2.0
/// Where data is kept: one writer, many readers, on SQLite or PostgreSQL.
@NullMarked
package school.lanyard.database;

import org.jspecify.annotations.NullMarked;
