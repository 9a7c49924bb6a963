// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

/// Writes a label of any alphabet in ASCII (RFC 3492).
///
/// The JDK's own `IDN` follows the rules of 2003, by which `ß` turns into `ss`: not what browsers
/// ask for today.
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int LONGEST_LABEL = 63;

    private Punycode() {}

    /// False where the label is too long for DNS.
    static boolean append(StringBuilder out, String label) {
        var points = label.codePoints().toArray();
        var plain = new StringBuilder();
        for (int point : points) {
            if (point < 128) {
                plain.append((char) point);
            }
        }
        if (plain.length() == points.length) {
            out.append(label);
            return true;
        }
        int handled = plain.length();
        var encoded = new StringBuilder(plain);
        if (handled > 0) {
            encoded.append('-');
        }
        if (points.length > LONGEST_LABEL) {
            return false;
        }
        rest(encoded, points, handled);
        out.append("xn--").append(encoded);
        return encoded.length() + 4 <= LONGEST_LABEL;
    }

    private static void rest(StringBuilder encoded, int[] points, int plain) {
        int n = 128;
        int delta = 0;
        int bias = 72;
        int handled = plain;
        while (handled < points.length) {
            int next = Integer.MAX_VALUE;
            for (int point : points) {
                next = point >= n && point < next ? point : next;
            }
            delta += (next - n) * (handled + 1);
            n = next;
            for (int point : points) {
                if (point < n) {
                    delta++;
                } else if (point == n) {
                    number(encoded, delta, bias);
                    bias = adapted(delta, handled + 1, handled == plain);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
    }

    private static void number(StringBuilder encoded, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (q < t) {
                encoded.append(digit(q));
                return;
            }
            encoded.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
            rest /= BASE - T_MIN;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
