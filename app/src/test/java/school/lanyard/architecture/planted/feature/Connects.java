// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import javax.sql.DataSource;

/// Opens a connection of its own.
record Connects(DataSource source) {}
