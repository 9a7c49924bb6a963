// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Brings the many spellings of an IP address to one: `0x7f.1`, `2130706433` and `0177.0.0.1` are
/// all `127.0.0.1`, and so is `[::ffff:7f00:1]`.
final class IpAddresses {

    private IpAddresses() {}

    static boolean isHex(byte[] name, int from, int to) {
        if (to - from < 2 || name[from] != '0' || name[from + 1] != 'x') {
            return false;
        }
        for (int at = from + 2; at < to; at++) {
            if (Character.digit(name[at], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Four numbers with dots, or nothing where the parts are no address.
    static @Nullable String v4(String written) {
        var parts = written.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
            if (part < 0 || part > most) {
                return null;
            }
            address |= last ? part : part << (8 * (3 - i));
        }
        return dotted(address);
    }

    private static String dotted(long address) {
        return (address >> 24 & 255)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    /// As C reads it: `0x` is hexadecimal, a leading 0 octal.
    private static long number(String part) {
        try {
            if (part.startsWith("0x")) {
                return part.length() == 2 ? 0 : unsigned(part.substring(2), 16);
            }
            boolean octal = part.length() > 1 && part.charAt(0) == '0';
            return octal ? unsigned(part.substring(1), 8) : unsigned(part, 10);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static long unsigned(String digits, int radix) {
        if (digits.isEmpty() || Character.digit(digits.charAt(0), radix) < 0) {
            throw new NumberFormatException(digits);
        }
        return Long.parseLong(digits, radix);
    }

    /// `[2001:DB8::1]` in the shortest form (RFC 5952), in brackets; an IPv4 address inside one is
    /// that address.
    static @Nullable String v6(String written) {
        if (written.length() < 4 || !written.startsWith("[") || !written.endsWith("]")) {
            return null;
        }
        var inside = written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
        int zone = inside.indexOf('%');
        var groups = groups(zone < 0 ? inside : inside.substring(0, zone));
        if (groups == null) {
            return null;
        }
        return isMapped(groups) ? dotted((long) groups[6] << 16 | groups[7]) : shortest(groups);
    }

    private static boolean isMapped(int[] groups) {
        for (int i = 0; i < 5; i++) {
            if (groups[i] != 0) {
                return false;
            }
        }
        return groups[5] == 0xffff;
    }

    private static int @Nullable [] groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            var all = parts(text);
            return all != null && all.length == 8 ? all : null;
        }
        var before = parts(text.substring(0, gap));
        var after = parts(text.substring(gap + 2));
        if (before == null || after == null || before.length + after.length > 7) {
            return null;
        }
        var groups = new int[8];
        System.arraycopy(before, 0, groups, 0, before.length);
        System.arraycopy(after, 0, groups, 8 - after.length, after.length);
        return groups;
    }

    private static int @Nullable [] parts(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        var parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].contains(".");
        var groups = new int[parts.length + (dotted ? 1 : 0)];
        for (int i = 0; i < parts.length; i++) {
            if (dotted && i == parts.length - 1) {
                var four = v4(parts[i]);
                if (four == null) {
                    return null;
                }
                var bytes = four.split("\\.", -1);
                groups[i] = Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]);
                groups[i + 1] = Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]);
            } else if (!parts[i].matches("[0-9a-f]{1,4}")) {
                return null;
            } else {
                groups[i] = Integer.parseInt(parts[i], 16);
            }
        }
        return groups;
    }

    private static String shortest(int[] groups) {
        int from = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = 0;
            while (i + zeros < 8 && groups[i + zeros] == 0) {
                zeros++;
            }
            if (zeros > longest) {
                from = i;
                longest = zeros;
            }
        }
        var text = new StringBuilder("[");
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                text.append("::");
                i += longest - 1;
            } else {
                boolean needsColon = i > 0 && text.charAt(text.length() - 1) != ':';
                text.append(needsColon ? ":" : "").append(Integer.toHexString(groups[i]));
            }
        }
        return text.append(']').toString();
    }
}
