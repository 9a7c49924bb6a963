// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;

/// What became of reading a pack: sound, or broken with every fault; a broken one never takes
/// effect.
public sealed interface Loaded {

    record Sound(Pack pack) implements Loaded {}

    record Broken(String key, List<Fault> faults) implements Loaded {
        public Broken {
            faults = List.copyOf(faults);
        }
    }
}
