// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a master key where the operator wants it, before there is anything to seal.
public final class NewMasterKey {

    private NewMasterKey() {}

    /// Writes a fresh key, readable by its owner alone.
    ///
    /// @throws FileAlreadyExistsException if something is there: a key that was replaced would lose
    ///   every record that it seals
    public static void at(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        MasterKey.at(file);
    }
}
