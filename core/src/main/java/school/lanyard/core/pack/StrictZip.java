// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a zip that is no pack as strictly as one that is: no links, no secrets, nothing that lies
/// over something else or grows past all measure.
public final class StrictZip {

    private static final int LARGEST = 24 * 1024 * 1024;

    private StrictZip() {}

    /// What is in it by name; nothing where anything about it is not as it should be.
    public static Optional<Map<String, byte[]>> read(byte[] zip) {
        var faults = new Faults();
        var limits = new ZipReader.Limits(LARGEST, LARGEST, LARGEST);
        var files = new LinkedHashMap<String, byte[]>();
        for (var entry : new ZipReader(zip, faults, limits).entries()) {
            if (files.put(entry.name(), entry.content().array()) != null) {
                return Optional.empty();
            }
        }
        return faults.isEmpty() ? Optional.of(files) : Optional.empty();
    }
}
