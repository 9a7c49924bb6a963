// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import java.io.IOException;

/// A log file that grows, as little of it as following it needs.
public interface LogFile {

    /// Identifies the file itself, not its name: a rotated file keeps it, a new one has another.
    String identity() throws IOException;

    long length() throws IOException;

    /// Reads from `offset` on into `into`, and says how many bytes; 0 where there are no more.
    int read(long offset, byte[] into, int from, int length) throws IOException;
}
