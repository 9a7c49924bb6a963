// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/// The database's file is not a database, or no longer one that can be read.
public final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// SQLite's numbers for a damaged file and for one that never was a database.
    private static final Set<Integer> CODES = Set.of(11, 26);

    DamagedException(Path file, Throwable cause) {
        super(file + " is not a database that can be read", cause);
    }

    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException from
                    && from.getClass().getName().startsWith("org.sqlite.")
                    && CODES.contains(from.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
