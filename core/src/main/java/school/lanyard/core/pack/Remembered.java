// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The sound packs that this process checked last, by the fingerprint of their files. Checking one
/// takes a hundred times as long as reading its files, and the same files are the same pack.
final class Remembered {

    private static final int MOST = 8;

    private final Map<String, Loaded> packs =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Loaded> eldest) {
                    return size() > MOST;
                }
            };

    /// Whoever asks for a pack that is being checked waits for it.
    synchronized Loaded take(String fingerprint, Supplier<Loaded> check) {
        var known = packs.get(fingerprint);
        if (known != null) {
            return known;
        }
        var loaded = check.get();
        if (loaded instanceof Loaded.Sound) {
            packs.put(fingerprint, loaded);
        }
        return loaded;
    }
}
