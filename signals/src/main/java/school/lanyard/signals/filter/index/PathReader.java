// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import school.lanyard.signals.address.Hashes;
import school.lanyard.signals.address.HostReader;

/// Reads the path of an address into one spelling, behind its host: lower case, no query, percent
/// signs taken out, `//`, `/./` and `/../` resolved.
final class PathReader {

    static final int LONGEST = 1024;

    private final byte[] bytes = new byte[HostReader.LONGEST + LONGEST + Hashes.PADDING + 1];
    private final int[] borders = new int[LONGEST];
    private int length;
    private int hostLength;
    private int borderCount;

    /// What stands from `from` on in `source` is the part behind the host.
    void read(HostReader host, byte[] source, int from, int to) {
        hostLength = host.length();
        System.arraycopy(host.bytes(), 0, bytes, 0, hostLength);
        length = hostLength;
        int most = hostLength + LONGEST;
        for (int at = from; at < to && length < most; at++) {
            int c = source[at] & 0xff;
            if (c == '?' || c == '#') {
                break;
            }
            if (c == '%' && at + 2 < to) {
                int decoded = hex(source[at + 1]) * 16 + hex(source[at + 2]);
                if (decoded >= 0) {
                    c = decoded;
                    at += 2;
                }
            }
            add(c);
        }
        if (length > hostLength) {
            segmentEnds();
        }
        trim();
        findBorders();
    }

    private static int hex(byte c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1000 : digit;
    }

    private void add(int c) {
        if (c == '/') {
            segmentEnds();
        }
        if (c == '/' && length > hostLength && bytes[length - 1] == '/') {
            return;
        }
        bytes[length++] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c & 0x7f);
    }

    /// Takes out a last segment of one dot, and of two dots with the one before it.
    private void segmentEnds() {
        int slash = lastSlash(length);
        int size = length - slash - 1;
        if (slash < hostLength || size < 1 || size > 2 || bytes[length - 1] != '.') {
            return;
        }
        if (size == 1) {
            length = slash + 1;
        } else if (bytes[length - 2] == '.') {
            int before = lastSlash(slash);
            length = before < hostLength ? hostLength + 1 : before + 1;
        }
    }

    private int lastSlash(int before) {
        int at = before - 1;
        while (at >= hostLength && bytes[at] != '/') {
            at--;
        }
        return at;
    }

    private void trim() {
        while (length > hostLength && bytes[length - 1] == '/') {
            length--;
        }
    }

    private void findBorders() {
        borderCount = 0;
        for (int at = hostLength + 1; at <= length; at++) {
            if ((at == length || bytes[at] == '/') && borderCount < borders.length) {
                borders[borderCount++] = at;
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether anything but the host is left.
    boolean isEmpty() {
        return length == hostLength;
    }

    int length() {
        return length;
    }

    int hostLength() {
        return hostLength;
    }

    /// How many rules may cover the path: it and each folder above it.
    int borders() {
        return borderCount;
    }

    int border(int i) {
        return borders[i];
    }
}
