// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import school.lanyard.signals.address.Hashes;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.filter.index.Held.Guarded;

/// Takes rules in, read from lists, and sorts them by hash as they come. One for each thread.
public final class Rules {

    /// What became of a rule.
    public enum Taken {
        YES,
        /// It would block what must not be blocked without a person's decision.
        HELD,
        /// It holds no name, or more than an index can carry.
        NOT_UNDERSTOOD
    }

    static final int PARTS = 256;
    static final int FIXED = 8 + 2 + 2;

    private final HostReader host = new HostReader();
    private final PathReader path = new PathReader();
    private final Guarded guarded;
    private final Part[] parts = new Part[PARTS];
    private final List<Held> held = new ArrayList<>();
    private long count;

    public Rules(Guarded guarded) {
        this.guarded = guarded;
        Arrays.setAll(parts, i -> new Part());
    }

    public Taken add(String rule, int listing, String list) {
        var bytes = rule.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length, listing, list);
    }

    /// Adds a name, or a name with the start of a path, to the list of this number.
    public Taken add(byte[] source, int from, int to, int listing, String list) {
        var kind = host.read(source, from, to);
        if (kind == HostReader.Kind.NONE || kind == HostReader.Kind.UNREADABLE) {
            return Taken.NOT_UNDERSTOOD;
        }
        long hash = host.hash(host.suffixes() - 1);
        if (host.hostEnd() < to) {
            path.read(host, source, host.hostEnd(), to);
            if (!path.isEmpty()) {
                return addPath(hash, listing);
            }
        }
        if (guarded.holds(hash, host)) {
            held.add(new Held(host.name(), list, guarded.why(host.name())));
            return Taken.HELD;
        }
        put(hash, host.bytes(), host.length(), listing);
        return Taken.YES;
    }

    private Taken addPath(long hash, int listing) {
        if (path.length() > 255) {
            return Taken.NOT_UNDERSTOOD;
        }
        put(hash, host.bytes(), host.length(), Classes.PATHS);
        long ofPath = Hashes.label(hash, path.bytes(), path.hostLength(), path.length());
        put(ofPath, path.bytes(), path.length(), listing);
        return Taken.YES;
    }

    private void put(long hash, byte[] text, int length, int listing) {
        parts[(int) (hash >>> 56)].add(hash, text, length, listing);
        count++;
    }

    List<Held> held() {
        return held;
    }

    long count() {
        return count;
    }

    Part part(int number) {
        return parts[number];
    }

    void drop(int number) {
        parts[number] = new Part();
    }

    /// The rules whose hashes start with the same byte, one after the other.
    static final class Part {
        byte[] data = new byte[0];
        int used;
        int count;

        private void add(long hash, byte[] text, int length, int listing) {
            int after = used + FIXED + length;
            if (after + Hashes.PADDING > data.length) {
                data = Arrays.copyOf(data, Math.max(1024, after + after / 2 + Hashes.PADDING));
            }
            Words.putLong(data, used, hash);
            Words.putShort(data, used + 8, listing);
            Words.putShort(data, used + 10, length);
            System.arraycopy(text, 0, data, used + FIXED, length);
            used = after;
            count++;
        }
    }
}
