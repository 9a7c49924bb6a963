// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

/// Reads one line of a format. Says no to what is not one, and never throws.
public interface LogParser {

    /// Reads `bytes[from, to)`, a line without its end, into `line`; false where it is malformed.
    boolean parse(byte[] bytes, int from, int to, LogLine line);
}
