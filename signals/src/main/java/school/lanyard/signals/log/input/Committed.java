// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

/// How far a log has been read and what followed from it been kept: where to go on after a stop.
///
/// `head` is a checksum of the first bytes, so that a file that was emptied and written again is
/// not taken for the old one.
public record Committed(String identity, long offset, int headLength, int head) {

    /// Before anything was read.
    public static final Committed NONE = new Committed("", 0, 0, 0);
}
