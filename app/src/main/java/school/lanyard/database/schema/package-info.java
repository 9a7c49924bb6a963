// SPDX-License-Identifier: Apache-2.0
/// The tables, as jOOQ makes them from the migrations, for stores alone to name.
@NamedInterface("schema")
package school.lanyard.database.schema;

import org.springframework.modulith.NamedInterface;
