// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

/// A file cannot be restored; the message says why, to follow the file's name. Nothing was changed.
public final class NotABackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotABackupException(String message) {
        super(message);
    }

    NotABackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
