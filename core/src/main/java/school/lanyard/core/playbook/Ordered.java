// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that nobody can change and that keep the order in which the pack wrote them.
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
