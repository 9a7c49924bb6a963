// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.charset.StandardCharsets;
import school.lanyard.signals.address.HostReader;

/// What an index says about one address: which rules cover it. Made once and used for many.
public final class Lookup {

    private static final int MOST = 256;

    final HostReader host = new HostReader();
    final PathReader path = new PathReader();
    final int[] classes = new int[MOST];
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int hits;

    public HostReader.Kind kind() {
        return host.kind();
    }

    public HostReader host() {
        return host;
    }

    /// How many rules cover the address, the most general first.
    public int hits() {
        return hits;
    }

    /// The number of the set of lists that the i-th rule stands on.
    public int listed(int i) {
        return classes[i];
    }

    /// The i-th rule as lists write it: a name, or a name and the start of a path.
    public String rule(int i) {
        boolean isPath = ends[i] > 0;
        var bytes = isPath ? path.bytes() : host.bytes();
        int end = isPath ? ends[i] : host.length();
        return new String(bytes, starts[i], end - starts[i], StandardCharsets.ISO_8859_1);
    }

    void clear() {
        hits = 0;
    }

    /// `end` is 0 for a rule about a whole host.
    void hit(int number, int start, int end) {
        if (hits < MOST) {
            classes[hits] = number;
            starts[hits] = start;
            ends[hits++] = end;
        }
    }
}
