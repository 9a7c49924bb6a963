// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

import java.nio.charset.StandardCharsets;

/// Reads the host of an address into the one spelling that lists use: lower case, ASCII, no port,
/// no user, no trailing dot, an IP address in its usual form.
///
/// Made once and used for many addresses, so that reading one makes no object. For one thread.
public final class HostReader {

    /// The longest name that DNS can carry.
    public static final int LONGEST = 253;

    /// What an address turned out to hold.
    public enum Kind {
        /// A name, to be looked up with all that stand above it.
        NAME,
        /// An IP address, to be looked up as a whole.
        ADDRESS,
        /// No host at all, such as the line of a request that never became one.
        NONE,
        /// A host that cannot be read as one: never to be taken for a harmless one.
        UNREADABLE
    }

    private static final int MOST_LABELS = LONGEST / 2 + 2;

    /// For each byte the same in lower case where a plain host may hold it, else 0.
    private static final byte[] PLAIN = plain();

    private final byte[] name = new byte[LONGEST + 1 + Hashes.PADDING];
    private final int[] starts = new int[MOST_LABELS];
    private final long[] hashes = new long[MOST_LABELS];
    private int length;
    private int suffixes;
    private int hostEnd;
    private Kind kind = Kind.NONE;

    private static byte[] plain() {
        var plain = new byte[256];
        for (int c = 0; c < 128; c++) {
            boolean fits = c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
            plain[c] = (byte) (fits ? Character.toLowerCase(c) : 0);
        }
        return plain;
    }

    public Kind read(String address) {
        var bytes = address.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /// Reads `https://user@Host:443/path`, `host:443`, `host/path` or a bare host.
    public Kind read(byte[] source, int from, int to) {
        length = 0;
        suffixes = 0;
        int start = Authority.start(source, from, to);
        if (start < 0) {
            hostEnd = to;
            kind = Kind.NONE;
            return kind;
        }
        int end = Authority.end(source, start, to);
        hostEnd = end;
        start = Authority.afterUser(source, start, end);
        int last = start < 0 ? -1 : Authority.beforePort(source, start, end);
        kind = last < start || last < 0 ? Kind.UNREADABLE : host(source, start, last);
        return kind;
    }

    private Kind host(byte[] source, int from, int to) {
        while (to > from && source[to - 1] == '.') {
            to--;
        }
        if (from == to) {
            return Kind.UNREADABLE;
        }
        if (!copied(source, from, to)) {
            var ascii = Spelling.ascii(source, from, to);
            if (ascii == null || !copied(ascii, 0, ascii.length)) {
                return Kind.UNREADABLE;
            }
        }
        return named();
    }

    /// Copies a host of plain characters; anything else takes the long way.
    private boolean copied(byte[] source, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        int dot = -1;
        int n = 0;
        for (int at = from; at < to; at++, n++) {
            byte c = PLAIN[source[at] & 0xff];
            if (c == 0) {
                return source[from] == '[' && ipv6(source, from, to);
            }
            name[n] = c;
            if (c == '.') {
                if (n == dot + 1) {
                    return false;
                }
                dot = n;
            }
        }
        length = n;
        return n > 0;
    }

    private boolean ipv6(byte[] source, int from, int to) {
        var text = IpAddresses.v6(new String(source, from, to - from, StandardCharsets.ISO_8859_1));
        if (text == null) {
            return false;
        }
        length = text.length();
        for (int i = 0; i < length; i++) {
            name[i] = (byte) text.charAt(i);
        }
        return true;
    }

    private Kind named() {
        if (name[0] == '[' || looksNumeric()) {
            return address();
        }
        int end = length;
        long hash = Hashes.SEED;
        for (int at = length - 1; at >= -1; at--) {
            if (at < 0 || name[at] == '.') {
                hash = Hashes.label(hash, name, at + 1, end);
                starts[suffixes] = at + 1;
                hashes[suffixes++] = hash;
                end = at;
            }
        }
        return Kind.NAME;
    }

    private Kind address() {
        if (name[0] != '[') {
            var text = IpAddresses.v4(name());
            if (text == null) {
                return Kind.UNREADABLE;
            }
            length = text.length();
            for (int i = 0; i < length; i++) {
                name[i] = (byte) text.charAt(i);
            }
        }
        starts[0] = 0;
        hashes[0] = Hashes.label(Hashes.SEED, name, 0, length);
        suffixes = 1;
        return Kind.ADDRESS;
    }

    /// A last label that is a number makes the whole an IP address, for every browser.
    private boolean looksNumeric() {
        int at = length - 1;
        if (name[at] > '9' && name[at] > 'f' && name[at] != 'x') {
            return false;
        }
        boolean digits = true;
        while (at >= 0 && name[at] != '.') {
            digits &= name[at] >= '0' && name[at] <= '9';
            at--;
        }
        return digits || IpAddresses.isHex(name, at + 1, length);
    }

    public Kind kind() {
        return kind;
    }

    /// The bytes of the host, `length()` of them, followed by enough to be read in words.
    public byte[] bytes() {
        return name;
    }

    public int length() {
        return length;
    }

    /// How many names the host is covered by: itself and each above it.
    public int suffixes() {
        return suffixes;
    }

    /// Where the i-th covering name starts; 0 is the top, the last is the host itself.
    public int start(int i) {
        return starts[i];
    }

    public long hash(int i) {
        return hashes[i];
    }

    /// Where, in what was read, the host's part ended and a path may begin.
    public int hostEnd() {
        return hostEnd;
    }

    public String name() {
        return new String(name, 0, length, StandardCharsets.ISO_8859_1);
    }
}
