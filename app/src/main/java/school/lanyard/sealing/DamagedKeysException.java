// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.nio.file.Path;

/// The key store's file is not one, or no longer one that can be read.
public final class DamagedKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedKeysException(Path file, Throwable cause) {
        super(file + " is not a key store that can be read", cause);
    }
}
