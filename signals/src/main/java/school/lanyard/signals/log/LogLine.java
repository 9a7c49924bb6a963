// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

/// One line of a log, as places in the bytes it was read from. Used again for every line.
///
/// A part that is absent starts and ends at the same place.
public final class LogLine {

    byte[] bytes = new byte[0];
    int from;
    int to;
    long at;
    int clientFrom;
    int clientTo;
    int userFrom;
    int userTo;

    /// Differs from `bytes` where the format had to be unescaped.
    byte[] urlBytes = bytes;

    int urlFrom;
    int urlTo;
    int categoryFrom;
    int categoryTo;
    int status;
    boolean denied;
    private final byte[] scratch = new byte[1 << 16];

    void start(byte[] source, int lineFrom, int lineTo) {
        bytes = source;
        urlBytes = source;
        from = lineFrom;
        to = lineTo;
        clientFrom = clientTo = userFrom = userTo = urlFrom = urlTo = lineFrom;
        categoryFrom = categoryTo = lineFrom;
        status = 0;
        denied = false;
        at = 0;
    }

    byte[] scratch() {
        return scratch;
    }

    /// The bytes that the line, client, user and category are places in.
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /// When the request ended, in milliseconds since 1970.
    public long at() {
        return at;
    }

    public int clientFrom() {
        return clientFrom;
    }

    public int clientTo() {
        return clientTo;
    }

    public int userFrom() {
        return userFrom;
    }

    public int userTo() {
        return userTo;
    }

    /// Nobody signed in: a `-`, or nothing.
    public boolean isPooled() {
        return userTo == userFrom || (userTo - userFrom == 1 && bytes[userFrom] == '-');
    }

    public byte[] urlBytes() {
        return urlBytes;
    }

    public int urlFrom() {
        return urlFrom;
    }

    public int urlTo() {
        return urlTo;
    }

    public int categoryFrom() {
        return categoryFrom;
    }

    public int categoryTo() {
        return categoryTo;
    }

    public int status() {
        return status;
    }

    /// The proxy refused it.
    public boolean denied() {
        return denied;
    }
}
