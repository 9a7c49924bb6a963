// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.guard;

import java.util.Collection;
import java.util.List;
import school.lanyard.signals.address.HostReader;

/// Says of nearly every name at once that it is none of the guarded ones.
final class Hashed {

    private static final int BITS = 1 << 20;

    private final long[] seen = new long[BITS / 64];

    Hashed(Collection<String> names, Collection<String> suffixes) {
        var host = new HostReader();
        for (var all : List.of(names, suffixes)) {
            for (var name : all) {
                if (!name.startsWith("*") && !name.startsWith("!")) {
                    host.read(name);
                    add(host.hash(host.suffixes() - 1));
                }
            }
        }
        wildcards(host, suffixes);
    }

    /// Names below a wildcard cannot be listed, so those that people use for endings are.
    private void wildcards(HostReader host, Collection<String> suffixes) {
        for (var suffix : suffixes) {
            if (suffix.startsWith("*.")) {
                for (var label :
                        List.of(
                                "com", "co", "org", "net", "gov", "edu", "ac", "mil", "sch", "or",
                                "go", "ne")) {
                    host.read(label + suffix.substring(1));
                    add(host.hash(host.suffixes() - 1));
                }
            }
        }
    }

    private void add(long hash) {
        int bit = (int) (hash >>> 44);
        seen[bit >>> 6] |= 1L << bit;
    }

    boolean mayHold(long hash) {
        int bit = (int) (hash >>> 44);
        return (seen[bit >>> 6] & 1L << bit) != 0;
    }
}
