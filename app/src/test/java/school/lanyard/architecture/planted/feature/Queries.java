// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import school.lanyard.database.schema.Tables;

/// Names a table outside its store.
class Queries {
    String table() {
        return Tables.SCHOOL.getName();
    }
}
